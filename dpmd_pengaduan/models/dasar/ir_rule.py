from odoo import api, models
from odoo.fields import Domain


class IrRule(models.Model):
    """What is typed in a dialog is for its author alone; Odoo shows it to everyone who may open the same dialog.

    One place for every dialog of the addon, so that the next one cannot be forgotten.
    """

    _inherit = "ir.rule"

    @api.model
    def _compute_domain(self, model_name, mode="read"):
        domain = super()._compute_domain(model_name, mode)
        if model_name.startswith("dpmd.") and self.env[model_name].is_transient() and not self.env.su:
            domain &= Domain("create_uid", "=", self.env.uid)
        return domain
