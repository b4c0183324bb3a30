from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..kantor.dpmd_penugasan import PELAKSANA
from .alur import PENGADMIN, TAMAT

STATE = [
    ("masuk", "Came in"),
    ("terdaftar", "Registered"),
    ("formulir", "Form"),
    ("kadis", "Kepala Dinas"),
    ("sekretaris", "Sekretaris Dinas"),
    ("kabid", "Kepala Bidang"),
    ("telaah", "Telaah"),
    ("rapat", "Rapat"),
    ("berita_acara", "Berita Acara"),
    ("laporan", "Laporan"),
    ("arsip", "Arsip"),
    ("selesai", "Done"),
    ("ditutup", "Closed early"),
]
SALURAN = [
    ("website", "Website"),
    ("surat", "Letter"),
    ("langsung", "Walk-in"),
    ("telepon", "Phone"),
    ("whatsapp", "WhatsApp"),
    ("email", "E-mail"),
    ("lapor", "SP4N-LAPOR!"),
    ("limpahan", "Limpahan"),
]
IDENTITAS = [("terbuka", "Open"), ("rahasia", "Secret"), ("anonim", "Anonymous")]
ALASAN_TUTUP = [
    ("dilimpahkan", "Not within our authority: dilimpahkan"),
    ("dicabut", "Withdrawn by the pelapor"),
    ("tidak_lengkap", "Not completed within the time limit"),
    ("duplikat", "Duplicate of the same pelapor"),
    ("bukan_pengaduan", "Not a complaint (information request: PPID)"),
    ("salah_catat", "Registered by mistake: number void"),
]
CARA_JAWAB = [
    ("surel", "E-mail"),
    ("portal", "Portal and receipt number"),
    ("whatsapp", "WhatsApp"),
    ("kertas", "On paper"),
]
HASIL = [
    ("terbukti", "Proven"),
    ("sebagian", "Partly proven"),
    ("tidak_terbukti", "Not proven"),
    ("damai", "Settled amicably"),
    ("dilimpahkan", "Dilimpahkan"),
]
# What the complaint says; free until it is registered, afterwards only by ralat.
KOLOM_REGISTER = {
    "perihal",
    "uraian",
    "jenis_id",
    "wilayah_id",
    "lokasi",
    "terlapor",
    "tanggal_kejadian",
    "kerugian",
    "permintaan",
    "tanggal_terima",
    "nomor_agenda",
    "pengirim",
    "nomor_surat",
    "tanggal_surat",
}
KOLOM_TELAAH = {
    "telaah_persoalan",
    "telaah_praanggapan",
    "telaah_fakta",
    "telaah_analisis",
    "telaah_simpulan",
    "telaah_saran",
}


