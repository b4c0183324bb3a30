from odoo import fields, models

from ..models.perkara.dpmd_pengaduan import ALASAN_TUTUP


class DpmdTutupWizard(models.TransientModel):
    """Close a case early, by decision of the Kadis."""

    _name = "dpmd.tutup.wizard"
    _description = "Close Early"
    _inherit = ["dpmd.wizard"]

    alasan_tutup = fields.Selection(ALASAN_TUTUP, string="Closed because", required=True)
    catatan = fields.Text(string="Reason, for the pelapor", required=True)
    tujuan = fields.Char(string="Dilimpahkan to")

    def action_tutup(self):
        """Close the case; the Pengadministrasi Umum then tells the pelapor why."""
        self._kasus().action_tutup(self.alasan_tutup, self.catatan, self.tujuan)
        return {"type": "ir.actions.act_window_close"}
