from odoo import fields, models


class IrRule(models.Model):
    """Rules follow the dates of appointments, so what was worked out in one hour does not serve the next."""

    _name = "ir.rule"
    _inherit = ["ir.rule", "dpmd.tercatat"]

    def _compute_domain_context_values(self):
        yield from super()._compute_domain_context_values()
        # Midnight in every office is on a full hour; then an appointment ends, also when the cron is late.
        yield fields.Datetime.now().replace(minute=0, second=0)

    def _jenis_perubahan(self):
        return "aturan"
