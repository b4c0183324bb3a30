from odoo import api, fields, models

from ..models.perkara.pengaduan_gabung import BISA_JADI_INDUK


class DpmdGabungWizard(models.TransientModel):
    """Join a case to a lead case on the same matter (SOP: digabung)."""

    _name = "dpmd.gabung.wizard"
    _description = "Join to a Lead Case"
    _inherit = ["dpmd.wizard"]

    induk_id = fields.Many2one(
        "dpmd.pengaduan", string="Lead case", required=True, domain=f"[('id', '!=', res_id)] + {BISA_JADI_INDUK}"
    )
    alasan = fields.Text(string="Reason", required=True)

    @api.constrains("induk_id")
    def _check_induk_id(self):
        # A Many2one is named as superuser: only a case the user may read is kept here.
        self.induk_id.sudo(False).check_access("read")

    def action_gabung(self):
        """Join the case."""
        self._kasus().action_gabung(self.induk_id.id, self.alasan)
        return {"type": "ir.actions.act_window_close"}
