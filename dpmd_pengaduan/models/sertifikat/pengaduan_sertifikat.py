from odoo import models
from odoo.exceptions import UserError


class DpmdPengaduan(models.Model):
    """Whoever checks that all is whole checks the certified PDF too."""

    _inherit = "dpmd.pengaduan"

    def _cacat_berkas(self):
        cacat = super()._cacat_berkas()
        naskah = self.env["dpmd.dokumen"].sudo()._search(self._domain_naskah())
        domain = [("dokumen_id", "in", naskah), ("state", "=", "berhasil")]
        for sertifikasi_sudo in self.env["dpmd.sertifikasi"].sudo().search(domain):
            try:
                sertifikasi_sudo._isi_pdf()
            except UserError as galat:
                cacat.append(str(galat))
        return cacat
