from odoo import api, fields, models


class DpmdAksesWizard(models.TransientModel):
    """Let an inspector look at one secret identity, on a surat tugas; by the Kadis."""

    _name = "dpmd.akses.wizard"
    _description = "Let the Pengawas Look"
    _inherit = ["dpmd.wizard"]

    calon_ids = fields.Many2many("res.users", compute="_compute_calon_ids")
    user_id = fields.Many2one("res.users", string="Pengawas", required=True)
    surat_tugas = fields.Char(required=True)
    alasan = fields.Text(string="Reason", required=True)

    @api.depends("res_id")
    def _compute_calon_ids(self):
        for wizard in self:
            wizard.calon_ids = self.env["dpmd.penugasan"]._pejabat("pengawas", wizard.pengaduan_id.company_id).user_id

    def action_beri(self):
        """Grant the look; it is recorded and expires."""
        self._kasus().action_beri_akses_pengawas(self.user_id.id, self.alasan, self.surat_tugas)
        return {"type": "ir.actions.act_window_close"}
