from odoo import api, models
from odoo.exceptions import AccessError

from .atas_nama import milik_kami


class MailTrackingValue(models.Model):
    """What changed on a record of ours is noted by Odoo, and stays noted."""

    _inherit = "mail.tracking.value"

    def _cek_dpmd(self):
        if any(milik_kami(nilai.mail_message_id.model) for nilai in self.sudo()):
            raise AccessError(self.env._("What changed on an official record is noted by Odoo alone."))

    @api.model_create_multi
    def create(self, vals_list):
        nilai = super().create(vals_list)
        if not self.env.su:
            nilai._cek_dpmd()
        return nilai

    def write(self, vals):
        # Odoo itself keeps the name of a field that is removed.
        if not (self.env.su and set(vals) <= {"field_id", "field_info"}):
            self._cek_dpmd()
        hasil = super().write(vals)
        if "mail_message_id" in vals:
            self._cek_dpmd()
        return hasil

    def unlink(self):
        self._cek_dpmd()
        return super().unlink()
