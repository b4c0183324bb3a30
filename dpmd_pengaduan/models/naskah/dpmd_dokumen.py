import base64
import hashlib
import json
import secrets

from odoo import api, fields, models
from odoo.exceptions import UserError

from .jenis_naskah import NASKAH


def perkara(sumber):
    """Return the case (or cases) a paper's source is about."""
    return sumber if sumber._name == "dpmd.pengaduan" else sumber.pengaduan_id


class DpmdDokumen(models.Model):
    """One official paper of a case: number, frozen PDF, hash and token; valid, void or superseded.

    Nobody but the flow writes here, so nobody can swap the PDF. A *naskah luar* is a finished PDF made
    elsewhere, accepted as the final.
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
    putaran = fields.Integer(string="Round", required=True, default=1)
    res_model = fields.Char(string="Source Model", required=True)
    res_id = fields.Many2oneReference(string="Source", model_field="res_model", required=True)
    tanggal = fields.Date(string="Date")
    state = fields.Selection(
        [("konsep", "Draft"), ("berlaku", "Valid"), ("batal", "Void"), ("diganti", "Superseded")],
        string="Status",
        required=True,
        default="konsep",
    )
    alasan_batal = fields.Text(string="Void because")
    naskah_luar = fields.Boolean(string="Made elsewhere")
    hash_isi = fields.Char(string="Content Hash", help="What was signed: SHA-256 over the source's words.")
    pdf = fields.Binary(string="PDF", attachment=True)
    sha256 = fields.Char(string="SHA-256 of the PDF")
    pdf_ajuan = fields.Binary(string="Submitted PDF", attachment=True)
    sha256_ajuan = fields.Char(string="SHA-256 of the submitted PDF")
    token = fields.Char(groups="base.group_system")
    dibekukan = fields.Datetime(string="Frozen on")
    pengesahan_ids = fields.One2many("dpmd.pengesahan", "dokumen_id", string="Paraf and Signatures")

    _nomor_uniq = models.UniqueIndex("(company_id, jenis, tahun, nomor) WHERE nomor > 0")
    _token_uniq = models.UniqueIndex("(token)")
    _sumber_idx = models.Index("(res_model, res_id)")

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
        """Begin a paper: a draft that paraf and signatures can be put on.

        :param str jenis: a key of ``NASKAH``
        :param sumber: the record the paper is printed from; gives ``_isi_resmi()``, the words signed
        :return: superuser record
        """
        return self.sudo()._buat(
            {
                "jenis": jenis,
                "res_model": sumber._name,
                "res_id": sumber.id,
                "company_id": pengaduan.company_id.id,
                "putaran": pengaduan.putaran,
                "pengaduan_id": False if pelapor else pengaduan.id,
                "pelapor_id": pelapor.id if pelapor else False,
                "hash_isi": self._hash(sumber._isi_resmi()),
                "token": secrets.token_urlsafe(24),
            }
        )

    @api.model
    def _dari(self, sumber, jenis):
        """Return the present paper of a kind that was printed from a record (superuser), for its template."""
        domain = [
            ("res_model", "=", sumber._name),
            ("res_id", "=", sumber.id),
            ("jenis", "=", jenis),
            ("state", "in", ("konsep", "berlaku")),
        ]
        if NASKAH[jenis].tiap_putaran:
            domain.append(("putaran", "=", perkara(sumber).sudo().putaran))
        return self.sudo().search(domain, limit=1)

    @api.model
    def _hash(self, isi):
        """Return the SHA-256 of a JSON-able value."""
        return hashlib.sha256(json.dumps(isi, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()

    def _beri_nomor(self):
        """Give a letter its number, at approval and never at draft, from the yearly series of its kind."""
        self.ensure_one()
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        nomor = self._ambil_nomor(hari_ini.year)
        name = instansi._bentuk_nomor(instansi.pola_surat, nomor, hari_ini, kode=NASKAH[self.jenis].kode)
        self._tulis({"tanggal": hari_ini, "name": name})

    def _bekukan(self):
        """Render the paper and freeze it: PDF, hash, valid from now on.

        :raise UserError: when the words are no longer those that were signed
        """
        for dokumen in self:
            sumber = self.env[dokumen.res_model].sudo().browse(dokumen.res_id)
            if dokumen.pengesahan_ids and dokumen.hash_isi != self._hash(sumber._isi_resmi()):
                raise UserError(self.env._("The words were changed after a paraf. Send the paper back to its drafter."))
            report = f"dpmd_pengaduan.report_{dokumen.jenis}"
            pdf, _ext = self.env["ir.actions.report"].sudo()._render_qweb_pdf(report, sumber.ids)
            dokumen._simpan_pdf(pdf)

    def _simpan_pdf(self, pdf):
        """Store the final PDF (bytes) under rights nobody can write through; an older one is superseded."""
        self.ensure_one()
        lama = self.search(
            [
                ("res_model", "=", self.res_model),
                ("res_id", "=", self.res_id),
                ("jenis", "=", self.jenis),
                ("putaran", "=", self.putaran),  # an objection supersedes nothing
                ("state", "=", "berlaku"),
                ("id", "!=", self.id),
            ]
        )
        lama._tulis({"state": "diganti"})
        self._tulis(
            {
                "pdf": base64.b64encode(pdf),
                "sha256": hashlib.sha256(pdf).hexdigest(),
                "state": "berlaku",
                "dibekukan": fields.Datetime.now(),
                "tanggal": self.tanggal or self.env["dpmd.penugasan"]._hari_ini(),
            }
        )

    def _batalkan(self, alasan):
        """Void papers with a reason; their paraf and signatures count no more, and stay visible."""
        self.sudo()._tulis({"state": "batal", "alasan_batal": alasan})

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
