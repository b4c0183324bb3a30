from odoo import fields, models

from ..kantor.langkah import Langkah
from .alur import DI_LANGKAH, SEKRETARIS


class DpmdPengaduan(models.Model):
    """*Kembalikan*: a desk sends the case one desk back, or the report to its drafter."""

    _inherit = "dpmd.pengaduan"

    def _kapan_kembalikan(self):
        utama = self._jalan_utama()
        # The form of the first round was declared complete and answered; an objection does not open it again.
        formulir_tetap = self.langkah == Langkah.TUGAS_SEKRETARIS and self.putaran > 1
        return "" if utama and utama.kembali and not formulir_tetap else self.env._("This step cannot be sent back.")

    def action_kembalikan(self, alasan=None):
        """Send the case one desk back, or the report to its drafter, whose parafs are then void.

        :param str alasan: why
        """
        self.ensure_one()
        self._terima_dulu()
        self._tempuh("kembalikan", alasan=alasan)

    def _kerjakan_kembalikan(self, jejak, alasan):
        jejak.alasan = self._alasan(alasan)
        jejak.keluaran = self.env._("Sent back")
        jejak.ke, jejak.berikut = self._tujuan_kembali()
        self._saat_kembali(jejak)

    def _tujuan_kembali(self):
        """Return status and step the case goes back to; where that step passes a closed desk, one further back."""
        ke, berikut = self._jalan_utama().kembali
        if berikut == Langkah.TUGAS_SEKRETARIS and self._tertutup(SEKRETARIS):
            return DI_LANGKAH[(ke, berikut)].kembali
        return ke, berikut

    def _saat_kembali(self, jejak):
        """Undo what the step before had set; hook of the rooms that keep more than an order."""
        if jejak.ke in ("rapat", "laporan"):  # a paper goes back to its drafter, no order
            return
        self._tutup_disposisi("dikembalikan", jejak.alasan)
        if jejak.berikut == Langkah.TUGAS_KABID:
            jejak.kolom = {"bidang_id": False, "usul_bidang_id": False}
        elif jejak.berikut == Langkah.DISPOSISI:
            jejak.kolom = {"pelaksana_id": False, "tim_ids": [fields.Command.clear()]}
