from odoo import api, fields, models
from odoo.exceptions import UserError

from ..perkara.dpmd_pengaduan import HASIL

KOLOM_LAPORAN = {
    "latar_belakang",
    "landasan_hukum",
    "maksud_tujuan",
    "kegiatan",
    "hasil_dicapai",
    "simpulan_saran",
    "penutup",
    "hasil",
    "jawaban",
}


class DpmdLaporan(models.Model):
    """The report that goes up: drafted, paraf, paraf, signature (SOP steps 12 to 15)."""

    _name = "dpmd.laporan"
    _description = "Laporan Hasil Rapat"
    _inherit = ["dpmd.terjaga", "dpmd.lembar"]
    _order = "id desc"

    name = fields.Char(string="Number", default="/", required=True)
    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    putaran = fields.Integer(string="Round", required=True, default=1)
    latar_belakang = fields.Text()
    landasan_hukum = fields.Text()
    maksud_tujuan = fields.Text(string="Maksud dan Tujuan")
    kegiatan = fields.Text(string="Kegiatan yang Dilaksanakan")
    hasil_dicapai = fields.Text(string="Hasil yang Dicapai")
    simpulan_saran = fields.Text(string="Simpulan dan Saran")
    penutup = fields.Text()
    hasil = fields.Selection(HASIL, string="Outcome")
    jawaban = fields.Text(
        string="Answer to the pelapor",
        help="In plain words; it becomes a letter that is signed together with the report.",
    )
    dokumen_id = fields.Many2one("dpmd.dokumen", string="Paper", ondelete="restrict")
    pengesahan_ids = fields.One2many(related="dokumen_id.pengesahan_ids", string="Paraf and Signature")
    tanggal_diajukan = fields.Datetime(string="Handed up on")
    alasan_kembali = fields.Text(string="Sent back because")
    state = fields.Selection(
        [
            ("draf", "Draft"),
            ("diajukan", "Handed up"),
            ("diparaf_kabid", "Paraf Kabid"),
            ("diparaf_sekretaris", "Paraf Sekretaris"),
            ("ditandatangani", "Signed"),
        ],
        string="Status",
        required=True,
        default="draf",
    )
    boleh_isi = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_sahkan = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    dokumen_dibekukan = fields.Datetime(related="dokumen_id.dibekukan")

    _pengaduan_uniq = models.Constraint("UNIQUE(pengaduan_id, putaran)", "A case has one report in each round.")

    def _kolom_isi(self):
        return KOLOM_LAPORAN

    def _cek_boleh_isi(self, kolom=frozenset()):
        for laporan in self:
            if laporan.state != "draf":
                raise UserError(
                    self.env._("The report is on its way up. Send it back first; its parafs are then void.")
                )
            if laporan.pengaduan_id.state != "laporan" or not laporan.pengaduan_id._saya_penyusun():
                raise UserError(self.env._("The report is written by the pelaksana or the team, at step 12."))

    def _cek_tambah_berkas(self):
        self._cek_boleh_isi()

    def _kekurangan(self):
        """Return what the report still lacks before it can be handed up."""
        self.ensure_one()
        wajib = {
            "hasil": self.env._("outcome"),
            "hasil_dicapai": self.env._("hasil yang dicapai"),
            "simpulan_saran": self.env._("simpulan dan saran"),
            "jawaban": self.env._("answer to the pelapor"),
        }
        return [label for name, label in wajib.items() if not self[name]]

    @api.depends("state", "pengaduan_id.langkah")
    @api.depends_context("uid")
    def _compute_boleh(self):
        for laporan in self:
            laporan.boleh_isi = laporan._boleh_isi()
            laporan.boleh_sahkan = laporan.dokumen_id.menunggu_saya

    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        for paper in self.filtered(lambda paper: paper.name == "/"):
            paper.display_name = self.env._("Laporan Hasil Rapat")

    def action_pdf(self):
        """Open the frozen PDF of the report."""
        self.ensure_one()
        self.check_access("read")
        return self.dokumen_id.action_unduh()

    def _aksi_utama(self):
        if self.boleh_sahkan:
            return "baca_naskah"
        return "ajukan_laporan" if self.boleh_isi else False

    def action_ajukan_laporan(self):
        """Step 12 from the page of the report: hand it up."""
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.action_ajukan_laporan()

    def action_baca(self):
        """Steps 13 to 15 from the page of the report: open the paper that waits for this user.

        :raise UserError: none does
        """
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.action_baca_naskah()
