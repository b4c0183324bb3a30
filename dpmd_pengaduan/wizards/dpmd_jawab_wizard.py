from odoo import api, fields, models


class DpmdJawabWizard(models.TransientModel):
    """Tell the pelapor the result (SOP step 17), or why the case was closed early."""

    _name = "dpmd.jawab.wizard"
    _description = "Inform the Pelapor"
    _inherit = ["dpmd.wizard"]

    tutup = fields.Boolean(compute="_compute_tutup")
    hasil = fields.Selection(related="pengaduan_id.hasil")
    catatan_tutup = fields.Text(related="pengaduan_id.catatan_tutup")
    jawaban = fields.Text(string="Answer")
    cara = fields.Selection(
        [("surel", "E-mail"), ("portal", "Portal and receipt number"), ("kertas", "On paper")],
        string="Told by", required=True,
    )

    @api.depends("res_id")
    def _compute_tutup(self):
        for wizard in self:
            wizard.tutup = wizard.pengaduan_id.state == "ditutup"

    def action_jawab(self):
        """Send the answer; on paper with the proof of delivery."""
        pengaduan = self._kasus()
        bukti = self._lampiran_bukti() if self.cara == "kertas" else self.env["ir.attachment"]
        if pengaduan.state == "ditutup":
            pengaduan.action_informasikan_tutup(self.cara, bukti.id)
        else:
            pengaduan.action_informasikan(self.jawaban, self.cara, bukti.id)
        return {"type": "ir.actions.act_window_close"}
