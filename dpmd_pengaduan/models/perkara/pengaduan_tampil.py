from odoo import api, fields, models
from odoo.tools import format_date, format_datetime

from .alur import TAMAT
from .pengaduan_kartu import DIAMBIL


class DpmdPengaduan(models.Model):
    """What the form shows and nothing else uses: where the case stands, and its card in full.

    All of it is computed per record, so no list or kanban may ask for it.
    """

    _inherit = "dpmd.pengaduan"

    langkah_tampil = fields.Html(string="Where it stands", compute="_compute_langkah_tampil", sanitize=False)
    kartu_tampil = fields.Html(string="Kartu Kendali in full", compute="_compute_kartu_tampil", sanitize=False)

    @api.depends("langkah", "state", "desk_jabatan", "desk_user_id", "desk_sejak", "desk_tenggat")
    def _compute_langkah_tampil(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for pengaduan in self:
            pengaduan.langkah_tampil = self.env["ir.qweb"]._render(
                "dpmd_pengaduan.langkah_tampil",
                {
                    "pengaduan": pengaduan,
                    "kegiatan": pengaduan.sop_id._sop_langkah(pengaduan.langkah).kegiatan,
                    "tamat": pengaduan.state in TAMAT,
                    "meja": pengaduan._sebut_meja(pengaduan.desk_jabatan) if pengaduan.desk_jabatan else "",
                    "sejak": pengaduan._sebut_waktu(pengaduan.desk_sejak),
                    "sampai": format_date(self.env, pengaduan.desk_tenggat, date_format="d MMM yyyy"),
                    "telat": bool(pengaduan.desk_tenggat and pengaduan.desk_tenggat < hari_ini),
                },
            )

    @api.depends("kartu_ids", "langkah")
    def _compute_kartu_tampil(self):
        jenis = dict(self.env["dpmd.langkah"]._fields["jenis"]._description_selection(self.env))
        for pengaduan in self:
            baris = pengaduan.kartu_ids.sorted("urutan")
            pengaduan.kartu_tampil = self.env["ir.qweb"]._render(
                "dpmd_pengaduan.kartu_tampil",
                {
                    "pengaduan": pengaduan,
                    "tamat": pengaduan.state in TAMAT,
                    "jenis": jenis,
                    "langkah": [
                        (sop, baris.filtered(lambda b, n=sop.nomor: b.nomor == n and b.jenis in DIAMBIL))
                        for sop in pengaduan.sop_id.langkah_ids.sorted("nomor")
                    ],
                    "lain": baris.filtered(lambda b: b.jenis not in DIAMBIL),
                    "waktu": pengaduan._sebut_waktu,
                    "lama": self._sebut_lama,
                },
            )

    def _sebut_waktu(self, saat):
        """Return a moment in words, on the office's clock, as the letters say it."""
        return format_datetime(self.env, saat, tz=self._zona(), dt_format="d MMM yyyy, HH.mm")

    def _sebut_lama(self, jam):
        """Return a length of time in words."""
        if jam >= 48:
            return self.env._("%(hari)s days", hari=round(jam / 24))
        if jam >= 1:
            return self.env._("%(jam)s hours", jam=round(jam))
        return self.env._("less than an hour")
