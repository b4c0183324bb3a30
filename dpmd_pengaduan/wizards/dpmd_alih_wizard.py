from odoo import api, fields, models

from ..models.perkara.alur import PSM


class DpmdAlihWizard(models.TransientModel):
    """Hand a case to another Sub Koor or PSM of the bidang."""

    _name = "dpmd.alih.wizard"
    _description = "Hand Over"
    _inherit = ["dpmd.wizard"]

    calon_ids = fields.Many2many("res.users", compute="_compute_calon_ids")
    user_id = fields.Many2one("res.users", string="New pelaksana", required=True)
    alasan = fields.Text(string="Reason", required=True)

    @api.depends("res_id")
    def _compute_calon_ids(self):
        for wizard in self:
            pengaduan = wizard.pengaduan_id
            pejabat = self.env["dpmd.penugasan"]._pejabat(PSM, pengaduan.company_id, bidang=pengaduan.bidang_id)
            pengaduan_sudo = pengaduan.sudo()
            bukan = pengaduan_sudo.pelaksana_lama_ids | pengaduan_sudo.tertutup_user_ids
            wizard.calon_ids = pejabat.user_id - pengaduan.pelaksana_id - bukan

    def action_alih(self):
        """Hand the case over."""
        self._kasus().action_alih_pelaksana(self.user_id.id, self.alasan)
        return {"type": "ir.actions.act_window_close"}
