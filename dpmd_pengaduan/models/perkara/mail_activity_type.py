from odoo import models
from odoo.exceptions import AccessError

from .mail_activity import DARI_ALUR

# How a type looks; all else the flow depends on.
RUPA = {"name", "icon", "sequence", "decoration_type"}


class MailActivityType(models.Model):
    """The types of activity that the flow uses stay as they are shipped."""

    _inherit = "mail.activity.type"

    def _cek_dpmd(self):
        jenis = self.env["mail.activity"]._id_jenis(*DARI_ALUR)
        if not self.env.su and jenis & set(self.ids):
            raise AccessError(self.env._("The steps of the SOP use this type of activity, so it stays as it is."))

    def write(self, vals):
        if set(vals) - RUPA:
            self._cek_dpmd()
        return super().write(vals)

    def unlink(self):
        self._cek_dpmd()
        return super().unlink()
