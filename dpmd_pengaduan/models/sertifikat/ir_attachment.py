from odoo import models


class IrAttachment(models.Model):
    """A certified PDF is read only while it is what its hash says, as an issued one is."""

    _inherit = "ir.attachment"

    def _naskah_sudo(self):
        naskah_sudo, kolom = super()._naskah_sudo()
        berkas_sudo = self.sudo()
        if not naskah_sudo and berkas_sudo.res_model == "dpmd.sertifikasi" and berkas_sudo.res_field == "pdf":
            return self.env["dpmd.sertifikasi"].sudo().browse(berkas_sudo.res_id), "pdf"
        return naskah_sudo, kolom
