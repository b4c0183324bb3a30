from odoo import Command, api, fields, models

from ..models.perkara.pengaduan_terlapor import PEJABAT


class DpmdTerlaporWizard(models.TransientModel):
    """Say which official of this office is reported, or correct it; whom it closes out is a matter of the flow."""

    _name = "dpmd.terlapor.wizard"
    _description = "Reported Official"
    _inherit = ["dpmd.wizard"]

    pejabat = fields.Selection(PEJABAT, string="Official of this office reported")
    bidang_id = fields.Many2one("dpmd.bidang", string="Kepala Bidang of")
    user_ids = fields.Many2many("res.users", "dpmd_terlapor_wizard_user_rel", string="Also kept away")
    pegawai_ids = fields.Many2many("res.users", compute="_compute_pegawai_ids")
    alasan = fields.Text(string="Reason", required=True)

    @api.model
    def default_get(self, fields):
        """Begin with what is known now."""
        nilai = super().default_get(fields)
        pengaduan = self._kasus_awal(nilai)
        return nilai | {
            "pejabat": pengaduan.terlapor_pejabat,
            "bidang_id": pengaduan.terlapor_bidang_id.id,
            "user_ids": [Command.set(pengaduan.tertutup_user_ids.ids)],
        }

    @api.depends("res_id")
    def _compute_pegawai_ids(self):
        for wizard in self:
            wizard.pegawai_ids = self.env["dpmd.penugasan"]._pegawai(wizard.pengaduan_id.company_id)

    def action_tetapkan(self):
        """Set it; whoever closed his own desk goes back to the cases that are left."""
        pengaduan = self._kasus()
        pengaduan.action_tetapkan_terlapor(self.pejabat, self.bidang_id.id, self.user_ids.ids, self.alasan)
        self.sudo().unlink()  # who is reported does not stay behind in a dialog's table
        if pengaduan.has_access("read"):
            return {"type": "ir.actions.act_window_close"}
        return {**pengaduan.action_meja_saya(), "target": "main"}
