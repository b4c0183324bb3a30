from odoo import api, fields, models
from odoo.exceptions import UserError

JANJI = {"berita_acara_id", "sequence", "isi", "penanggung_jawab", "tenggat", "bukti"}


class DpmdKesepakatan(models.Model):
    """One promise of a berita acara: what, who, until, evidence. Open until done, also after the answer."""

    _name = "dpmd.kesepakatan"
    _description = "Kesepakatan"
    _inherit = ["dpmd.terjaga"]
    _induk = "berita_acara_id"
    _order = "tenggat, berita_acara_id, sequence, id"
    _rec_name = "isi"

    berita_acara_id = fields.Many2one("dpmd.berita.acara", required=True, index=True, ondelete="restrict")
    pengaduan_id = fields.Many2one(
        "dpmd.pengaduan",
        related="berita_acara_id.pengaduan_id",
        store=True,
        precompute=True,
        index=True,
        ondelete="restrict",
    )
    company_id = fields.Many2one(
        "res.company", related="berita_acara_id.company_id", store=True, precompute=True, ondelete="restrict"
    )
    sequence = fields.Integer(default=10)
    isi = fields.Text(string="What", required=True)
    penanggung_jawab = fields.Char(string="Who", required=True)
    tenggat = fields.Date(string="Until")
    bukti = fields.Char(string="Evidence")
    state = fields.Selection(
        [("terbuka", "Still open"), ("selesai", "Done")], string="Status", required=True, default="terbuka", index=True
    )
    catatan_selesai = fields.Char(string="How it was done")

    def _kolom_isi(self):
        return JANJI

    def _cek_boleh_isi(self, kolom=frozenset()):
        self.berita_acara_id._cek_boleh_isi()

    def _cek_tambah_berkas(self):
        self._cek_boleh_isi()

    def _sebut(self, surat, oleh):
        """Return the promise as one sentence of a letter: what, who, until when.

        :param surat: the ``Surat`` it stands in, for the date
        :param str oleh: who, in the words of that sentence
        """
        self.ensure_one()
        sampai = f", paling lambat {surat.tanggal(self.tenggat)}" if self.tenggat else ""
        return f"{self.isi.strip().rstrip('.')}, {oleh}{sampai}."

    @api.ondelete(at_uninstall=True)
    def _unlink_never(self):
        """A promise may be struck while the berita acara is a draft."""
        self.berita_acara_id._cek_boleh_isi()

    def action_selesai(self, alasan=None):
        """Say that a promise was kept, and how; by the Kabid of the case or its pelaksana."""
        for janji in self:
            janji.check_access("read")
            pengaduan = janji.pengaduan_id
            if not (pengaduan._saya_penyusun() or pengaduan._penugasan_saya("kepala_bidang")):
                raise UserError(self.env._("A kesepakatan is closed by the Kepala Bidang or the pelaksana."))
            if not alasan:
                raise UserError(self.env._("Say how it was done."))
            janji.sudo()._tulis({"state": "selesai", "catatan_selesai": alasan})
            pengaduan._catat(self.env._("Kesepakatan done: %(isi)s", isi=janji.isi), alasan)
