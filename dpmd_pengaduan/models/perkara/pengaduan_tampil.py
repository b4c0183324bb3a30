from odoo import api, fields, models
from odoo.tools import format_date, format_datetime

from .dpmd_pengaduan import TAMAT

LANGKAH = ("langkah", "tidak", "dilewati")


class DpmdPengaduan(models.Model):
    """What the form shows and nothing else uses: where the case stands, and its card in full.

    All of it is computed per record, so no list or kanban may ask for it.
    """

    _inherit = "dpmd.pengaduan"

    langkah_tampil = fields.Html(string="Where it stands", compute="_compute_langkah_tampil", sanitize=False)
    kartu_tampil = fields.Html(string="Kartu Kendali in full", compute="_compute_kartu_tampil", sanitize=False)
    identitas_terbaca = fields.Boolean(compute="_compute_identitas_terbaca")
    usulan = fields.Text(
        string="Waiting proposal", compute="_compute_usulan", help="Why it is proposed to go without a meeting."
    )

    @api.depends("langkah", "state", "desk_jabatan", "desk_user_id", "desk_sejak", "desk_tenggat")
    def _compute_langkah_tampil(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for pengaduan in self:
            langkah = pengaduan.sop_id.langkah_ids.filtered(lambda baris, p=pengaduan: baris.nomor == p.langkah)
            pengaduan.langkah_tampil = self.env["ir.qweb"]._render(
                "dpmd_pengaduan.langkah_tampil",
                {
                    "pengaduan": pengaduan,
                    "kegiatan": langkah.kegiatan,
                    "tamat": pengaduan.state in TAMAT,
                    "meja": pengaduan._sebut_meja(pengaduan.desk_jabatan) if pengaduan.desk_jabatan else "",
                    "sejak": pengaduan._sebut_waktu(pengaduan.desk_sejak),
                    "sampai": format_date(self.env, pengaduan.desk_tenggat, date_format="d MMM yyyy"),
                    "telat": bool(pengaduan.desk_tenggat and pengaduan.desk_tenggat < hari_ini),
                },
            )

    @api.depends("langkah_ids", "langkah")
    def _compute_kartu_tampil(self):
        jenis = dict(self.env["dpmd.langkah"]._fields["jenis"]._description_selection(self.env))
        for pengaduan in self:
            baris = pengaduan.langkah_ids.sorted("urutan")
            pengaduan.kartu_tampil = self.env["ir.qweb"]._render(
                "dpmd_pengaduan.kartu_tampil",
                {
                    "pengaduan": pengaduan,
                    "tamat": pengaduan.state in TAMAT,
                    "jenis": jenis,
                    "langkah": [
                        (sop, baris.filtered(lambda b, n=sop.nomor: b.nomor == n and b.jenis in LANGKAH))
                        for sop in pengaduan.sop_id.langkah_ids.sorted("nomor")
                    ],
                    "lain": baris.filtered(lambda b: b.jenis not in LANGKAH),
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

    @api.depends("identitas")
    @api.depends_context("uid")
    def _compute_identitas_terbaca(self):
        for pengaduan in self:
            pengaduan.identitas_terbaca = pengaduan._identitas_terbuka()

    @api.depends("tanpa_rapat", "langkah_ids")
    def _compute_usulan(self):
        for pengaduan in self:
            usul = pengaduan.langkah_ids.filtered(lambda baris: baris.jenis == "catatan" and baris.nomor == 9)
            pengaduan.usulan = usul.sorted("urutan")[-1:].alasan if pengaduan.tanpa_rapat == "diusulkan" else False

    def action_baca_laporan(self):
        """Open the report, to be read before paraf or signature."""
        self.ensure_one()
        self.check_access("read")
        return self._laporan().get_formview_action()
