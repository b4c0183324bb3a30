from odoo import models
from odoo.tools import SQL


class DpmdInstansi(models.Model):
    """An office that took complaints before there was a list of what it needs is open, and stays so."""

    _inherit = "dpmd.instansi"

    def _init_column(self, column_name):
        hasil = super()._init_column(column_name)
        if column_name == "dibuka":
            self.env.cr.execute(
                SQL(
                    "UPDATE dpmd_instansi i SET dibuka = now() AT TIME ZONE 'UTC'"
                    " WHERE EXISTS (SELECT FROM dpmd_pengaduan p WHERE p.company_id = i.company_id)"
                )
            )
        return hasil
