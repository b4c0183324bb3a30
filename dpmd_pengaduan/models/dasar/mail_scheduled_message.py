from odoo import models
from odoo.exceptions import AccessError

from .atas_nama import milik_kami


class MailScheduledMessage(models.Model):
    """A message that waits to be posted on a record of ours is its maker's, who will be its author."""

    _inherit = "mail.scheduled.message"

    def _check(self, values=None):
        """Refuse also another author, and a change by another than the maker."""
        hasil = super()._check(values)
        if self.env.su:
            return hasil
        orang_lain = self.sudo().filtered(lambda satu: milik_kami(satu.model) and satu.create_uid != self.env.user)
        penulis = (values or {}).get("author_id", self.env.user.partner_id.id)
        if orang_lain or (milik_kami((values or {}).get("model")) and penulis != self.env.user.partner_id.id):
            raise AccessError(self.env._("A message is kept under the name of whoever writes it."))
        return hasil

    def write(self, vals):
        if "author_id" in vals:
            for satu in self.sudo():
                self._check({"model": satu.model, "res_id": satu.res_id, "author_id": vals["author_id"]})
        return super().write(vals)
