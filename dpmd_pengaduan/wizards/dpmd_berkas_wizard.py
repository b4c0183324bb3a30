from odoo import api, fields, models


class DpmdBerkasWizard(models.TransientModel):
    """Take back files that one put on an open case oneself."""

    _name = "dpmd.berkas.wizard"
    _description = "Withdraw a File"
    _inherit = ["dpmd.wizard"]

    berkas_saya_ids = fields.Many2many("ir.attachment", compute="_compute_berkas_saya_ids", compute_sudo=False)
    # Many, since Odoo names a single one as superuser, also to whoever may not read it.
    berkas_ids = fields.Many2many("ir.attachment", "dpmd_berkas_wizard_rel", string="Files", required=True)
    alasan = fields.Text(string="Reason", required=True)

    @api.depends("res_id")
    def _compute_berkas_saya_ids(self):
        for wizard in self:
            wizard.berkas_saya_ids = wizard.pengaduan_id and wizard.pengaduan_id._berkas_saya()

    def action_tarik(self):
        """Take the chosen files back; each gets its line on the card."""
        for berkas in self.berkas_ids:
            self._kasus().action_tarik_berkas(berkas.id, self.alasan)
        return {"type": "ir.actions.act_window_close"}
