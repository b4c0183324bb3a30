from odoo import models

from ..perkara.jejak import Kertas


class DpmdPengaduan(models.Model):
    """Step 8: the telaah, written on the case itself, is signed by who holds it and frozen as a telaahan staf."""

    _inherit = "dpmd.pengaduan"

    def _syarat_kirim_telaah(self, cara):
        if isinstance(cara, Kertas):
            return []  # the words are on the scan
        wajib = {
            "telaah_fakta": self.env._("telaah: facts"),
            "telaah_analisis": self.env._("telaah: analysis"),
            "telaah_saran": self.env._("telaah: recommendation"),
        }
        return [label for name, label in wajib.items() if not self[name]]

    def action_kirim_telaah(self):
        """Step 8: the telaah is written; its paper is frozen."""
        self._tempuh("kirim_telaah")

    def _kerjakan_kirim_telaah(self, jejak):
        dokumen_sudo = self.env["dpmd.dokumen"]._susun("telaahan_staf", self.sudo(), self)
        self.env["dpmd.pengesahan"]._sahkan(
            dokumen_sudo,
            "tanda_tangan",
            penugasan=jejak.penugasan,
            waktu=jejak.waktu,
            cara=jejak.di_kertas,
            bukti_id=jejak.bukti_id,
        )
        dokumen_sudo._beri_nomor()
        dokumen_sudo._bekukan()
        jejak.dokumen = dokumen_sudo
        jejak.keluaran = self.env._("Telaahan staf %(nomor)s", nomor=dokumen_sudo.name)
        self._tutup_disposisi("selesai")
