from odoo import fields, models


class DpmdLaporan(models.Model):
    """The report among the stations of steps 8 to 12."""

    _inherit = "dpmd.laporan"

    rel = fields.Json(related="pengaduan_id.rel", related_sudo=False)