class DpmdPengaduan(models.Model):
    """A complaint: what it is about, its register number, where it stands and until when.

    Who complained stands in ``dpmd.pelapor`` and nowhere else. The case moves only by ``alur.py``.
    """

    _name = "dpmd.pengaduan"
    _description = "Pengaduan"
    _inherit = ["dpmd.terjaga", "dpmd.bernomor", "rating.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "tanggal_terima desc, id desc"
    _rec_names_search = ["name", "perihal"]
    _mail_post_access = "read"

    name = fields.Char(string="Register Number", index="trigram", default="/", required=True)
    perihal = fields.Char(string="Subject", required=True, index="trigram")
    uraian = fields.Text(
        string="What Happened",
        help="Of a secret or anonymous complaint: the kutipan, without anything that shows who complained.",
    )
    kutipan_oleh_id = fields.Many2one("res.users", string="Kutipan confirmed by", ondelete="restrict")
    company_id = fields.Many2one("res.company", string="Office", required=True, index=True, ondelete="restrict")
    sop_id = fields.Many2one("dpmd.sop", string="SOP", ondelete="restrict")

    saluran = fields.Selection(SALURAN, string="Channel", required=True)
    identitas = fields.Selection(IDENTITAS, string="Identity", required=True, default="terbuka")
    jenis_id = fields.Many2one("dpmd.jenis", string="Kind", index="btree_not_null", ondelete="restrict")
    wilayah_id = fields.Many2one("dpmd.wilayah", string="Desa", index="btree_not_null", ondelete="restrict")
    lokasi = fields.Char(string="Place", help="Where it happened, in words.")
    terlapor = fields.Char(index="trigram", help="Who or what is complained about.")
    tanggal_kejadian = fields.Char(string="When it happened", help="In the words of the pelapor.")
    kerugian = fields.Text(string="Loss", help="Material or immaterial loss (UU 25/2009 ps. 42).")
    permintaan = fields.Text(string="What is asked for")
    nomor_agenda = fields.Char(
        string="Agenda Number", index="trigram", help="The number of the office's own incoming mail book."
    )
    pengirim = fields.Char(string="Sent by", help="Of a limpahan: Bupati, Camat, DPRD, Inspektorat …")
    nomor_surat = fields.Char(string="Letter Number")
    tanggal_surat = fields.Date(string="Letter Date")

    state = fields.Selection(STATE, string="Status", required=True, default="masuk", index=True)
    langkah = fields.Integer(string="Next SOP Step", default=1, help="1 to 17; 18 when all are done.")
    kartu_ids = fields.One2many("dpmd.langkah", "pengaduan_id", string="Kartu Kendali")
    kartu_hash = fields.Char(string="Card Seal")
    desk_jabatan = fields.Selection(PELAKSANA, string="Desk")
    desk_user_id = fields.Many2one("res.users", string="On the desk of", index="btree_not_null", ondelete="restrict")
    desk_sejak = fields.Datetime(string="On this desk since")
    desk_tenggat = fields.Date(string="Desk Due")

    tanggal_terima = fields.Datetime(string="Received", required=True, default=fields.Datetime.now, index=True)
    tanggal_daftar = fields.Datetime(string="Registered on", index="btree_not_null")
    tanggal_formulir = fields.Datetime(string="Form given")
    kekurangan = fields.Text(string="Asked of the pelapor", help="What the form still lacks, in the officer's words.")
    tanggal_kurang = fields.Datetime(string="Told incomplete")
    tanggal_lengkap = fields.Datetime(string="Declared complete")
    tanggal_dibaca_kadis = fields.Datetime(string="Received by the Kepala Dinas")
    tanggal_tanda_tangan = fields.Datetime(string="Signed by the Kepala Dinas")
    tanggal_selesai = fields.Datetime(string="Closed on", index="btree_not_null")
    tanggal_cabut = fields.Datetime(string="Withdrawal asked for")
    tenggat = fields.Date(
        string="Promised for",
        index="btree_not_null",
        help="The day the pelapor was promised the decision or the answer.",
    )
    tenggat_id = fields.Many2one("dpmd.tenggat", string="Promise", ondelete="restrict")
    janji_lewat = fields.Date(
        string="Promise Missed", index="btree_not_null", help="The first promised day that was missed; stays for good."
    )
    terlambat = fields.Boolean(string="Promise missed", compute="_compute_terlambat", search="_search_terlambat")

    bidang_id = fields.Many2one("dpmd.bidang", index="btree_not_null", ondelete="restrict")
    usul_bidang_id = fields.Many2one("dpmd.bidang", string="Proposed Bidang", ondelete="restrict")
    pelaksana_id = fields.Many2one("res.users", index="btree_not_null", ondelete="restrict")
    usul_pelaksana_id = fields.Many2one("res.users", string="Proposed Pelaksana", ondelete="restrict")
    tim_ids = fields.Many2many("res.users", "dpmd_pengaduan_tim_rel", "pengaduan_id", "user_id", string="Team")
    disposisi_ids = fields.One2many("dpmd.disposisi", "pengaduan_id")

    telaah_persoalan = fields.Text(string="Question")
    telaah_praanggapan = fields.Text(string="Assumptions")
    telaah_fakta = fields.Text(string="Facts")
    telaah_analisis = fields.Text(string="Analysis")
    telaah_simpulan = fields.Text(string="Conclusion")
    telaah_saran = fields.Text(string="Recommendation")
    tanpa_rapat = fields.Selection(
        [("diusulkan", "Proposed"), ("disetujui", "Agreed"), ("ditolak", "Refused")], string="Without a meeting"
    )

    hasil = fields.Selection(HASIL, string="Outcome", index="btree_not_null")
    jawaban = fields.Text(string="Answer", help="What the pelapor is told at step 17.")
    cara_jawab = fields.Selection(CARA_JAWAB, string="Told by")
    alasan_tutup = fields.Selection(ALASAN_TUTUP, string="Closed because")
    catatan_tutup = fields.Text(string="Reason for closing")
    tujuan_limpah = fields.Char(string="Dilimpahkan to")
    induk_id = fields.Many2one("dpmd.pengaduan", string="Lead Case", index="btree_not_null", ondelete="restrict")
    digabung_ids = fields.One2many("dpmd.pengaduan", "induk_id", string="Joined Cases")

    _nomor_uniq = models.UniqueIndex("(company_id, tahun, nomor) WHERE nomor > 0")
    _meja_idx = models.Index("(company_id, desk_jabatan, desk_tenggat)")

    @api.depends("name", "perihal")
    def _compute_display_name(self):
        for pengaduan in self:
            pengaduan.display_name = (
                pengaduan.name if pengaduan.name != "/" else self.env._("New: %(perihal)s", perihal=pengaduan.perihal)
            )

    @api.depends("tenggat", "janji_lewat", "state")
    def _compute_terlambat(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for pengaduan in self:
            lewat = pengaduan.janji_lewat or (pengaduan.tenggat and pengaduan.tenggat < hari_ini)
            pengaduan.terlambat = bool(lewat) and pengaduan.state not in TAMAT

    def _search_terlambat(self, operator, value):
        if operator != "in":
            return NotImplemented
        lewat = Domain("janji_lewat", "!=", False) | Domain("tenggat", "<", self.env["dpmd.penugasan"]._hari_ini())
        domain = lewat & Domain("state", "not in", TAMAT)
        return domain if True in value else ~domain

    # ------------------------------------------------------------------
    # What people write themselves (dpmd.terjaga)
    # ------------------------------------------------------------------

    def _kolom_isi(self):
        # The clocks count from the day of receipt, so it is never just typed over.
        return KOLOM_REGISTER - {"tanggal_terima"} | KOLOM_TELAAH

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        """Tell nobody who may not read the case (any more), such as a follower whose Plh. ended."""
        penerima = super()._notify_get_recipients(message, msg_vals=msg_vals, **kwargs)
        return [orang for orang in penerima if orang["uid"] and self.with_user(orang["uid"]).has_access("read")]

    def _cek_boleh_isi(self, kolom=frozenset()):
        """Raise unless the complaint's words are still free, or the telaah is on this user's desk."""
        for pengaduan in self:
            if kolom & KOLOM_REGISTER and not (pengaduan.state == "masuk" and pengaduan._penugasan_saya(PENGADMIN)):
                raise UserError(
                    self.env._("A registered complaint is corrected by “Ralat”, which keeps the old words visible.")
                )
            if kolom & KOLOM_TELAAH and not (pengaduan.state == "telaah" and pengaduan._saya_penyusun()):
                raise UserError(self.env._("The telaah is written by the pelaksana or the team, at step 8."))
