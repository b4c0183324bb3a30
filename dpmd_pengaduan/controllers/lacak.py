from odoo import http
from odoo.http import request

from ..models.pelapor.nomor_tanda_terima import salah_ketik, tulis
from ..models.publik.halaman import halaman
from .captcha import daftar_captcha, terbukti_manusia
from .isian import kata
from .ringan import HALAMAN_BAKU, alamat_jaringan, kalimat_basi, terlalu_sering
from .tiket import baca_tiket
from .tindakan import RUTE_TINDAKAN, buka_kabar, halaman_kabar, jalankan, surat, tambah_berkas

ALAMAT = "/pengaduan/lacak"


class Lacak(http.Controller):
    """Where a complaint stands, for whoever holds its receipt number. The number is posted, never in a URL."""

    @http.route(ALAMAT, type="http", methods=["GET"], readonly=True, sitemap=True, **HALAMAN_BAKU)
    def tanya(self, t="", **_kwargs):
        """Ask for the receipt number, or show what a number that was posted opens.

        :param str t: ticket
        """
        if not t:
            return halaman("lacak", kosong=True)
        isi = baca_tiket(t)
        pelapor_sudo = self._cari_sudo(isi.get("kode"))
        if not pelapor_sudo:
            return halaman("lacak", status=410, galat=kalimat_basi(request.env))
        return halaman_kabar(pelapor_sudo, ALAMAT, tulis(isi["kode"]), **isi.get("kabar", {}))

    @http.route(ALAMAT, type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def jawab(self, kode="", **_kwargs):
        """Show where the case stands, its papers and who looked at a secret identity."""
        return self._dengan_kode(kode, buka_kabar)

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
        pelapor_sudo = self._cari_sudo(kode)
        if not pelapor_sudo:
            return self._tidak_ketemu(kata(kode)[:40])
        return kerjakan(pelapor_sudo, alamat=ALAMAT, kode=tulis(kode), **nilai)

    def _cari_sudo(self, kode):
        """Return the pelapor a receipt number opens, however many wrong ones came before it."""
        pelapor_sudo = request.env["dpmd.pelapor"]._cari_kode_sudo(kode)
        return pelapor_sudo.filtered(lambda satu: satu.company_id == request.website.sudo().company_id)

    def _tidak_ketemu(self, kode):
        """Answer every number that opens nothing with the same words, and count it."""
        galat = salah_ketik(request.env, kode)
        if galat:
            return halaman("lacak", status=422, galat=galat, kode=kode)
        if terlalu_sering("lacak") and not terbukti_manusia():
            galat = request.env._(
                "Very many wrong numbers came from this connection. A right number opens all the same; for this one "
                "please wait an hour, or ask at our counter."
            )
            return halaman("lacak", status=429, galat=galat, kode=kode, captcha=daftar_captcha())
        request.env["dpmd.percobaan"]._hitung("lacak", alamat_jaringan())
        galat = request.env._(
            "This number opens no complaint. Check all 16 digits, or ask at our counter and bring something that "
            "shows who you are."
        )
        return halaman("lacak", status=404, galat=galat, kode=kode)
