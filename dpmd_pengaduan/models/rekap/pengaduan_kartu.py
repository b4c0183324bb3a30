from odoo import fields, models


class DpmdPengaduan(models.Model):
    """What the figures and the inspector find cases by: the day of an objection, and what left the path."""

    _inherit = "dpmd.pengaduan"

    tanggal_keberatan = fields.Datetime(index="btree_not_null")

    def _tulis_kartu(self, jejak):
        hasil = super()._tulis_kartu(jejak)
        self.env["dpmd.penyimpangan"]._tandai(self)
        return hasil
