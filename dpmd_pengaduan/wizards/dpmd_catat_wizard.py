from odoo import api, fields, models

from ..models.perkara.alur import KABID, PSM


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
            baris = pengaduan._baris_kini() if pengaduan else None
            if not baris:
                wizard.calon_penugasan_ids = False
                continue
            zona = pengaduan.with_context(tz=pengaduan._zona())
            bidang = pengaduan.bidang_id if baris.jabatan in (KABID, PSM) else None
            calon = self.env["dpmd.penugasan"]._pejabat(
                baris.jabatan,
                pengaduan.company_id,
                bidang=bidang,
                tanggal=wizard.terjadi and fields.Datetime.context_timestamp(zona, wizard.terjadi).date(),
            )
            if baris.jabatan == PSM:
                calon = calon.filtered(lambda tugas, p=pengaduan: tugas.user_id in p.pelaksana_id | p.tim_ids)
            wizard.calon_penugasan_ids = calon

    @api.depends("calon_penugasan_ids")
    def _compute_penugasan_id(self):
        for wizard in self:
            wizard.penugasan_id = wizard.calon_penugasan_ids[:1]._origin

    def action_catat(self):
        """Enter the step; who did it and when is checked by the flow.

        :raise UserError: no scan, or the official did not hold the jabatan on that day
        """
        pengaduan = self._kasus()
        isi = {"disposisi": self._disposisi()} if pengaduan.langkah in (5, 6, 7) else {}
        pengaduan.action_catatkan(self.penugasan_id.id, self.terjadi, self._lampiran_bukti().id, self.alasan, **isi)
        return {"type": "ir.actions.act_window_close"}
