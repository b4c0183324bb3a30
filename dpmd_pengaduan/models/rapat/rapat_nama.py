from odoo import api, models


class DpmdRapat(models.Model):
    """In the calendar of meetings each one says what it is about, to who may read the case."""

    _inherit = "dpmd.rapat"

    @api.depends("pengaduan_id")
    @api.depends_context("dpmd_rinci", "uid")
    def _compute_display_name(self):
        super()._compute_display_name()
        if not self.env.context.get("dpmd_rinci"):
            return
        boleh = self.pengaduan_id.sudo(False)._filtered_access("read")
        for rapat in self:
            kasus = rapat.pengaduan_id
            # A day of the calendar has room for a few words only: they come before the number.
            rapat.display_name = f"{kasus.perihal} · {kasus.name}" if kasus in boleh else kasus.display_name
