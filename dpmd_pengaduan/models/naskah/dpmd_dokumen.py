import base64
import hashlib
import secrets

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..kantor.dpmd_penugasan import JABATAN
from ..perkara.dpmd_pengaduan import CARA_JAWAB
from .jenis_naskah import NASKAH
from .surat import Surat, gaya, perkara

# Nobody's paraf or signature is waited for.
TANPA_GILIRAN = {"giliran_jenis": False, "giliran_jabatan": False, "giliran_user_ids": [fields.Command.clear()]}


class DpmdDokumen(models.Model):
    """One official paper of a case: number, frozen PDF, hash and token; submitted, valid, void or superseded.

    Nobody but the flow writes here, so nobody can swap the PDF. A *naskah luar* is a finished PDF made
    elsewhere, accepted as the final. How it gets its paraf and signatures stands in ``dokumen_ajuan.py``.
    """

    _name = "dpmd.dokumen"
    _description = "Official Paper"
    _inherit = ["dpmd.terjaga", "dpmd.bernomor"]
    _order = "id desc"
    _seri = ("company_id", "jenis")

    name = fields.Char(string="Number", default="/", required=True)
    jenis = fields.Selection(
        [*((jenis.kunci, jenis.judul) for jenis in NASKAH.values()), ("lainnya", "Other")], string="Kind", required=True
    )
    pengaduan_id = fields.Many2one("dpmd.pengaduan", index="btree_not_null", ondelete="restrict")
    pelapor_id = fields.Many2one(
        "dpmd.pelapor",
        index="btree_not_null",
        ondelete="restrict",
        help="Set on papers that show the identity; they follow the rights of the identity.",
    )
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    bidang_id = fields.Many2one("dpmd.bidang", ondelete="restrict", help="Of the case when it was handed up.")
    putaran = fields.Integer(string="Round", required=True, default=1)
    res_model = fields.Char(string="Source Model", required=True)
    res_id = fields.Many2oneReference(string="Source", model_field="res_model", required=True)
    tanggal = fields.Date(string="Date")
    state = fields.Selection(
        [
            ("konsep", "Draft"),
            ("diajukan", "Handed up"),
            ("berlaku", "Valid"),
            ("batal", "Void"),
            ("diganti", "Superseded"),
        ],
        string="Status",
        required=True,
        default="konsep",
    )
    alasan_batal = fields.Text(string="Void because")
    naskah_luar = fields.Boolean(string="Made elsewhere")
    hash_isi = fields.Char(
        string="Content Hash", help="SHA-256 over all it prints, but for number, date and signatures."
    )
    pdf_ajuan = fields.Binary(string="Submitted PDF", attachment=True)
    sha256_ajuan = fields.Char(string="SHA-256 of the submitted PDF", help="What paraf and signature stand for.")
    diajukan = fields.Datetime(string="Handed up on")
    penanda = fields.Selection(JABATAN, string="Signed by", help="The jabatan whose signature makes it official.")
    giliran_jenis = fields.Selection([("paraf", "Paraf"), ("tanda_tangan", "Signature")], string="Waits for")
    giliran_jabatan = fields.Selection(JABATAN, string="Waits for the")
    giliran_user_ids = fields.Many2many(
        "res.users", "dpmd_dokumen_giliran_rel", "dokumen_id", "user_id", string="Waits for the persons"
    )
    iring_id = fields.Many2one(
        "dpmd.dokumen",
        string="Accompanies",
        index="btree_not_null",
        ondelete="restrict",
        help="Signed together with it.",
    )
    iring_ids = fields.One2many("dpmd.dokumen", "iring_id", string="Accompanied by")
    dibaca_user_ids = fields.Many2many(
        "res.users", "dpmd_dokumen_dibaca_rel", "dokumen_id", "user_id", string="Opened by"
    )
    pdf = fields.Binary(string="PDF", attachment=True)
    sha256 = fields.Char(string="SHA-256 of the PDF")
    token = fields.Char(groups="base.group_system")
    dibekukan = fields.Datetime(string="Frozen on")
    versi_surat = fields.Integer(
        string="Version of the letters", help="Of the office's settings when it was issued; see the changes there."
    )
    disampaikan = fields.Datetime(string="Delivered on")
    cara_sampai = fields.Selection(CARA_JAWAB, string="Delivered by")
    bukti_sampai_id = fields.Many2one("ir.attachment", string="Proof of Delivery", ondelete="restrict")
    gagal_sampai = fields.Boolean(string="Did not arrive", help="The mail server or the pelapor said so.")
    dibuka_pelapor = fields.Datetime(
        string="Opened by the pelapor on", help="For the first time, on the tracking page."
    )
    pengesahan_ids = fields.One2many("dpmd.pengesahan", "dokumen_id", string="Paraf and Signatures")

    _nomor_uniq = models.UniqueIndex("(company_id, jenis, tahun, nomor) WHERE nomor > 0")
    _token_uniq = models.UniqueIndex("(token)")
    _sumber_idx = models.Index("(res_model, res_id)")
    _giliran_idx = models.Index("(company_id, giliran_jabatan) WHERE state = 'diajukan'")

    @api.depends("jenis", "name")
    def _compute_display_name(self):
        label = dict(self._fields["jenis"]._description_selection(self.env))
        for dokumen in self:
            nomor = f" {dokumen.name}" if dokumen.name != "/" else ""
            dokumen.display_name = f"{label.get(dokumen.jenis, '')}{nomor}"

    # ------------------------------------------------------------------
    # The one place that makes a paper official; for the flow only
    # ------------------------------------------------------------------

    @api.model
    def _susun(self, jenis, sumber, pengaduan, pelapor=None):
        """Begin a paper: a draft.

        :param str jenis: a key of ``NASKAH``
        :param sumber: the record the paper is printed from
        :param pelapor: the identity it shows; found out for a letter that names an open pelapor
        :return: superuser record
        """
        if NASKAH[jenis].nama_terbuka:
            pelapor = pengaduan.sudo()._pelapor_terbuka().get(pengaduan.id)
        dokumen_sudo = self.sudo()._buat(
            {
                "jenis": jenis,
                "res_model": sumber._name,
                "res_id": sumber.id,
                "company_id": pengaduan.company_id.id,
                "bidang_id": pengaduan.sudo().bidang_id.id,
                "putaran": pengaduan.putaran,
                "pengaduan_id": False if pelapor else pengaduan.id,
                "pelapor_id": pelapor.id if pelapor else False,
                "token": secrets.token_urlsafe(24),
            }
        )
        dokumen_sudo._tulis({"penanda": dokumen_sudo._penanda_kantor()})
        dokumen_sudo._tulis({"hash_isi": dokumen_sudo._sidik()})
        return dokumen_sudo

    @api.model
    def _dari(self, sumber, jenis):
        """Return the present paper of a kind that was printed from a record (superuser), for its template."""
        domain = [
            ("res_model", "=", sumber._name),
            ("res_id", "=", sumber.id),
            ("jenis", "=", jenis),
            ("state", "in", ("konsep", "diajukan", "berlaku")),
        ]
        if NASKAH[jenis].tiap_putaran:
            domain.append(("putaran", "=", perkara(sumber).sudo().putaran))
        return self.sudo().search(domain, limit=1)

    def _perkara_sudo(self):
        """Return the cases of papers (superuser), also of those that show an identity."""
        dokumen_sudo = self.sudo()
        return dokumen_sudo.pengaduan_id | dokumen_sudo.pelapor_id.pengaduan_id

    def _sumber_sudo(self):
        """Return the record a paper is printed from (superuser)."""
        self.ensure_one()
        return self.env[self.res_model].sudo().browse(self.res_id)

    def _sidik(self):
        """Return the SHA-256 over all a paper prints, kop and template included, with its number, date, paraf and
        signatures left open: those come with the signature, and everything else must not change before it.
        """
        self.ensure_one()
        surat = Surat(self._sumber_sudo(), self.jenis, dokumen=self, tanpa_sah=True)
        halaman = self.env["ir.qweb"]._render(f"dpmd_pengaduan.surat_{self.jenis}", {"naskah": [surat], "gaya": gaya()})
        return hashlib.sha256(str(halaman).encode()).hexdigest()

    def _cetak(self):
        """Return the paper as it is now (PDF, bytes)."""
        report = f"dpmd_pengaduan.report_{self.jenis}"
        pdf, _ext = self.env["ir.actions.report"].sudo()._render_qweb_pdf(report, self._sumber_sudo().ids)
        return pdf

    def _beri_nomor(self):
        """Give a paper its number and date, with its signature and never before, from the yearly series of its kind."""
        self.ensure_one()
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        nomor = self._ambil_nomor(hari_ini.year)
        name = instansi._bentuk_nomor(instansi.pola_surat, nomor, hari_ini, kode=NASKAH[self.jenis].kode)
        self._tulis({"tanggal": hari_ini, "name": name})

    def _bekukan(self):
        """Make papers official: render and freeze the PDF, with its hash; an older version is superseded.

        :raise UserError: what is printed is no longer what was signed
        """
        for dokumen in self:
            dokumen._periksa_alamat()
            dokumen._cek_tetap()
            dokumen._beri_kode()
            dokumen._versi_lama()._tulis({"state": "diganti"})
            tanggal = dokumen.tanggal or self.env["dpmd.penugasan"]._hari_ini()
            dokumen._tulis({"state": "berlaku", "tanggal": tanggal, **TANPA_GILIRAN})
            dokumen._simpan_pdf(dokumen._cetak())

    def _simpan_pdf(self, pdf):
        """Keep the final PDF (bytes) under rights nobody can write through."""
        self._tulis(
            {
                "pdf": base64.b64encode(pdf),
                "sha256": hashlib.sha256(pdf).hexdigest(),
                "dibekukan": fields.Datetime.now(),
                "versi_surat": self.env["dpmd.instansi"]._milik(self.company_id).versi_surat,
            }
        )

    def _cek_tetap(self):
        """Raise where what a signed paper prints has changed since."""
        if self.pengesahan_ids and self.hash_isi != self._sidik():
            raise UserError(
                self.env._("What this paper prints was changed after a paraf or signature. It must be handed up anew.")
            )

    def _versi_lama(self):
        """Return the valid papers a new version supersedes; those of another round stay valid beside it."""
        return self.search(
            [
                ("res_model", "=", self.res_model),
                ("res_id", "=", self.res_id),
                ("jenis", "=", self.jenis),
                ("putaran", "=", self.putaran),
                ("state", "=", "berlaku"),
                ("id", "!=", self.id),
            ]
        )

    def _batalkan(self, alasan):
        """Void papers with a reason, and what goes up with them; their signatures count no more, and stay visible."""
        iring_sudo = self.sudo().iring_ids.filtered(lambda iring: iring.state in ("diajukan", "berlaku"))
        (self.sudo() | iring_sudo)._tulis({"state": "batal", "alasan_batal": alasan, **TANPA_GILIRAN})
        for surat in iring_sudo.filtered("dibekukan"):
            if (kasus_sudo := surat._perkara_sudo()) not in self._perkara_sudo():  # on the card of a joined case too
                kalimat = self.env._("%(naskah)s is void, with the report of the lead case", naskah=surat.display_name)
                kasus_sudo._catat(kalimat, alasan, dokumen_id=surat.id)

    def _catat_dibuka_pelapor(self):
        """Note that the pelapor has opened a paper on the tracking page, the first time."""
        if not self.dibuka_pelapor:
            self._tulis({"dibuka_pelapor": fields.Datetime.now()})

    def action_unduh(self):
        """Open the frozen PDF of a paper the user may read."""
        self.ensure_one()
        self.check_access("read")
        if not self.dibekukan:
            raise UserError(self.env._("This paper has no PDF yet."))
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/dpmd.dokumen/{self.id}/pdf?filename={self.jenis}.pdf",
        }
