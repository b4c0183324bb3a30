from odoo import api, models


class DpmdRapat(models.Model):
    """In the calendar of meetings each one says which case it is about."""

    _inherit = "dpmd.rapat"

    @api.depends("pengaduan_id")
    @api.depends_context("dpmd_perihal", "uid")
    def _compute_display_name(self):
        super()._compute_display_name()
        if self.env.context.get("dpmd_perihal"):
            for rapat in self:
                rapat.display_name = rapat.pengaduan_id.display_name
