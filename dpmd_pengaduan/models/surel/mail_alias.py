from odoo import api, models
from odoo.exceptions import ValidationError

from ..dasar.atas_nama import milik_kami


class MailAlias(models.Model):
    """A mail to an address makes a complaint; it adds to no record that somebody has chosen."""

    _inherit = "mail.alias"

    @api.constrains("alias_model_id", "alias_force_thread_id")
    def _check_dpmd(self):
        for alias_sudo in self.sudo():
            model = alias_sudo.alias_model_id.model
            if milik_kami(model) and (model != "dpmd.pelapor" or alias_sudo.alias_force_thread_id):
                raise ValidationError(self.env._("A mail to this address can only make a new complaint."))
