from odoo import api, fields, models


class DpmdArsipWizard(models.TransientModel):
    """File a case (SOP step 16)."""

    _name = "dpmd.arsip.wizard"
    _description = "File in the Archive"
    _inherit = ["dpmd.wizard"]

    klasifikasi_id = fields.Many2one(
        "dpmd.klasifikasi",
        string="Filing Code",
        required=True,
        compute="_compute_klasifikasi_id",
        store=True,
        readonly=False,
        help="Proposed by the kind of the complaint.",
    )
    lokasi = fields.Char(string="Location", required=True)

    @api.depends("res_id")
    def _compute_klasifikasi_id(self):
        for wizard in self:
            wizard.klasifikasi_id = wizard.pengaduan_id.jenis_id.klasifikasi_id

    def action_arsipkan(self):
        """File the frozen papers of the case."""
        self._kasus().action_arsipkan(self.klasifikasi_id.id, self.lokasi)
        return {"type": "ir.actions.act_window_close"}
