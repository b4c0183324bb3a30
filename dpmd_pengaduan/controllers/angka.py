import csv
import io

from odoo import http
from odoo.http import request
from odoo.tools import format_date

from ..models.publik.halaman import halaman
from .ringan import HALAMAN_BAKU


class Angka(http.Controller):
    """The desk's figures for everybody: how many, about what, where, and how fast. No case, no person."""

    @http.route("/pengaduan/angka", type="http", methods=["GET"], readonly=True, sitemap=True, **HALAMAN_BAKU)
    def angka(self, **_kwargs):
        """Show the figures of the last twelve full months."""
        return halaman("angka", isi=self._isi(), gaya="angka")

    @http.route("/pengaduan/angka.csv", type="http", methods=["GET"], readonly=True, sitemap=False, **HALAMAN_BAKU)
    def angka_csv(self, **_kwargs):
        """Serve the same figures as a table for other programs (UTF-8, comma separated)."""
        berkas = io.StringIO()
        tabel = csv.writer(berkas)
        tabel.writerow(["tabel", "baris", "nilai"])
        isi = self._isi()
        for kunci in ("bulan", "jenis", "kecamatan", "keadaan", "menurut", "tahap", "langkah") if isi else ():
            for nama, nilai in isi[kunci]:
                # A spreadsheet takes a leading sign for a formula.
                polos = f"'{nama}" if str(nama)[:1] in "=+-@\t\r" and nama else nama
                tabel.writerow([kunci, polos, self._kurang(kunci) if nilai is None else nilai])
        if isi:
            tabel.writerow(["tepat", "persen", "" if isi["tepat"] is None else isi["tepat"]])
        return request.make_response(
            berkas.getvalue().encode(),
            headers=[
                ("Content-Type", "text/csv; charset=utf-8"),
                ("X-Content-Type-Options", "nosniff"),
                ("Content-Disposition", 'attachment; filename="angka-pengaduan.csv"'),
            ],
        )

    def _kurang(self, kunci):
        return "" if kunci in ("tahap", "langkah") else "<5"

    def _isi(self):
        """Return the figures as plain values with people's words; empty when nothing was counted yet."""
        angka_sudo = (
            request.env["dpmd.angka"].sudo().search([("company_id", "=", request.website.sudo().company_id.id)])
        )
        if not angka_sudo:
            return {}
        isi = angka_sudo.isi
        Pelapor = request.env["dpmd.pelapor"]
        kata, kata_tahap = Pelapor._kata_langkah(), Pelapor._kata_tahap()
        keadaan = {
            "menunggu": request.env._("Waiting to be checked"),
            "ditangani": request.env._("Being handled"),
            "dijawab": request.env._("Answered"),
            "ditutup": request.env._("Closed early, with a reason"),
        }
        menurut = {
            "selesai": request.env._("Finished for the pelapor"),
            "belum": request.env._("Not finished for the pelapor"),
            "": request.env._("Said neither"),
        }

        def tanggal(teks, bentuk="d MMMM y"):
            return format_date(request.env, teks, date_format=bentuk)

        return {
            "dari": tanggal(isi["dari"]),
            "sampai": tanggal(isi["sampai"]),
            "jumlah": isi["jumlah"],
            "bulan": [[tanggal(f"{bulan}-01", "MMMM y"), n] for bulan, n in isi["bulan"]],
            "jenis": [[nama or request.env._("Not said"), n] for nama, n in isi["jenis"]],
            "kecamatan": [[nama or request.env._("Not said"), n] for nama, n in isi["kecamatan"]],
            "keadaan": [[keadaan[kunci], n] for kunci, n in isi["keadaan"]],
            # Missing until the next night, where the figures were counted by an older version.
            "menurut": [[menurut[kunci], n] for kunci, n in isi.get("menurut", [])],
            "tahap": [[kata_tahap[kunci][0], hari] for kunci, hari in isi.get("tahap", [])],
            "langkah": [[kata[nomor], hari] for nomor, hari in isi["langkah"]],
            "tepat": isi["tepat"],
        }
