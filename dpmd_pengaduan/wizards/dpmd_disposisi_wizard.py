from odoo import api, fields, models

from ..models.perkara.alur import KABID, PSM, SEKRETARIS
from ..models.perkara.dpmd_disposisi import HARAP, SIFAT

TUJUAN = {5: SEKRETARIS, 6: KABID, 7: PSM}
METHOD = {5: "action_tugaskan_sekretaris", 6: "action_tugaskan_kabid", 7: "action_disposisi_pelaksana"}


class DpmdDisposisiIsi(models.AbstractModel):
    """The words of a disposisi (SOP steps 5, 6 and 7), with today's holders to choose from."""

    _name = "dpmd.disposisi.isi"
    _description = "Words of a Disposisi"
    _inherit = ["dpmd.wizard"]

    langkah = fields.Integer(compute="_compute_langkah")
    kepada = fields.Char(string="To", compute="_compute_langkah")
    instruksi = fields.Text(string="Instruction", compute="_compute_usulan", store=True, readonly=False)
    sifat = fields.Selection(SIFAT, compute="_compute_usulan", store=True, readonly=False)
    harap = fields.Selection(HARAP, string="Dengan hormat harap", default="proses")
    catatan = fields.Text(string="Note")
    tenggat = fields.Date(string="Due", compute="_compute_usulan", store=True, readonly=False)
    bidang_id = fields.Many2one("dpmd.bidang", compute="_compute_usulan", store=True, readonly=False)
    kepada_user_id = fields.Many2one(
        "res.users", string="Pelaksana", compute="_compute_usulan", store=True, readonly=False
    )
    usul_bidang_id = fields.Many2one(
        "dpmd.bidang", string="Proposed bidang", compute="_compute_usulan", store=True, readonly=False
    )
    usul_user_id = fields.Many2one("res.users", string="Proposed pelaksana")
    saran_bidang_id = fields.Many2one(related="pengaduan_id.saran_bidang_id")
    saran_alasan = fields.Char(related="pengaduan_id.saran_alasan")
    pakai_saran = fields.Boolean(string="Take the suggestion")
    calon_bidang_ids = fields.Many2many("dpmd.bidang", compute="_compute_calon")
    calon_pelaksana_ids = fields.Many2many("res.users", compute="_compute_calon")
    pegawai_ids = fields.Many2many("res.users", compute="_compute_calon")

    @api.depends("res_id")
    def _compute_langkah(self):
        for wizard in self:
            pengaduan = wizard.pengaduan_id
            wizard.langkah = pengaduan.langkah
            penerima = self.env["dpmd.penugasan"]._pejabat(SEKRETARIS, pengaduan.company_id)[:1]
            wizard.kepada = penerima.display_name if pengaduan.langkah in (4, 5) else False

    @api.depends("res_id")
    def _compute_usulan(self):
        for wizard in self:
            pengaduan = wizard.pengaduan_id
            instansi = self.env["dpmd.instansi"]._milik(pengaduan.company_id or self.env.company)
            wizard.instruksi = {
                5: instansi.instruksi_kadis,
                6: instansi.instruksi_sekretaris,
                7: instansi.instruksi_kabid,
            }.get(pengaduan.langkah)
            wizard.sifat = "rahasia" if pengaduan.identitas == "rahasia" else "biasa"
            wizard.tenggat = pengaduan._tenggat_disposisi() if pengaduan else False
            wizard.usul_bidang_id = wizard.bidang_id = pengaduan.usul_bidang_id
            wizard.kepada_user_id = pengaduan.usul_pelaksana_id

    @api.depends("res_id", "bidang_id", "usul_bidang_id")
    def _compute_calon(self):
        Penugasan_sudo = self.env["dpmd.penugasan"].sudo()
        for wizard in self:
            pengaduan = wizard.pengaduan_id
            pegawai = Penugasan_sudo.search([("company_id", "=", pengaduan.company_id.id), ("berlaku", "=", True)])
            dipimpin = pegawai.filtered(lambda tugas: tugas.jabatan == KABID).bidang_id
            bidang = pengaduan.bidang_id or (wizard.bidang_id if pengaduan.langkah == 6 else wizard.usul_bidang_id)
            wizard.calon_bidang_ids = dipimpin
            wizard.calon_pelaksana_ids = (
                pegawai.filtered(
                    lambda tugas, b=bidang: tugas.jabatan == PSM and (not b or tugas.bidang_id == b)
                ).user_id
                - pengaduan.sudo().pelaksana_lama_ids
                - pengaduan.sudo().tertutup_user_ids
            )
            wizard.pegawai_ids = pegawai.user_id - pengaduan.sudo().tertutup_user_ids

    @api.onchange("pakai_saran")
    def _onchange_pakai_saran(self):
        if self.pakai_saran:
            self.bidang_id = self.usul_bidang_id = self.saran_bidang_id

    def _disposisi(self):
        """Return the words as the methods of the steps take them."""
        self.ensure_one()
        isi = {
            "instruksi": self.instruksi,
            "sifat": self.sifat,
            "harap": self.harap,
            "catatan": self.catatan,
            "tenggat": self.tenggat,
            "tim_ids": self.tim_ids.ids,
            "tembusan_ids": self.tembusan_ids.ids,
        }
        langkah = self._kasus().langkah
        if langkah in (4, 5):
            isi.update(usul_bidang_id=self.usul_bidang_id.id, usul_user_id=self.usul_user_id.id)
        elif langkah == 6:
            isi.update(bidang_id=self.bidang_id.id, usul_user_id=self.usul_user_id.id)
        else:
            isi.update(kepada_user_id=self.kepada_user_id.id)
        return isi


class DpmdDisposisiWizard(models.TransientModel):
    """Write a disposisi (SOP steps 5, 6 and 7), on one's own desk or in place of the desk below."""

    _name = "dpmd.disposisi.wizard"
    _description = "Write a Disposisi"
    _inherit = ["dpmd.disposisi.isi"]

    lewati = fields.Boolean(help="Act in place of the desk below.")
    alasan = fields.Text(string="Why the desk is skipped")
    tim_ids = fields.Many2many("res.users", "dpmd_disposisi_wizard_tim_rel", string="Team")
    tembusan_ids = fields.Many2many("res.users", "dpmd_disposisi_wizard_tembusan_rel")

    def action_kirim(self):
        """Send the disposisi with the step it belongs to, which checks everything itself.

        :raise AccessError: the step belongs to another desk
        :raise UserError: not the next step, or the addressee is missing
        """
        pengaduan = self._kasus()
        disposisi = self._disposisi()
        if self.lewati:
            pengaduan.action_lewati(self.alasan, disposisi)
        else:
            getattr(pengaduan, METHOD.get(max(pengaduan.langkah, 5), METHOD[7]))(disposisi)
        return {"type": "ir.actions.act_window_close"}
