from odoo import api, fields, models
from odoo.tools import format_date

KEMBALI = ("kembali", "sanggah")  # lines of the card that bring work back
# Lines that answer them: the work went on. So does a note that a paper was handed up.
MAJU = ("langkah", "tidak", "dilewati", "alih", "gabung", "tutup", "keberatan")


class DpmdPengaduan(models.Model):
    """What the desk goes by: the order that brought the case here, or why it came back, until it is acted upon."""

    _inherit = "dpmd.pengaduan"

    perintah_tampil = fields.Html(string="Order", compute="_compute_perintah_tampil", sanitize=False)

    @api.depends("kartu_ids", "disposisi_ids.state", "desk_tenggat")
    def _compute_perintah_tampil(self):
        for pengaduan in self:
            kembali, perintah = pengaduan._kembali_terbuka(), pengaduan._disposisi_terbuka()
            if not kembali and not perintah:
                pengaduan.perintah_tampil = False
                continue
            pengaduan.perintah_tampil = self.env["ir.qweb"]._render(
                "dpmd_pengaduan.perintah_tampil",
                {
                    "kembali": kembali,
                    "perintah": perintah,
                    "saat": pengaduan._sebut_waktu(kembali.terjadi or perintah.tanggal),
                    "sampai": format_date(
                        self.env, pengaduan.desk_tenggat if kembali else perintah.tenggat, date_format="d MMM yyyy"
                    ),
                    "sifat": dict(perintah._fields["sifat"]._description_selection(self.env)).get(perintah.sifat),
                    "harap": dict(perintah._fields["harap"]._description_selection(self.env)).get(perintah.harap),
                },
            )

    def _kembali_terbuka(self):
        """Return the line of the card that sent work back and that nothing has answered yet; empty without one."""
        for baris in self.kartu_ids.sorted("urutan", reverse=True):
            if baris.jenis in KEMBALI:
                return baris
            if baris.jenis in MAJU or baris.dokumen_id:
                break
        return self.kartu_ids.browse()
