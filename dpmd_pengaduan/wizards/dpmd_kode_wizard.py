from odoo import fields, models
from odoo.exceptions import UserError

from ..models.pelapor.pelapor_kode import CARA_PERIKSA


class DpmdKodeWizard(models.TransientModel):
    """A lost receipt: say how the person was checked, then see the new number once."""

    _name = "dpmd.kode.wizard"
    _description = "New Receipt Number"
    _inherit = ["dpmd.wizard"]

    cara = fields.Selection(CARA_PERIKSA, string="How the person was checked", required=True)
    keterangan = fields.Text(string="What was checked, in words", required=True)
    diperiksa = fields.Boolean(string="I have checked myself that this is the pelapor")

    def action_ganti(self):
        """Make the new number and show it once, to be printed with the tanda terima."""
        self.ensure_one()
        if not self.diperiksa:
            raise UserError(self.env._("Check the person first, and tick that you did."))
        pengaduan = self._kasus()
        kode = (
            self.env["dpmd.pelapor"]
            .search([("pengaduan_id", "=", pengaduan.id)])
            .action_ganti_kode(self.cara, self.keterangan)
        )
        # The words on a person do not stay behind in a dialog's table.
        self.sudo().unlink()
        return {
            "type": "ir.actions.act_window",
            "res_model": "dpmd.tanda.terima.wizard",
            "views": [(False, "form")],
            "target": "new",
            "name": self.env._("New receipt number"),
            "context": {"active_id": pengaduan.id, "dpmd_kode": kode},
        }
