from odoo import models
from odoo.tools import email_normalize, formataddr


class DpmdInstansi(models.Model):
    _name = "dpmd.instansi"
    _inherit = ["dpmd.instansi", "mail.alias.mixin.optional"]

    def _alamat_pengirim(self):
        """Return the address the office's mails come from, with its name; empty where none is set."""
        alamat = email_normalize(self.email) or email_normalize(self.company_id.email)
        return formataddr((self.name, alamat)) if alamat else ""

    def _alamat_balasan(self):
        """Return where replies go: into the cases where the office takes mails in, else to its own mailbox."""
        return formataddr((self.name, self.alias_email)) if self.alias_email else self._alamat_pengirim()

    def _bahasa_warga(self):
        """Return the language citizens are written to: Indonesian, where the database has it."""
        return "id_ID" if self.env["res.lang"]._get_data(code="id_ID") else self.env.lang

    def _alias_get_creation_values(self):
        return {
            **super()._alias_get_creation_values(),
            "alias_model_id": self.env["ir.model"]._get_id("dpmd.pelapor"),
            "alias_defaults": repr({"company_id": self.company_id.id}),
            "alias_contact": "everyone",
        }
