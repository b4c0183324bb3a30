import hashlib
import hmac
import secrets

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..perkara.dpmd_pengaduan import IDENTITAS
from .nomor_tanda_terima import angka, nomor, tulis

# What the counter and the form write about a person; free until the form is declared complete.
KOLOM_IDENTITAS = {
    "nama",
    "nik",
    "alamat",
    "wilayah_id",
    "telepon",
    "email",
    "pekerjaan",
    "kuasa",
    "kuasa_nama",
    "surat_kuasa",
    "isi_asli",
    "ttd",
    "ttd_cara",
    "saksi",
}


class DpmdPelapor(models.Model):
    """Who complained: the identity, and every original that shows it. One row per case.

    The row points at the case, never the other way round. The receipt number opens the case to whoever
    holds it, so only its keyed hash is stored.
    """

    _name = "dpmd.pelapor"
    _description = "Pelapor"
    _inherit = ["dpmd.terjaga", "mail.thread"]
    _rec_name = "nama"
    _pesan_tetap = True

    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", string="Office", required=True, index=True, ondelete="restrict")
    identitas = fields.Selection(IDENTITAS, string="Identity", required=True, default="terbuka")
    petugas_id = fields.Many2one("res.users", string="Registering Officer", index="btree_not_null", ondelete="restrict")
    terkunci = fields.Boolean(
        string="Locked", help="Set at the end of step 3; a secret identity then needs a granted look."
    )
    partner_id = fields.Many2one("res.partner", string="Portal Account", index="btree_not_null", ondelete="restrict")

    nama = fields.Char(string="Name", index="trigram")
    nik = fields.Char(string="NIK", groups="dpmd_pengaduan.group_pengadministrasi_umum")
    alamat = fields.Char(string="Address")
    wilayah_id = fields.Many2one("dpmd.wilayah", string="Desa of residence", ondelete="restrict")
    telepon = fields.Char(string="Phone")
    email = fields.Char(string="E-mail")
    pekerjaan = fields.Char(string="Occupation")
    kuasa = fields.Boolean(
        string="Files for another", help="A proxy, with the letter of authority (UU 25/2009 ps. 42)."
    )
    kuasa_nama = fields.Char(string="On behalf of")
    surat_kuasa = fields.Binary(string="Letter of Authority", attachment=True)
    isi_asli = fields.Text(string="In the pelapor's own words")
    ttd = fields.Binary(string="Signature", attachment=True)
    ttd_cara = fields.Selection(
        [
            ("layar", "On the screen"),
            ("kertas", "On paper"),
            ("cap_jempol", "Cap jempol, with a witness"),
            ("ketik", "Name typed in the form"),
            ("tanpa", "None (anonymous)"),
        ],
        string="Signed",
    )
    ttd_waktu = fields.Datetime(string="Signed on")
    saksi = fields.Char(string="Witness")
    persetujuan = fields.Datetime(string="Consent given", help="To the processing of personal data (UU 27/2022).")
    formulir_lengkap = fields.Boolean(string="Form complete", compute="_compute_formulir_lengkap")
    kode_hash = fields.Char(string="Receipt Hash", groups="base.group_system")
    akses_ids = fields.One2many("dpmd.pelapor.akses", "pelapor_id", string="Looks")
    dokumen_ids = fields.One2many("dpmd.dokumen", "pelapor_id", string="Papers")
    berkas_ids = fields.One2many(
        "ir.attachment",
        "res_id",
        string="Files",
        domain=[("res_model", "=", "dpmd.pelapor"), ("res_field", "=", False)],
    )
    boleh_isi = fields.Boolean(compute="_compute_boleh_isi", compute_sudo=False)

    _pengaduan_uniq = models.Constraint("UNIQUE(pengaduan_id)", "A case has one pelapor.")
    _kode_uniq = models.UniqueIndex("(kode_hash)")

    @api.depends("pengaduan_id")
    def _compute_display_name(self):
        # Never the name: Odoo shows the name of what a Many2one points at to whoever sees the Many2one.
        for pelapor in self:
            pelapor.display_name = self.env._("Pelapor of %(nomor)s", nomor=pelapor.pengaduan_id.display_name)

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """Nobody follows an identity: followers are visible to the whole office, and get mails for good."""
        return True

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        """Notify nobody of what is kept with an identity; the pelapor is written to by ``_kabari``."""
        return []

    @api.depends("nama", "alamat", "ttd_cara", "identitas", "isi_asli", "kuasa", "kuasa_nama", "surat_kuasa")
    def _compute_formulir_lengkap(self):
        for pelapor in self:
            pelapor.formulir_lengkap = not pelapor._kekurangan_formulir()

    def _kekurangan_formulir(self):
        """Return, in words, what the form still lacks (UU 25/2009 ps. 42); empty when complete."""
        self.ensure_one()
        kurang = []
        if not self.isi_asli:
            kurang.append(self.env._("what happened, in the pelapor's words"))
        if self.identitas == "anonim":
            return kurang
        if not self.nama:
            kurang.append(self.env._("name"))
        if not self.alamat:
            kurang.append(self.env._("full address"))
        if not self.ttd_cara or self.ttd_cara == "tanpa":
            kurang.append(self.env._("signature"))
        if self.ttd_cara == "cap_jempol" and not self.saksi:
            kurang.append(self.env._("witness of the cap jempol"))
        if self.kuasa and not self.kuasa_nama:
            kurang.append(self.env._("name of the person it is filed for"))
        if self.kuasa and not self.surat_kuasa:
            kurang.append(self.env._("letter of authority (surat kuasa)"))
        return kurang

    def _kolom_isi(self):
        return KOLOM_IDENTITAS

    def _cek_boleh_isi(self, kolom=frozenset()):
        for pelapor in self:
            if pelapor.terkunci or not pelapor.pengaduan_id._penugasan_saya("pengadministrasi_umum"):
                raise UserError(
                    self.env._(
                        "Only the Pengadministrasi Umum fills in the pelapor, until the form is declared complete."
                    )
                )

    def _cek_tambah_berkas(self):
        self._cek_boleh_isi()

    def _kabari(self, teks, lampiran=()):
        """Write to the pelapor; hook, filled where the mails are.

        :param str teks: plain text
        :param lampiran: values of the files that go along, as for ``_simpan_berkas``
        """

    def _kirim_tanda_terima(self, kode):
        """Mail the receipt number; hook, filled where the mails are. Return whether there was an address."""
        return False

    def _kirim_surat(self, dokumen):
        """Mail an official letter (frozen PDF) to the pelapor."""
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        self._kabari(
            self.with_context(lang=bahasa).env._("Please find our letter attached."), [dokumen.sudo()._salinan()]
        )

    # ------------------------------------------------------------------
    # Receipt number
    # ------------------------------------------------------------------

    @api.model
    def _hash_kode(self, kode):
        """Return the keyed hash of a receipt number; digits only, blanks and dashes are dropped."""
        kunci = self.env["ir.config_parameter"].sudo().get_param("database.secret")
        return hmac.new(kunci.encode(), b"dpmd.pelapor.kode:" + angka(kode).encode(), hashlib.sha256).hexdigest()

    def _buat_kode(self):
        """Make a new receipt number, valid from now on instead of an older one; return it for showing once."""
        self.ensure_one()
        kode = nomor(secrets.randbits(128))
        self.sudo()._tulis({"kode_hash": self._hash_kode(kode)})
        return tulis(kode)

    @api.model
    def _cari_kode_sudo(self, kode):
        """Return the superuser record a receipt number opens; empty when it opens none."""
        return self.sudo().search([("kode_hash", "=", self._hash_kode(kode))], limit=1)

    @api.depends("terkunci")
    @api.depends_context("uid")
    def _compute_boleh_isi(self):
        for pelapor in self:
            pelapor.boleh_isi = pelapor._boleh_isi()
