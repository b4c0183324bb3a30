from odoo import api, fields, models


class DpmdBundelWizard(models.TransientModel):
    """Ask for the whole case as one file: as what, and whether with the identity, for who may read it."""

    _name = "dpmd.bundel.wizard"
    _description = "Case File"
    _inherit = ["dpmd.wizard"]

    bentuk = fields.Selection(
        [("pdf", "One PDF, to be read"), ("zip", "ZIP, for the archive"), ("ombudsman", "ZIP for the Ombudsman")],
        string="Made as",
        required=True,
        default="pdf",
    )
    boleh_identitas = fields.Boolean(compute="_compute_boleh_identitas")
    dengan_identitas = fields.Boolean(string="With the identity of the pelapor")
    alasan = fields.Text(string="Reason")

    @api.depends("res_id")
    @api.depends_context("uid")
    def _compute_boleh_identitas(self):
        for wizard in self:
            kasus = wizard.pengaduan_id
            wizard.boleh_identitas = bool(kasus) and kasus._boleh_bundel_identitas(kasus._penugasan_bundel())

    def action_unduh(self):
        """Save the file; making it is noted on the card."""
        return self._kasus().action_bundel(self.bentuk, self.dengan_identitas, self.alasan)
