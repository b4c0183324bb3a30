from odoo import models


class DpmdSop(models.Model):
    """A case keeps the SOP it was registered under, so that one is never changed again."""

    _inherit = "dpmd.sop"

    def _dipakai(self):
        dipakai = self.env["dpmd.pengaduan"].sudo().search_count([("sop_id", "in", self.ids)], limit=1)
        return bool(dipakai) or super()._dipakai()
