from odoo import api, fields, models
from odoo.exceptions import UserError

from .pindaian import baca_pindaian

KOLOM_BERITA_ACARA = {"rapat_id", "tanggal", "tempat", "isi", "penutup", "kesepakatan_ids"}


class DpmdBeritaAcara(models.Model):
    """What a meeting agreed: the words every attendee signs (SOP step 11)."""

    _name = "dpmd.berita.acara"
    _description = "Berita Acara"
    _inherit = ["dpmd.terjaga", "dpmd.bernomor", "dpmd.lembar"]
    _induk = "rapat_id"
    _order = "id desc"

    name = fields.Char(string="Number", default="/", required=True)
    rapat_id = fields.Many2one("dpmd.rapat", required=True, index=True, ondelete="restrict")
    pengaduan_id = fields.Many2one(
        "dpmd.pengaduan", related="rapat_id.pengaduan_id", store=True, precompute=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", related="rapat_id.company_id", store=True, precompute=True, ondelete="restrict"
    )
    tanggal = fields.Date(string="Date", required=True, default=lambda self: self.env["dpmd.penugasan"]._hari_ini())
    tempat = fields.Char(string="Place", compute="_compute_tempat", store=True, readonly=False, precompute=True)
    isi = fields.Text(string="What was discussed", required=True)
    penutup = fields.Text(string="Closing")
    kesepakatan_ids = fields.One2many("dpmd.kesepakatan", "berita_acara_id")
    peserta_ids = fields.One2many(related="rapat_id.peserta_ids", string="Signatories")
    dokumen_id = fields.Many2one("dpmd.dokumen", string="Paper", ondelete="restrict")
    state = fields.Selection(
        [("draf", "Draft"), ("tanda_tangan", "Being signed"), ("selesai", "Final")],
        string="Status",
        required=True,
        default="draf",
    )
    boleh_isi = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_tarik = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_layar = fields.Boolean(related="rapat_id.boleh_layar", related_sudo=False)
    rel = fields.Json(related="pengaduan_id.rel", related_sudo=False)
    dokumen_dibekukan = fields.Datetime(related="dokumen_id.dibekukan")

    _nomor_uniq = models.UniqueIndex("(company_id, tahun, nomor) WHERE nomor > 0")
    _rapat_uniq = models.Constraint("UNIQUE(rapat_id)", "A meeting has one berita acara.")

    @api.depends("rapat_id")
    def _compute_tempat(self):
        for berita in self:
            berita.tempat = berita.tempat or berita.rapat_id.tempat

    def _kolom_isi(self):
        return KOLOM_BERITA_ACARA

    def _cek_boleh_isi(self, kolom=frozenset()):
        for berita in self:
            if berita.state != "draf":
                raise UserError(
                    self.env._("The berita acara is being signed. Take it back first; its signatures are then void.")
                )
            if berita.pengaduan_id.state != "berita_acara" or not berita.pengaduan_id._saya_penyusun():
                raise UserError(self.env._("The berita acara is written by the pelaksana or the team, at step 11."))

    def _cek_tambah_berkas(self):
        self._cek_boleh_isi()

    def _dokumen_terbuka(self):
        return self.filtered(lambda berita: berita.state == "tanda_tangan").dokumen_id

    def action_buka_tanda_tangan(self):
        """Hand the berita acara up for the signatures of all who attended; with the last it gets its number."""
        for berita in self:
            berita.check_access("write")
            berita._cek_boleh_isi()
            berita_sudo = berita.sudo()
            dokumen_sudo = self.env["dpmd.dokumen"]._susun("berita_acara", berita_sudo, berita.pengaduan_id)
            dokumen_sudo._ajukan(fields.Datetime.now())
            berita_sudo._tulis({"state": "tanda_tangan", "dokumen_id": dokumen_sudo.id})

    def _selesaikan(self):
        """Number and freeze the berita acara that everybody has signed or refused (superuser record).

        :return: its paper
        """
        self.ensure_one()
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        nomor = self._ambil_nomor(hari_ini.year)
        self._tulis({"state": "selesai", "name": instansi._bentuk_nomor(instansi.pola_berita_acara, nomor, hari_ini)})
        self.dokumen_id._tulis({"name": self.name, "tanggal": self.tanggal})
        self.dokumen_id._bekukan()
        return self.dokumen_id

    def action_tarik(self, alasan=None):
        """Take a berita acara back to draft; the signatures given so far are void.

        :raise UserError: without a reason, or after step 11
        """
        self.ensure_one()
        self.check_access("write")
        if self.state != "tanda_tangan" or not self.pengaduan_id._saya_penyusun():
            raise UserError(self.env._("Only a berita acara that is being signed can be taken back, by its drafter."))
        if not alasan:
            raise UserError(self.env._("Say why the berita acara is taken back."))
        berita_sudo = self.sudo()
        berita_sudo.dokumen_id._batalkan(alasan)
        berita_sudo._tulis({"state": "draf", "dokumen_id": False})
        self.pengaduan_id._catat(self.env._("Berita acara taken back, signatures void"), alasan)

    def action_layar(self):
        """Open the check-in page, where the attendees sign."""
        self.ensure_one()
        self.check_access("read")
        return self.rapat_id.action_layar()

    def action_catat_kertas(self, peserta_ids=None, pindaian=None):
        """Record who signed the printed berita acara. Its scan is kept, and each of these signatures points at it.

        :param list peserta_ids: ids of the attendees whose signature is on the sheet
        :param str pindaian: base64 of the scan: PDF, JPEG, PNG or WebP
        :raise UserError: it is not being signed, nobody is named, or the scan is missing
        """
        self.ensure_one()
        self.check_access("write")
        if self.state != "tanda_tangan" or not self.pengaduan_id._saya_penyusun():
            raise UserError(
                self.env._("Signatures on paper are entered by the pelaksana or the team, while it is being signed.")
            )
        peserta = self.peserta_ids.filtered(lambda satu: satu.id in (peserta_ids or ()))
        if not peserta:
            raise UserError(self.env._("Tick who signed on this sheet."))
        isi, mimetype, akhiran = baca_pindaian(self.company_id, pindaian)
        nama = f"berita-acara-bertanda-tangan.{akhiran}"
        bukti_sudo = self.sudo()._simpan_berkas([{"name": nama, "raw": isi, "mimetype": mimetype}])
        for satu in peserta:
            satu._tulis_sah_ba("tanda_tangan", cara="kertas", bukti_id=bukti_sudo.id)

    @api.depends("state", "rapat_id.pengaduan_id.state")
    @api.depends_context("uid")
    def _compute_boleh(self):
        for berita in self:
            pengaduan = berita.rapat_id.pengaduan_id
            berita.boleh_isi = bool(pengaduan) and berita._boleh_isi()
            berita.boleh_tarik = berita.state == "tanda_tangan" and pengaduan._saya_penyusun()

    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        for paper in self.filtered(lambda paper: paper.name == "/"):
            paper.display_name = self.env._("Berita Acara")

    def action_pdf(self):
        """Open the frozen PDF of the berita acara."""
        self.ensure_one()
        self.check_access("read")
        return self.dokumen_id.action_unduh()
