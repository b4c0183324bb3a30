from odoo import api, fields, models


class DpmdTtdWizard(models.TransientModel):
    """Take an attendee's signature on the open berita acara (SOP step 11)."""

    _name = "dpmd.ttd.wizard"
    _description = "Sign the Berita Acara"

    res_id = fields.Integer(string="Attendee", required=True, default=lambda self: self.env.context.get("active_id"))
    nama = fields.Char(string="Name", compute="_compute_nama", compute_sudo=False)
    gambar = fields.Binary(string="Signature", attachment=False)

    @api.depends("res_id")
    def _compute_nama(self):
        for wizard in self:
            peserta = self.env["dpmd.rapat.peserta"].browse(wizard.res_id).exists()._filtered_access("read")
            wizard.nama = peserta._nama_penanda_tangan() if peserta else False

    def action_tanda_tangan(self):
        """Put the signature on the berita acara."""
        self.ensure_one()
        peserta = self.env["dpmd.rapat.peserta"].browse(self.res_id).exists()
        peserta.check_access("read")
        peserta.action_tanda_tangan_ba(self.gambar)
        return {"type": "ir.actions.act_window_close"}
