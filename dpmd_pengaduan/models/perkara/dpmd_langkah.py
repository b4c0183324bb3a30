import hashlib
import json

from odoo import fields, models

from ..dasar.dpmd_terjaga import hanya_tambah
from ..kantor.dpmd_penugasan import PELAKSANA

JENIS_BARIS = [
    ("langkah", "Step"),
    ("tidak", "Tidak dilaksanakan"),
    ("dilewati", "Desk skipped by decision"),
    ("catatan", "Note"),
    ("kembali", "Sent back"),
    ("tutup", "Closed early"),
    ("alih", "Handed over"),
    ("ralat", "Ralat"),
    ("gabung", "Joined"),
    ("konfirmasi", "Confirmed"),
    ("sanggah", "Disputed"),
    ("keberatan", "Objection of the pelapor"),
    ("rusak", "Changed outside of the system"),
]
TERSEGEL = (
    "pengaduan_id",
    "company_id",
    "urutan",
    "nomor",
    "sop_langkah_id",
    "jenis",
    "user_id",
    "nama",
    "sebutan",
    "terjadi",
    "dicatat",
    "dicatat_oleh_id",
    "dari",
    "ke",
    "mulai",
    "lama_jam",
    "target_jam",
    "keluaran",
    "alasan",
    "ref_id",
    "dicatatkan",
    "menyimpang",
    "dokumen_id",
    "bukti_id",
    "isi_segel",
    "meja",
    "tenggat",
    "sasaran_hari",
    "telat",
    "batas_jam",
)
# Columns that came later: a line that has none of one is sealed as if there were none.
KEMUDIAN = {"meja", "tenggat", "sasaran_hari", "telat", "batas_jam"}


class DpmdLangkah(models.Model):
    """One line of a case's Kartu Kendali: a step taken. Append-only, each line sealing the one before."""

    _name = "dpmd.langkah"
    _description = "Kartu Kendali Line"
    _inherit = ["dpmd.terjaga"]
    _order = "pengaduan_id, urutan"

    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    urutan = fields.Integer(string="Line", required=True)
    nomor = fields.Integer(string="SOP Step", help="0 where the SOP has no such step.")
    sop_langkah_id = fields.Many2one("dpmd.sop.langkah", string="Kegiatan", ondelete="restrict")
    jenis = fields.Selection(JENIS_BARIS, string="Kind", required=True, default="langkah")
    user_id = fields.Many2one("res.users", string="By", ondelete="restrict", help="Empty for the pelapor.")
    nama = fields.Char(string="Name", required=True)
    sebutan = fields.Char(string="Jabatan", required=True, help="As held at that moment, Plh. or Plt. included.")
    terjadi = fields.Datetime(string="Happened", required=True)
    dicatat = fields.Datetime(string="Entered", required=True)
    dicatat_oleh_id = fields.Many2one("res.users", string="Entered by", ondelete="restrict")
    dicatatkan = fields.Boolean(string="Done on Paper", help="Entered afterwards by the Pengadministrasi, with a scan.")
    dari = fields.Char(string="From status")
    ke = fields.Char(string="To status")
    mulai = fields.Datetime(string="Reached the desk")
    lama_jam = fields.Float(string="Held (hours)", aggregator="avg")
    target_jam = fields.Float(
        string="Target (hours)",
        aggregator=None,
        help="Calendar hours from reaching the desk until its target was over.",
    )
    # How the clocks stood when the desk was left; a setting that changes later does not reach them.
    meja = fields.Selection(PELAKSANA, string="Desk Left")
    tenggat = fields.Date(string="Desk Due")
    sasaran_hari = fields.Integer(string="Target (working days)", aggregator=None)
    telat = fields.Boolean(string="Left Late")
    batas_jam = fields.Text(string="Limits that Ran", help="JSON: clock → last day, days, unit.")
    menyimpang = fields.Boolean(string="Deviation")
    keluaran = fields.Char(string="Output")
    alasan = fields.Text(string="Reason")
    dokumen_id = fields.Many2one("dpmd.dokumen", string="Paper", ondelete="restrict")
    bukti_id = fields.Many2one("ir.attachment", string="Scan", ondelete="restrict")
    ref_id = fields.Many2one("dpmd.langkah", string="About", index="btree_not_null", ondelete="restrict")
    isi_segel = fields.Text(
        string="Sealed with It", help="Digests of the papers and signatures that came with the line."
    )
    jawaban_ids = fields.One2many("dpmd.langkah", "ref_id", string="Confirmed or disputed by")
    segel = fields.Char(string="Seal", required=True)

    _urutan_uniq = models.Constraint("UNIQUE(pengaduan_id, urutan)", "A card has each line once.")
    _kertas_idx = models.Index("(company_id, pengaduan_id) WHERE dicatatkan")

    def init(self):
        hanya_tambah(self.env.cr, self._table)

    def _compute_display_name(self):
        for langkah in self:
            langkah.display_name = f"{langkah.urutan}. {langkah.keluaran or langkah.sebutan}"

    def _tersegel(self):
        """Return what these lines, first to last, seal beside the card: ``{kind: {id: digest}}``; the last counts."""
        hasil = {}
        for isi in filter(None, self.mapped("isi_segel")):
            for jenis, sidik in json.loads(isi).items():
                hasil.setdefault(jenis, {}).update(sidik)
        return hasil

    def _hitung_segel(self, sebelum, vals):
        """Return the seal of a line: a hash over the line and the seal of the line before it.

        :param str sebelum: seal of the previous line, empty for the first
        :param dict vals: the line's column values
        """
        isi = {}
        for name in TERSEGEL:
            nilai, field = vals.get(name) or None, self._fields[name]
            if nilai is not None or name not in KEMUDIAN:
                isi[name] = field.to_string(nilai) if field.type in ("date", "datetime") and nilai else nilai
        return hashlib.sha256((sebelum + json.dumps(isi, sort_keys=True, ensure_ascii=False)).encode()).hexdigest()
