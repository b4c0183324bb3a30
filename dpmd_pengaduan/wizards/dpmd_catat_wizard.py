from odoo import api, fields, models


class DpmdCatatWizard(models.TransientModel):
    """Enter the next step as it happened on paper, with its scan (SOP: dicatatkan)."""

    _name = "dpmd.catat.wizard"
    _description = "Enter a Paper Step"
    _inherit = ["dpmd.disposisi.isi"]

    kegiatan = fields.Char(string="Step", compute="_compute_kegiatan")
    terjadi = fields.Datetime(string="Happened", required=True, default=fields.Datetime.now)
    calon_penugasan_ids = fields.Many2many("dpmd.penugasan", compute="_compute_calon_penugasan")
    penugasan_id = fields.Many2one(
        "dpmd.penugasan", string="Taken by", compute="_compute_penugasan_id", store=True, readonly=False
    )
    alasan = fields.Text(string="How it happened", required=True)
    tim_ids = fields.Many2many("res.users", "dpmd_catat_wizard_tim_rel", string="Team")
    tembusan_ids = fields.Many2many("res.users", "dpmd_catat_wizard_tembusan_rel")

    @api.depends("res_id")
    def _compute_kegiatan(self):
        for wizard in self:
            wizard.kegiatan = wizard.pengaduan_id._kegiatan_berikut() if wizard.pengaduan_id else False

    @api.depends("res_id", "terjadi")
    def _compute_calon_penugasan(self):
        for wizard in self:
            pengaduan = wizard.pengaduan_id
            utama = pengaduan._jalan_utama() if pengaduan else None
            wizard.calon_penugasan_ids = utama and pengaduan._calon_pejabat(
                utama, wizard.terjadi or fields.Datetime.now()
            )

    @api.depends("calon_penugasan_ids")
    def _compute_penugasan_id(self):
        for wizard in self:
            wizard.penugasan_id = wizard.calon_penugasan_ids[:1]._origin

    def action_catat(self):
        """Enter the step; who did it and when is checked by the flow.

        :raise UserError: no scan, or the official did not hold the jabatan on that day
        """
        pengaduan = self._kasus()
        disposisi = self._disposisi() if pengaduan.langkah in (5, 6, 7) else None
        bukti = self._lampiran_bukti()
        pengaduan.action_catatkan(self.penugasan_id.id, self.terjadi, bukti.id, self.alasan, disposisi)
        return {"type": "ir.actions.act_window_close"}
