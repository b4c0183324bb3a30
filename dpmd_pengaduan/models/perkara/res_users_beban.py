from odoo import api, fields, models

from .beban import KUNCI, kata_beban, tambah_beban


class ResUsers(models.Model):
    """Where somebody is chosen for a case, the cases he holds are told beside his name."""

    _inherit = "res.users"

    # For the cards one chooses from on a phone, which show no list of names.
    dpmd_beban = fields.Char(string="Cases", compute="_compute_dpmd_beban", compute_sudo=False)

    @api.depends_context("uid", "lang")
    def _compute_dpmd_beban(self):
        kata = kata_beban(self, "pelaksana_id")
        for user in self:
            user.dpmd_beban = kata.get(user.id)

    @api.depends_context(KUNCI, "formatted_display_name", "uid", "lang")
    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        tambah_beban(self, "pelaksana_id")
