from odoo import api, models

from .alur import MEJA_LANGKAH


class DpmdSop(models.Model):
    """A case keeps the SOP it was registered under, so that one is never changed again, and fits the table of ways."""

    _inherit = "dpmd.sop"

    @api.model
    def _pelaksana_alur(self):
        return {int(nomor): jabatan for nomor, jabatan in MEJA_LANGKAH.items()}

    def _dipakai(self):
        dipakai = self.env["dpmd.pengaduan"].sudo().search_count([("sop_id", "in", self.ids)], limit=1)
        return bool(dipakai) or super()._dipakai()
