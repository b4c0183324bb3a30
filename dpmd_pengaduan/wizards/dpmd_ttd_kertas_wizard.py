from odoo import api, fields, models


class DpmdTtdKertasWizard(models.TransientModel):
    """Enter who signed the printed berita acara: one scan of the sheet, and a tick for each name on it."""

    _name = "dpmd.ttd.kertas.wizard"
    _description = "Berita Acara Signed on Paper"

    res_id = fields.Integer(
        string="Berita Acara", required=True, default=lambda self: self.env.context.get("active_id")
    )
    calon_ids = fields.Many2many("dpmd.rapat.peserta", compute="_compute_calon_ids", compute_sudo=False)
    peserta_ids = fields.Many2many("dpmd.rapat.peserta", string="Signed on this sheet")
    pindaian = fields.Binary(string="Scan of the sheet", attachment=False)
    pindaian_nama = fields.Char(string="File Name")

    @api.depends("res_id")
    def _compute_calon_ids(self):
        for wizard in self:
            berita = self.env["dpmd.berita.acara"].browse(wizard.res_id).exists()._filtered_access("read")
            wizard.calon_ids = berita.peserta_ids.filtered("boleh_ttd_ba")

    def action_catat(self):
        """Keep the scan and put the signatures on the berita acara."""
        self.ensure_one()
        berita = self.env["dpmd.berita.acara"].browse(self.res_id).exists()
        berita.check_access("read")
        berita.action_catat_kertas(self.peserta_ids.ids, self.pindaian)
        return {"type": "ir.actions.act_window_close"}
