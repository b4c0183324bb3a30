from textwrap import shorten

from odoo import api, fields, models

from ..kantor.langkah import Langkah
from .alur import ALUR, DI_LANGKAH, PELAPOR, TAMAT

PANJANG = 160  # characters of an order on a card
CATATAN = ("catatan", "konfirmasi", "sanggah", "ralat")  # lines that move no case


class DpmdPengaduan(models.Model):
    """What a card of the desk says: what is to be done, what was ordered, since when; read for a whole page at once."""

    _inherit = "dpmd.pengaduan"

    tindakan = fields.Char(string="Next", compute="_compute_tindakan", help="What is to be done next.")
    perintah = fields.Char(
        string="Last Order",
        compute="_compute_perintah",
        help="Why the case is on this desk. Of a secret complaint without the words.",
    )
    umur_meja = fields.Integer(string="Days on this Desk", compute="_compute_umur_meja", aggregator=None)

    @api.depends("state", "langkah", "desk_jabatan", "induk_id", "terlapor_pejabat")
    @api.depends_context("uid", "lang")
    def _compute_tindakan(self):
        kata = self._kata_tindakan()
        for pengaduan in self:
            pengaduan.tindakan = kata.get(pengaduan.id, False)

    def _kata_tindakan(self):
        """Return what is next on each case, in words, by id; hook, extended where a step has more than one part."""
        return {pengaduan.id: pengaduan._kata_langkah() for pengaduan in self}

    def _kata_langkah(self):
        """Return the next step of the case as its button says it, or who is waited for; False when all is done."""
        self.ensure_one()
        if self.desk_jabatan == PELAPOR:
            return self.env._("The pelapor completes the form")
        if self._menunggu_induk():
            return self.env._("Follows the lead case")
        if self.state in TAMAT:
            return self.desk_jabatan and self.env._(ALUR["informasikan_tutup"].judul)
        if self._ke_inspektorat() and self.langkah > Langkah.FORMULIR:
            return self.env._(ALUR["serahkan"].judul)
        jalan = DI_LANGKAH.get((self.state, self.langkah))
        return jalan and self.env._(jalan.judul)

    @api.depends("kartu_ids", "disposisi_ids.state", "identitas")
    @api.depends_context("uid", "lang")
    def _compute_perintah(self):
        kembali, order = self._alasan_kembali(), {}
        for disposisi in self.env["dpmd.disposisi"].search(
            [("pengaduan_id", "in", self.ids), ("state", "in", ("baru", "dibaca"))]
        ):
            order.setdefault(disposisi.pengaduan_id.id, disposisi)
        for pengaduan in self:
            terbuka = pengaduan.identitas == "terbuka"
            kalimat = False
            if pengaduan.id in kembali:
                alasan = kembali[pengaduan.id] if terbuka else ""
                kalimat = self.env._("Sent back: %(alasan)s", alasan=alasan) if alasan else self.env._("Sent back")
            elif disposisi := order.get(pengaduan.id):
                kata = (disposisi.catatan or disposisi.instruksi) if terbuka else self.env._("disposisi")
                kalimat = f"{disposisi.dari_sebutan}: {kata}"
            pengaduan.perintah = kalimat and shorten(kalimat, PANJANG, placeholder=" …")

    def _alasan_kembali(self):
        """Return why a case was sent back, by id, of those whose last move was that."""
        Kartu = self.env["dpmd.langkah"]
        bergerak = [("pengaduan_id", "in", self.ids), ("jenis", "not in", CATATAN)]
        terakhir = Kartu.browse(nomor for _kasus, nomor in Kartu._read_group(bergerak, ["pengaduan_id"], ["id:max"]))
        return {baris.pengaduan_id.id: baris.alasan or "" for baris in terakhir if baris.jenis == "kembali"}

    @api.depends("desk_sejak", "desk_jabatan")
    def _compute_umur_meja(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for company, kasus in self.grouped("company_id").items():
            setempat = self.with_context(tz=kasus[:1]._zona()) if company else self
            for pengaduan in kasus:
                sejak = pengaduan.desk_jabatan and pengaduan.desk_sejak
                hari = fields.Datetime.context_timestamp(setempat, sejak).date() if sejak else hari_ini
                pengaduan.umur_meja = (hari_ini - hari).days
