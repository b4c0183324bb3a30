from odoo import models


class DpmdPengaduan(models.Model):
    """A case file that was made is listed with what else was taken out; the card of the case tells it too."""

    _inherit = "dpmd.pengaduan"

    def _kerjakan_bundel(self, jejak, bentuk, dengan_identitas=False, alasan=None):
        hasil = super()._kerjakan_bundel(jejak, bentuk, dengan_identitas=dengan_identitas, alasan=alasan)
        self.env["dpmd.pembacaan"]._catat_pembacaan("bundel", self.sudo(), bentuk)
        return hasil
