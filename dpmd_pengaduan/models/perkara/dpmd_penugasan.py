from odoo import api, models


class DpmdPenugasan(models.Model):
    """Appointments move the cases to the desks of today's holders."""

    _inherit = "dpmd.penugasan"

    @api.model
    def _segarkan_meja(self, companies):
        self.env["dpmd.pengaduan"]._segarkan_meja(companies)
        return super()._segarkan_meja(companies)
