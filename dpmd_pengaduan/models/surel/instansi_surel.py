from odoo import models
from odoo.tools import formataddr


class DpmdInstansi(models.Model):
    _name = "dpmd.instansi"
    _inherit = ["dpmd.instansi", "mail.alias.mixin.optional"]

    def _alamat_balasan(self):
        """Return where replies go: into the cases where the office takes mails in, else to its own mailbox."""
        return formataddr((self.name, self.alias_email)) if self.alias_email else self._alamat_pengirim()

    def _alias_get_creation_values(self):
        return {
            **super()._alias_get_creation_values(),
            "alias_model_id": self.env["ir.model"]._get_id("dpmd.pelapor"),
            "alias_defaults": repr({"company_id": self.company_id.id}),
            "alias_contact": "everyone",
        }
