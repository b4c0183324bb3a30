from odoo import fields, models
from odoo.exceptions import UserError

from ..models.pelapor.pelapor_kode import CARA_PERIKSA
from .tanda_terima import aksi_tanda_terima


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
        pelapor = self.env["dpmd.pelapor"].search([("pengaduan_id", "=", pengaduan.id)])
        kode = pelapor.action_ganti_kode(self.cara, self.keterangan)
        # The words on a person do not stay behind in a dialog's table.
        self.sudo().unlink()
        return aksi_tanda_terima(pengaduan.sudo(), pelapor._pdf_tanda_terima(kode), kode)
