from textwrap import shorten

from odoo import api, fields, models
from odoo.tools import format_date

from ..kantor.langkah import Langkah
from .alur import ALUR, DI_LANGKAH, PELAPOR, TAMAT

PANJANG = 160  # characters of an order on a card
DEKAT = 14  # days; what is farther away is told by its date
CATATAN = ("catatan", "konfirmasi", "sanggah", "ralat")  # lines that move no case


class DpmdPengaduan(models.Model):
    """What a card of the desk says: what is to be done, what was ordered, since when; read for a whole page at once."""

    _inherit = "dpmd.pengaduan"

    tindakan = fields.Char(string="What is next", compute="_compute_tindakan")
    perintah = fields.Char(
        string="Last Order",
        compute="_compute_perintah",
        help="Why the case is on this desk. Of a secret complaint without the words.",
    )
    sampai = fields.Char(string="Until when", compute="_compute_sampai", help="Until when the desk must act, in words.")
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
            induk_sudo = self.sudo().induk_id
            status = dict(self._fields["state"]._description_selection(self.env))[induk_sudo.state]
            return self.env._("Follows %(induk)s: %(status)s", induk=induk_sudo.name, status=status)
        if self.state in TAMAT:
            jalan = self.desk_jabatan and ALUR["informasikan_tutup"]
        elif self._ke_inspektorat() and self.langkah > Langkah.FORMULIR:
            jalan = ALUR["serahkan"]
        else:
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

    @api.depends("desk_tenggat", "desk_jabatan")
    @api.depends_context("lang")
    def _compute_sampai(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for pengaduan in self:
            tenggat = pengaduan.desk_jabatan and pengaduan.desk_tenggat
            pengaduan.sampai = tenggat and self._sebut_sampai(tenggat, (tenggat - hari_ini).days)

    def _sebut_sampai(self, tenggat, hari):
        """Return a due day in words.

        :param date tenggat: the day
        :param int hari: how many days it is away
        """
        if hari < 0:
            return self.env._("%(hari)s days late", hari=-hari)
        if hari > DEKAT:
            return self.env._("until %(tanggal)s", tanggal=format_date(self.env, tenggat, date_format="d MMM yyyy"))
        dekat = {0: self.env._("until today"), 1: self.env._("until tomorrow")}
        return dekat.get(hari) or self.env._("%(hari)s days left", hari=hari)

    @api.depends("desk_sejak", "desk_jabatan")
    def _compute_umur_meja(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for company, kasus in self.grouped("company_id").items():
            setempat = self.with_context(tz=kasus[:1]._zona()) if company else self
            for pengaduan in kasus:
                sejak = pengaduan.desk_jabatan and pengaduan.desk_sejak
                hari = fields.Datetime.context_timestamp(setempat, sejak).date() if sejak else hari_ini
                pengaduan.umur_meja = (hari_ini - hari).days
