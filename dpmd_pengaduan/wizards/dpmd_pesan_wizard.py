from odoo import fields, models


class DpmdPesanWizard(models.TransientModel):
    """Write to the pelapor of a case, without seeing who that is."""

    _name = "dpmd.pesan.wizard"
    _description = "Write to the Pelapor"
    _inherit = ["dpmd.wizard"]

    isi = fields.Text(string="Message", required=True)
    minta_jawab = fields.Boolean(string="We wait for an answer", help="The tracking page then says so first.")
    suara_id = fields.Integer(string="Message with a voice note", help="The words write down what it says.")

    def action_kirim(self):
        """Send the message; it appears on the tracking page."""
        if self.suara_id:
            self.env["dpmd.pesan"].browse(self.suara_id).exists().action_transkripsi(self.isi)
        else:
            self._kasus().action_tulis_pelapor(self.isi, self.minta_jawab)
        self.isi = "-"  # the dialog is kept for some hours, the words are not
        return {"type": "ir.actions.act_window_close"}
