from odoo import api, fields, models


class DpmdJelasWizard(models.TransientModel):
    """Explain to the inspector why somebody sees a case or not, and what that person may do there now."""

    _name = "dpmd.jelas.wizard"
    _description = "Explain Who May"
    _inherit = ["dpmd.wizard"]

    calon_ids = fields.Many2many("res.users", compute="_compute_calon_ids")
    user_id = fields.Many2one("res.users", string="Who")
    penjelasan = fields.Html(compute="_compute_penjelasan", compute_sudo=False, sanitize=False)

    @api.depends("res_id")
    def _compute_calon_ids(self):
        for wizard in self:
            wizard.calon_ids = self.env["dpmd.penugasan"]._pegawai(wizard.pengaduan_id.company_id)

    @api.depends("res_id", "user_id")
    def _compute_penjelasan(self):
        for wizard in self:
            bagian = wizard.user_id and wizard._kasus().action_jelaskan(wizard.user_id.id)
            wizard.penjelasan = bagian and self.env["ir.qweb"]._render("dpmd_pengaduan.jelas", {"bagian": bagian})
