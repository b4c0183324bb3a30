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
        string="Told by",
        required=True,
        compute="_compute_cara",
        store=True,
        readonly=False,
        precompute=True,
    )

    @api.depends("res_id")
    def _compute_tutup(self):
        for wizard in self:
            wizard.tutup = wizard.pengaduan_id.state == "ditutup"

    @api.depends("res_id")
    def _compute_cara(self):
        """Propose the mail where the pelapor gave an address and the office has one, else the portal."""
        for wizard in self:
            pengaduan_sudo = wizard.pengaduan_id.sudo()
            instansi = self.env["dpmd.instansi"]._milik(pengaduan_sudo.company_id or self.env.company)
            surel = pengaduan_sudo.pelapor_ids.email and instansi._alamat_pengirim()
            wizard.cara = "surel" if surel else "portal"

    def action_jawab(self):
        """Send the answer; on paper with the proof of delivery."""
        pengaduan = self._kasus()
        bukti = self._lampiran_bukti() if self.cara == "kertas" else self.env["ir.attachment"]
        if pengaduan.state == "ditutup":
            pengaduan.action_informasikan_tutup(self.cara, bukti.id)
        else:
            pengaduan.action_informasikan(self.jawaban, self.cara, bukti.id)
        return {"type": "ir.actions.act_window_close"}
