from odoo import api, models

from .beban import KUNCI, tambah_beban


class ResUsers(models.Model):
    """Where somebody is chosen for a case, the cases he holds are told beside his name."""

    _inherit = "res.users"

    @api.depends_context(KUNCI, "formatted_display_name", "uid", "lang")
    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        tambah_beban(self, "pelaksana_id")
