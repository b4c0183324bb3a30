from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError, ValidationError
from odoo.tools import email_normalize, formataddr
from psycopg2.errors import UniqueViolation

INSTRUKSI = {
    "instruksi_kadis": "Mohon ditindaklanjuti sesuai SOP dan ketentuan yang berlaku.",
    "instruksi_sekretaris": "Pelajari dan tindak lanjuti sesuai bidang; laporkan hasilnya.",
    "instruksi_kabid": "Lakukan telaah dan siapkan rapat koordinasi penanganan pengaduan.",
}
PENANDA = [
    ("kepala_dinas", "Kepala Dinas"),
    ("sekretaris_dinas", "Sekretaris Dinas, a.n. Kepala Dinas"),
    ("kepala_bidang", "Kepala Bidang, u.b."),
]


class DpmdInstansi(models.Model):
    """The office: kop, paper, numbering, standing instructions and limits; one per company."""

    _name = "dpmd.instansi"
    _description = "Office"
    _inherit = ["mail.thread"]

    name = fields.Char(string="Office Name", required=True, tracking=True)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, ondelete="restrict"
    )
    pemerintah = fields.Char(string="Government", required=True, help="First line of the kop.")
    singkatan = fields.Char(string="Short Name", required=True, default="DPMD")
    logo = fields.Image(max_width=512, max_height=512)
    alamat = fields.Char(string="Address")
    tempat = fields.Char(string="Place in letters", required=True, default="Tenggarong")
    kode_pos = fields.Char(string="Postal Code")
    telepon = fields.Char(string="Phone")
    email = fields.Char(string="E-mail")
    website = fields.Char()

    kertas = fields.Selection(
        [("f4", "F4 (215 × 330 mm)"), ("a4", "A4")], string="Paper Size", required=True, default="f4"
    )
    margin_atas = fields.Integer(string="Top margin (mm)", default=25)
    margin_kanan = fields.Integer(string="Right margin (mm)", default=25)
    margin_bawah = fields.Integer(string="Bottom margin (mm)", default=30)
    margin_kiri = fields.Integer(string="Left margin (mm)", default=30)

    pola_register = fields.Char(
        string="Register Number Pattern",
        required=True,
        default="{nomor}/PGD/{singkatan}/{tahun}",
        help="{nomor}, {bulan_romawi}, {tahun} and {singkatan} are filled in.",
    )
    pola_berita_acara = fields.Char(
        string="Berita Acara Number Pattern",
        required=True,
        default="400.10.2/{nomor}/BA/{singkatan}/{bulan_romawi}/{tahun}",
    )
    pola_surat = fields.Char(
        string="Letter Number Pattern",
        required=True,
        default="400.10.2/{nomor}/{kode}/{singkatan}/{bulan_romawi}/{tahun}",
        help="{kode} names the kind of letter: UND, LHR, PBH or PLP.",
    )
    # Who signs what leaves the office; the report is the Kepala Dinas's by the SOP.
    ttd_undangan = fields.Selection(PENANDA, string="Undangan signed by", required=True, default="kepala_dinas")
    ttd_pemberitahuan = fields.Selection(PENANDA, string="Answer signed by", required=True, default="kepala_dinas")
    ttd_pelimpahan = fields.Selection(PENANDA, string="Pelimpahan signed by", required=True, default="kepala_dinas")
    ttd_permintaan_lengkap = fields.Selection(
        PENANDA, string="Request to complete signed by", required=True, default="kepala_dinas"
    )

    instruksi_kadis = fields.Text(string="Standing Instruction, Kepala Dinas", default=INSTRUKSI["instruksi_kadis"])
    instruksi_sekretaris = fields.Text(
        string="Standing Instruction, Sekretaris Dinas", default=INSTRUKSI["instruksi_sekretaris"]
    )
    instruksi_kabid = fields.Text(string="Standing Instruction, Kepala Bidang", default=INSTRUKSI["instruksi_kabid"])
    hari_disposisi = fields.Integer(string="Disposition due after (calendar days)", default=7)

    akses_identitas_jam = fields.Integer(string="A granted look lasts (hours)", default=24)
    hari_keberatan = fields.Integer(
        string="Objection within (calendar days)", default=30, help="After the answer; 0 allows none."
    )
    maks_berkas = fields.Integer(string="Files per complaint", default=5)
    maks_berkas_mb = fields.Integer(string="Size of one file (MB)", default=10)
    # Of one network address. Generous, because a whole village may stand behind one.
    batas_kirim_jam = fields.Integer(string="Complaints in an hour", default=60)
    batas_kirim_hari = fields.Integer(string="Complaints in a day", default=300)
    batas_lacak_jam = fields.Integer(string="Wrong receipt numbers in an hour", default=1000)
    batas_lacak_hari = fields.Integer(string="Wrong receipt numbers in a day", default=10000)
    batas_verifikasi_jam = fields.Integer(string="Papers checked in vain, and files compared, in an hour", default=60)
    batas_verifikasi_hari = fields.Integer(string="Papers checked in vain, and files compared, in a day", default=300)
    # Of one complaint or one meeting: no neighbour can use them up.
    batas_unggah_jam = fields.Integer(string="Files of one complaint in an hour", default=100)
    batas_unggah_hari = fields.Integer(string="Files of one complaint in a day", default=300)

    _batas_positif = models.Constraint(
        "CHECK(LEAST(batas_kirim_jam, batas_kirim_hari, batas_unggah_jam, batas_unggah_hari, batas_lacak_jam,"
        " batas_lacak_hari, batas_verifikasi_jam, batas_verifikasi_hari) > 0)",
        "A limit of the public pages is at least 1, or nobody can complain.",
    )
    _company_uniq = models.Constraint("UNIQUE(company_id)", "A company has one office.")

    @api.constrains("pola_register", "pola_berita_acara", "pola_surat")
    def _check_pola(self):
        for instansi in self:
            polas = (instansi.pola_register, instansi.pola_berita_acara, instansi.pola_surat)
            if any("{nomor}" not in pola or "{tahun}" not in pola for pola in polas):
                raise ValidationError(self.env._("A number pattern holds {nomor} and {tahun}, or numbers repeat."))
            if "{kode}" not in instansi.pola_surat:
                raise ValidationError(
                    self.env._("The pattern of letters holds {kode}: each kind of letter counts for itself.")
                )

    @api.model
    def _milik(self, company):
        """Return the settings of an office; every office has them, made on first use."""
        instansi_sudo = self.sudo().search([("company_id", "=", company.id)], limit=1)
        if instansi_sudo:
            return instansi_sudo
        try:
            with self.env.cr.savepoint():
                return self.sudo().create({"company_id": company.id, "name": company.name, "pemerintah": company.name})
        except UniqueViolation as galat:
            # Somebody made it a moment ago, which this transaction cannot see: Odoo runs the request again.
            raise ConcurrencyError("the office was just made") from galat

    @api.model
    def action_buka(self):
        """Open the settings of the current company's office, which are made when they are not there yet.

        :raise AccessError: for anyone who may not change them
        """
        self.browse().check_access("write")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self._milik(self.env.company).id,
            "views": [(False, "form")],
            "name": self.env._("Office"),
            "target": "current",
        }

    def _instruksi(self, langkah):
        """Return the standing instruction of an order.

        :param int langkah: the SOP step it goes with: 5, 6 or 7
        """
        return {5: self.instruksi_kadis, 6: self.instruksi_sekretaris}.get(langkah) or self.instruksi_kabid

    def _alamat_pengirim(self):
        """Return the address the office's mails come from, with its name; empty where none is set."""
        alamat = email_normalize(self.email) or email_normalize(self.company_id.email)
        return formataddr((self.name, alamat)) if alamat else ""

    def _bahasa_warga(self):
        """Return the language citizens are written to: Indonesian, where the database has it."""
        return "id_ID" if self.env["res.lang"]._get_data(code="id_ID") else self.env.lang

    def _bentuk_nomor(self, pola, nomor, tanggal, kode=""):
        """Return a written number, e.g. ``12/PGD/DPMD/2026``.

        :param str pola: the pattern, one of the ``pola_*`` fields
        :param int nomor: the running number
        :param date tanggal: gives month and year
        :param str kode: the kind of letter
        """
        romawi = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][tanggal.month - 1]
        isi = {
            "{nomor}": str(nomor),
            "{bulan_romawi}": romawi,
            "{tahun}": str(tanggal.year),
            "{singkatan}": self.singkatan,
            "{kode}": kode,
        }
        for kunci, nilai in isi.items():
            pola = pola.replace(kunci, nilai)
        return pola
