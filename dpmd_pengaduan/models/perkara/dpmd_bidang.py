from odoo import api, models

from .beban import KUNCI, tambah_beban


class DpmdBidang(models.Model):
    """Where a bidang is chosen for a case, its work is told beside its name."""

    _inherit = "dpmd.bidang"

    @api.depends_context(KUNCI, "formatted_display_name", "uid", "lang")
    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        tambah_beban(self, "bidang_id")
