from odoo import api, fields, models


class DpmdKutipanWizard(models.TransientModel):
    """Confirm the kutipan of a secret complaint, beside the pelapor's own words."""

    _name = "dpmd.kutipan.wizard"
    _description = "Confirm the Kutipan"
    _inherit = ["dpmd.wizard"]

    isi_asli = fields.Text(string="In the pelapor's own words", compute="_compute_isi_asli", compute_sudo=False)
    kutipan = fields.Text(required=True)

    @api.depends("res_id")
    def _compute_isi_asli(self):
        for wizard in self:
            wizard.isi_asli = self.env["dpmd.pelapor"].search([("pengaduan_id", "=", wizard.res_id)], limit=1).isi_asli

    @api.model
    def default_get(self, fields):
        """Begin with the kutipan that is there."""
        nilai = super().default_get(fields)
        pengaduan = self._kasus_awal(nilai)
        return {**nilai, "kutipan": pengaduan.uraian}

    def action_konfirmasi(self):
        """Confirm that the kutipan shows nothing of who complained."""
        self._kasus().action_konfirmasi_kutipan(self.kutipan)
        return {"type": "ir.actions.act_window_close"}
