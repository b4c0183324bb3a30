import re

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..models.dasar.berkas import baca_tanda_tangan
from .captcha import daftar_captcha, terbukti_manusia
from .isian import aturan, baca, bersihkan, daftar_bidang, kalimat_panjang, kata, periksa, susun
from .ringan import alamat_jaringan, halaman, hari_dijanjikan

JEDA_DETIK = 4  # nobody reads and fills the form faster
HALAMAN_BAKU = {"website": True, "auth": "public"}


def berkas_terkirim(kunci="berkas"):
    """Return the files uploaded in a field as ``[(name, bytes)]``; of a name, only its last part."""
    return [
        (bersihkan("nama_berkas", re.split(r"[/\\]", berkas.filename)[-1]) or "lampiran", berkas.read())
        for berkas in request.httprequest.files.getlist(kunci)
        if berkas.filename
    ]


class Formulir(http.Controller):
    """The Formulir Pengaduan of UU 25/2009 ps. 42 as a web page: sending it is SOP steps 1 and 3."""

    @http.route("/pengaduan", type="http", readonly=True, sitemap=True, **HALAMAN_BAKU)
    def penjelasan(self, **_kwargs):
        """Explain what the complaint desk is and how it works."""
        langkah = list(request.env["dpmd.pelapor"]._kata_langkah().items())
        return request.render("dpmd_pengaduan.penjelasan", {"langkah": langkah, "hari": hari_dijanjikan()})

    @http.route("/pengaduan/baru", type="http", methods=["GET"], readonly=True, sitemap=True, **HALAMAN_BAKU)
    def formulir(self, **_kwargs):
        """Show the empty form. Whoever is logged in finds name and e-mail filled in."""
        isian = baca({})
        user = request.env.user
        if not user._is_public():
            isian.update(nama=user.name, email=user.email or "", telepon=user.phone or "")
        return self._halaman_formulir(isian)

    @http.route("/pengaduan/baru", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def kirim(self, token="", catatan_lain="", ttd="", **post):
        """Take in a complaint, or show the form again with what is wrong beside each field.

        :param str token: the one-time token of the form; sent twice, it makes one case
        :param str catatan_lain: honeypot, invisible to people
        :param str ttd: signature as a PNG data URL
        :param post: the fields of the form
        """
        Pelapor = request.env["dpmd.pelapor"]
        Percobaan = request.env["dpmd.percobaan"]
        isian, token, ttd = baca(post), kata(token), kata(ttd)
        jenis, desa = self._jenis(), self._desa()
        galat = periksa(request.env, isian, jenis, desa)
        if isian["identitas"] == "anonim":
            ttd = ""
        elif not ttd and not isian["ttd_nanti"]:
            galat["ttd"] = aturan(request.env)["ttd"]["kosong"]
        berkas, surat_kuasa = berkas_terkirim(), berkas_terkirim("surat_kuasa")
        umur = Pelapor._umur_formulir(token)
        if not galat and umur is None:
            token = Pelapor._token_formulir()
            galat["umum"] = request.env._("This form was open for very long. Please send it once more.")
        elif not galat and (umur < JEDA_DETIK or catatan_lain):
            galat["umum"] = request.env._("Please read it through once more, then send it.")
        buktikan = not galat and Percobaan._terlalu_sering("kirim", alamat_jaringan()) and not terbukti_manusia()
        if buktikan and daftar_captcha():
            galat["umum"] = request.env._(
                "Very many complaints came from this connection. Please show that you are a person."
            )
        elif buktikan:
            galat["umum"] = request.env._(
                "Very many complaints came from this connection within an hour. Please send it again in an hour; "
                "keep this page open until then."
            )
        gambar = None
        if not galat:
            Percobaan._hitung("kirim", alamat_jaringan())  # before anything is decoded
            gambar, galat = self._baca_tanda_tangan(isian, ttd)
        if galat:
            return self._halaman_formulir(
                isian,
                galat=galat,
                token=token,
                ttd="" if "ttd" in galat else ttd,
                status=422,
                buktikan=buktikan,
                pilih_lagi=[nama for nama, _isi in (*surat_kuasa, *berkas)],
            )
        user = request.env.user
        pengaduan, pelapor = susun(
            request.env,
            isian,
            gambar,
            request.website.sudo().company_id,
            jenis.filtered(lambda j: str(j.id) == isian["jenis"]),
            desa.filtered(lambda d: str(d.id) == isian["desa"]),
            request.env["res.partner"] if user._is_public() else user.partner_id,
        )
        kode, ditolak = Pelapor._terima_formulir(token, pengaduan, pelapor, berkas, surat_kuasa)
        pelapor_sudo = Pelapor._cari_kode_sudo(kode)
        maks, maks_mb = pelapor_sudo._batas_berkas()
        return halaman(
            "terima_kasih",
            kode=Pelapor._tulis_kode(kode),
            ditolak=ditolak,
            identitas=isian["identitas"],
            perlu_ttd=isian["identitas"] != "anonim" and not gambar,
            punya_akun=bool(pelapor.get("partner_id")),
            hari=hari_dijanjikan(),
            akibat=pelapor_sudo._akibat_terlapor(),
            ke_inspektorat=pelapor_sudo.pengaduan_id._ke_inspektorat(),
            maks=maks,
            maks_mb=maks_mb,
            jumlah=pelapor_sudo._jumlah_berkas(),
            perlu_kuasa=pelapor_sudo._perlu_surat_kuasa(),
        )

    def _baca_tanda_tangan(self, isian, ttd):
        """Return the signature (base64, or nothing) and what is wrong with it, as ``periksa`` does."""
        try:
            gambar = baca_tanda_tangan(request.env, ttd)
        except UserError as salah:
            return None, {"ttd": str(salah)}
        if gambar or isian["identitas"] == "anonim" or isian["ttd_nanti"]:
            return gambar, {}
        return None, {"ttd": aturan(request.env)["ttd"]["kosong"]}

    def _halaman_formulir(self, isian, galat=None, token=None, ttd="", pilih_lagi=(), buktikan=False, status=200):
        maks, maks_mb = request.env["dpmd.pelapor"]._batas_berkas_kantor(request.website.sudo().company_id)
        return halaman(
            "formulir",
            status=status,
            isian=isian,
            galat=galat or {},
            ttd=ttd,
            pilih_lagi=pilih_lagi,
            token=token or request.env["dpmd.pelapor"]._token_formulir(),
            maks=maks,
            maks_mb=maks_mb,
            jenis=[{"id": str(j.id), "nama": j.name, "contoh": j.contoh or ""} for j in self._jenis()],
            kecamatan=self._kecamatan(),
            pejabat=request.env["dpmd.pelapor"]._pilihan_terlapor(),
            bidang=daftar_bidang(request.env, request.website.sudo().company_id),
            aturan=aturan(request.env),
            captcha=daftar_captcha(),
            buktikan=buktikan,
            # The script puts the numbers in.
            panjang=kalimat_panjang(request.env, "{maks}", "{ada}"),
        )

    def _jenis(self):
        company = request.website.sudo().company_id
        return request.env["dpmd.jenis"].sudo().search([("company_id", "in", [company.id, False])])

    def _desa(self):
        return request.env["dpmd.wilayah"].sudo().search([("tingkat", "in", ("desa", "kelurahan"))])

    def _kecamatan(self):
        """Return the desa grouped by kecamatan, both by name: ``[(kecamatan, [(id, desa)])]``."""
        kelompok = {}
        for desa_sudo in self._desa():
            nama = desa_sudo.name if desa_sudo.tingkat == "desa" else f"{desa_sudo.name} (Kelurahan)"
            kelompok.setdefault(desa_sudo.parent_id.name or "", []).append((str(desa_sudo.id), nama))
        return [(nama, sorted(isi, key=lambda d: d[1])) for nama, isi in sorted(kelompok.items())]
