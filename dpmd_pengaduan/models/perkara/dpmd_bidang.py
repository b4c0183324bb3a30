from odoo import api, fields, models

from .beban import KUNCI, kata_beban, tambah_beban


class DpmdBidang(models.Model):
    """Where a bidang is chosen for a case, its work is told beside its name."""

    _inherit = "dpmd.bidang"

    beban = fields.Char(string="Cases", compute="_compute_beban", compute_sudo=False)

    @api.depends_context("uid", "lang")
    def _compute_beban(self):
        kata = kata_beban(self, "bidang_id")
        for bidang in self:
            bidang.beban = kata.get(bidang.id)

    @api.depends_context(KUNCI, "formatted_display_name", "uid", "lang")
    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        tambah_beban(self, "bidang_id")
