from odoo import fields, models


class DpmdArsipWizard(models.TransientModel):
    """File a case (SOP step 16)."""

    _name = "dpmd.arsip.wizard"
    _description = "File in the Archive"
    _inherit = ["dpmd.wizard"]

    klasifikasi_id = fields.Many2one("dpmd.klasifikasi", string="Filing Code", required=True)
    lokasi = fields.Char(string="Location", required=True)

    def action_arsipkan(self):
        """File the frozen papers of the case."""
        self._kasus().action_arsipkan(self.klasifikasi_id.id, self.lokasi)
        return {"type": "ir.actions.act_window_close"}
