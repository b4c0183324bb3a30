from odoo import http
from odoo.http import request

from .formulir import HALAMAN_BAKU
from .ringan import alamat_jaringan, halaman
from .tindakan import RUTE_TINDAKAN, halaman_kabar, jalankan, surat, tambah_berkas

ALAMAT = "/pengaduan/lacak"


class Lacak(http.Controller):
    """Where a complaint stands, for whoever holds its receipt number. The number is posted, never in a URL."""

    @http.route(ALAMAT, type="http", methods=["GET"], readonly=True, sitemap=True, **HALAMAN_BAKU)
    def tanya(self, **_kwargs):
        """Ask for the receipt number."""
        return halaman("lacak")

    @http.route(ALAMAT, type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def jawab(self, kode="", **_kwargs):
        """Show where the case stands, its papers and who looked at a secret identity."""
        return self._dengan_kode(kode, halaman_kabar)

    @http.route(f"{ALAMAT}/surat", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def surat(self, kode="", surat_id="", **_kwargs):
        """Serve a paper addressed to the pelapor; its id opens nothing without the receipt number."""
        return self._dengan_kode(kode, surat, surat_id=surat_id)

    @http.route(f"{ALAMAT}/berkas", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def berkas(self, kode="", **_kwargs):
        """Take further files, until the case is answered; a refused one is named with the reason."""
        return self._dengan_kode(kode, tambah_berkas)

    @http.route(f"{ALAMAT}/{RUTE_TINDAKAN}", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def tindakan(self, aksi, kode="", **post):
        """Write to the office, withdraw, complete the form, rate or object: whoever holds the receipt number."""
        return self._dengan_kode(kode, jalankan, aksi=aksi, post=post)

    def _dengan_kode(self, kode, kerjakan, **nilai):
        """Return what is done for the pelapor a receipt number opens, or that it opens nothing."""
        pelapor_sudo = self._pelapor_sudo(kode)
        if not pelapor_sudo:
            return self._tidak_ketemu()
        return kerjakan(pelapor_sudo, alamat=ALAMAT, kode=pelapor_sudo._tulis_kode(kode), **nilai)

    def _pelapor_sudo(self, kode):
        """Return the pelapor a receipt number opens; a wrong number counts as a try, a right one does not."""
        Percobaan = request.env["dpmd.percobaan"]
        kosong = request.env["dpmd.pelapor"]
        if Percobaan._terlalu_sering("lacak", alamat_jaringan()):
            return kosong
        pelapor_sudo = kosong._cari_kode_sudo(kode)
        if pelapor_sudo.company_id != request.website.sudo().company_id:
            pelapor_sudo = kosong
        if not pelapor_sudo:
            Percobaan._hitung("lacak", alamat_jaringan())
        return pelapor_sudo

    def _tidak_ketemu(self):
        """Answer every number that opens nothing with the same words."""
        if request.env["dpmd.percobaan"]._terlalu_sering("lacak", alamat_jaringan()):
            return halaman(
                "lacak",
                status=429,
                galat=request.env._(
                    "Too many wrong numbers came from this connection. Please try again in an hour, "
                    "or ask at our counter."
                ),
            )
        return halaman(
            "lacak",
            status=404,
            galat=request.env._(
                "This number opens no complaint. Check all 16 digits, or ask at our counter and bring something that "
                "shows who you are."
            ),
        )
