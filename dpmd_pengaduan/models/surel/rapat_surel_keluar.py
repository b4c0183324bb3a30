from odoo import models
from odoo.tools import email_normalize


class DpmdRapat(models.Model):
    _inherit = "dpmd.rapat"

    def _surel_gagal(self, alamat):
        """Mark the invitee whose mail did not arrive, and put it before the Pengadministrasi.

        :param str alamat: the address that failed, as far as it is known
        """
        for rapat_sudo in self.sudo():
            peserta_sudo = rapat_sudo.peserta_ids.filtered(lambda p: alamat and email_normalize(p.email) == alamat)
            peserta_sudo._tulis({"surel_gagal": True})
            bahasa = self.env["dpmd.instansi"]._milik(rapat_sudo.company_id)._bahasa_warga()
            rapat_sudo.pengaduan_id._beri_tahu_petugas(
                "dpmd_pengaduan.activity_surel_gagal",
                self.with_context(lang=bahasa).env._("An undangan did not arrive by mail: deliver it another way."),
            )
