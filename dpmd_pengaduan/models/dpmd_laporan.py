from odoo import fields, models
from odoo.exceptions import UserError

from .dpmd_pengaduan import HASIL

KOLOM_ISI = {
    "latar_belakang",
    "landasan_hukum",
    "maksud_tujuan",
    "kegiatan",
    "hasil_dicapai",
    "simpulan_saran",
    "penutup",
    "hasil",
}


class DpmdLaporan(models.Model):
    """The report that goes up: drafted, paraf, paraf, signature (SOP steps 12 to 15)."""

    _name = "dpmd.laporan"
    _description = "Laporan Hasil Rapat"
    _inherit = ["dpmd.terjaga"]
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

    _pengaduan_uniq = models.Constraint("UNIQUE(pengaduan_id, putaran)", "A case has one report in each round.")

    def _kolom_isi(self):
        return KOLOM_ISI

    def _cek_boleh_isi(self):
        for laporan in self:
            if laporan.state != "draf":
                raise UserError(
                    self.env._("The report is on its way up. Send it back first; its parafs are then void.")
                )
            if laporan.pengaduan_id.state != "laporan" or not laporan.pengaduan_id._saya_penyusun():
                raise UserError(self.env._("The report is written by the pelaksana or the team, at step 12."))

    def _isi_resmi(self):
        """Return the words that paraf and signature stand for."""
        self.ensure_one()
        return {name: self[name] for name in sorted(KOLOM_ISI)}

    def _kekurangan(self):
        """Return what the report still lacks before it can be handed up."""
        self.ensure_one()
        wajib = {
            "hasil": self.env._("outcome"),
            "hasil_dicapai": self.env._("hasil yang dicapai"),
            "simpulan_saran": self.env._("simpulan dan saran"),
        }
        return [label for name, label in wajib.items() if not self[name]]
