import re

from odoo import SUPERUSER_ID, http
from odoo.exceptions import UserError
from odoo.http import request

from ..models.dasar.berkas import baca_tanda_tangan
from ..models.naskah.gambar import qr
from ..models.pelapor.nomor_tanda_terima import tulis
from ..models.publik.halaman import halaman
from .captcha import daftar_captcha, kalimat_ramai, terbukti_manusia
from .isian import (
    PANJANG,
    aturan,
    baca,
    bersihkan,
    daftar_bidang,
    kalimat_panjang,
    kata,
    periksa,
    sebagai_pesan,
    susun,
    tanda,
)
from .ringan import (
    HALAMAN_BAKU,
    alamat_jaringan,
    boleh_kirim_berkas,
    hari_dijanjikan,
    kalimat_basi,
    terlalu_sering,
    tolak_semua,
)
from .tiket import baca_tiket, buat_tiket

JEDA_DETIK = 4  # nobody reads and fills the form faster


def berkas_terkirim(kunci="berkas"):
    """Return the files uploaded in a field as ``[(name, bytes)]``; of a name, only its last part."""
    return [
        (bersihkan("nama_berkas", re.split(r"[/\\]", berkas.filename)[-1]) or "lampiran", berkas.read())
        for berkas in request.httprequest.files.getlist(kunci)
        if berkas.filename
    ]


def simpan_berkas(pelapor_sudo, berkas, surat_kuasa):
    """Keep what was sent with a complaint; return the refused files as ``[(name, why)]``."""
    return pelapor_sudo._tambah_kiriman("surat_kuasa", surat_kuasa) + pelapor_sudo._tambah_kiriman("berkas", berkas)


class Formulir(http.Controller):
    """The Formulir Pengaduan of UU 25/2009 ps. 42 as a web page: sending it is SOP steps 1 and 3."""

    @http.route("/pengaduan/baru", type="http", methods=["GET"], readonly=True, sitemap=True, **HALAMAN_BAKU)
    def formulir(self, **_kwargs):
        """Show the empty form. Whoever is logged in finds name and e-mail filled in."""
        if not self._buka():
            return self._halaman_belum_dibuka()
        isian = baca({})
        user = request.env.user
        if not user._is_public():
            isian.update(nama=user.name, email=user.email or "", telepon=user.phone or "")
        return self._halaman_formulir(isian, kosong=user._is_public())

    @http.route("/pengaduan/baru", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def kirim(self, token="", catatan_lain="", ttd="", **post):
        """Take in a complaint, or show the form again with what is wrong beside each field.

        Token and content decide: the same form sent again leads to the same receipt; the same form with other
        words leads to a page that asks what to do with them.

        :param str token: the one-time token of the form
        :param str catatan_lain: honeypot, invisible to people
        :param str ttd: signature as a PNG data URL
        :param post: the fields of the form
        """
        Pelapor = request.env["dpmd.pelapor"]
        isian, token, ttd = baca(post), kata(token), kata(ttd)
        berkas, surat_kuasa = berkas_terkirim(), berkas_terkirim("surat_kuasa")
        lama_sudo = Pelapor._dari_formulir_sudo(token)
        if lama_sudo:
            return self._kirim_lagi(lama_sudo, token, isian, ttd, berkas, surat_kuasa)
        if not self._buka():
            return self._halaman_belum_dibuka(status=409)
        jenis, desa = self._jenis(), self._desa()
        galat = periksa(request.env, isian, jenis, desa)
        if isian["identitas"] == "anonim":
            ttd = isian["ttd_ketik"] = ""
        elif not (ttd or isian["ttd_nanti"] or isian["ttd_ketik"]):
            galat["ttd"] = aturan(request.env)["ttd"]["kosong"]
        umur = Pelapor._umur_formulir(token)
        if not galat and umur is None:
            token = Pelapor._token_formulir(umur=JEDA_DETIK)
            galat["umum"] = request.env._("This form was open for very long. Please send it once more.")
        elif not galat and (umur < JEDA_DETIK or catatan_lain):
            galat["umum"] = request.env._("Please read it through once more, then send it.")
        buktikan = not galat and terlalu_sering("kirim") and not terbukti_manusia()
        if buktikan:
            galat["umum"] = kalimat_ramai(request.env)
        gambar = None
        if not galat:
            request.env["dpmd.percobaan"]._hitung("kirim", alamat_jaringan())  # before anything is decoded
            gambar, galat = self._baca_tanda_tangan(isian, ttd)
        if galat:
            return self._halaman_formulir(
                isian,
                galat=galat,
                token=token,
                ttd="" if "ttd" in galat else ttd,
                status=429 if buktikan else 422,
                buktikan=buktikan,
                pilih_lagi=[nama for nama, _isi in (*surat_kuasa, *berkas)],
            )
        user = request.env.user
        pengaduan, pelapor = susun(
            request.env,
            isian,
            tanda(isian, gambar),
            request.website.sudo().company_id,
            jenis.filtered(lambda j: str(j.id) == isian["jenis"]),
            desa.filtered(lambda d: str(d.id) == isian["desa"]),
            request.env["res.partner"] if user._is_public() else user.partner_id,
        )
        kode, pelapor_sudo = Pelapor._terima_formulir(token, isian, pengaduan, pelapor)
        return self._diterima(kode, simpan_berkas(pelapor_sudo, berkas, surat_kuasa))

    @http.route("/pengaduan/baru/tambah", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def tambah(self, token_pertama="", **post):
        """Keep the other words of a form that was taken in before as a message of that complaint.

        Whoever sends them learns nothing of it, not even its number.

        :param str token_pertama: the token under which it was taken in
        :param post: the fields of the form
        """
        isian = baca(post)
        pelapor_sudo = request.env["dpmd.pelapor"]._dari_formulir_sudo(kata(token_pertama))
        if not pelapor_sudo:
            return self._halaman_formulir(isian, status=404)
        # As superuser, not sudo(): no create_uid may name a citizen who is logged in.
        pelapor = pelapor_sudo.with_user(SUPERUSER_ID)
        try:
            pelapor._kirim_pesan(
                sebagai_pesan(request.env, isian, pelapor_sudo), "formulir", maks=sum(PANJANG.values())
            )
        except UserError as galat:
            return self._sudah_diterima(kata(token_pertama), isian, kata(post.get("ttd")), galat=str(galat), status=422)
        return request.redirect("/pengaduan/ditambahkan", code=303)

    @http.route("/pengaduan/ditambahkan", type="http", methods=["GET"], readonly=True, sitemap=False, **HALAMAN_BAKU)
    def ditambahkan(self, **_kwargs):
        """Say that the other words have been kept."""
        return halaman("ditambahkan")

    @http.route("/pengaduan/diterima", type="http", methods=["GET"], readonly=True, sitemap=False, **HALAMAN_BAKU)
    def diterima(self, t="", **_kwargs):
        """Show the receipt with its number, for an hour after sending.

        :param str t: ticket
        """
        isi = baca_tiket(t)
        pelapor_sudo = request.env["dpmd.pelapor"]._cari_kode_sudo(isi.get("kode"))
        if not pelapor_sudo:
            return halaman("lacak", status=410, galat=kalimat_basi(request.env))
        maks, maks_mb = pelapor_sudo._batas_berkas()
        return halaman(
            "terima_kasih",
            kode=tulis(isi["kode"]),
            qr=qr(f"{request.website.get_base_url()}/pengaduan/lacak#{isi['kode']}"),
            ditolak=isi.get("ditolak", ()),
            identitas=pelapor_sudo.identitas,
            perlu_ttd=pelapor_sudo.identitas != "anonim" and not pelapor_sudo.ttd_cara,
            punya_akun=bool(pelapor_sudo.partner_id),
            hari=hari_dijanjikan(),
            akibat=pelapor_sudo._akibat_terlapor(),
            ke_inspektorat=pelapor_sudo.pengaduan_id._ke_inspektorat(),
            maks=maks,
            maks_mb=maks_mb,
            jumlah=pelapor_sudo._jumlah_berkas(),
            perlu_kuasa=pelapor_sudo._perlu_surat_kuasa(),
        )

    def _diterima(self, kode, ditolak):
        tiket = buat_tiket(kode=kode, ditolak=[(nama[:60], sebab) for nama, sebab in ditolak[:10]])
        return request.redirect(f"/pengaduan/diterima?t={tiket}", code=303)

    def _kirim_lagi(self, pelapor_sudo, token, isian, ttd, berkas, surat_kuasa):
        """Answer a form that was taken in before."""
        kode = pelapor_sudo._kode_lagi(token, isian)
        if not kode:
            return self._sudah_diterima(token, isian, ttd, pilih_lagi=[nama for nama, _isi in (*surat_kuasa, *berkas)])
        if not boleh_kirim_berkas(pelapor_sudo):
            return self._diterima(kode, tolak_semua([*surat_kuasa, *berkas]))
        gambar, _galat = self._baca_tanda_tangan(isian, ttd)
        pelapor_sudo._tanda_tangani_lagi(tanda(isian, gambar))
        return self._diterima(kode, simpan_berkas(pelapor_sudo, berkas, surat_kuasa))

    def _sudah_diterima(self, token, isian, ttd, status=409, **nilai):
        """Ask what to do with other words of a form that was taken in before."""
        Pelapor = request.env["dpmd.pelapor"]
        return halaman(
            "sudah_diterima",
            status=status,
            kiriman={**isian, "ttd": ttd},
            kata=[(kata_judul, isian[kunci]) for kunci, kata_judul in Pelapor._kata_isian().items() if isian[kunci]],
            token=Pelapor._token_formulir(umur=JEDA_DETIK),
            token_pertama=token,
            **nilai,
        )

    def _baca_tanda_tangan(self, isian, ttd):
        """Return the signature (base64, or nothing) and what is wrong with it, as ``periksa`` does."""
        try:
            gambar = baca_tanda_tangan(request.env, ttd)
        except UserError as salah:
            return None, {"ttd": str(salah)}
        if gambar or isian["identitas"] == "anonim" or isian["ttd_nanti"] or isian["ttd_ketik"]:
            return gambar, {}
        return None, {"ttd": aturan(request.env)["ttd"]["kosong"]}

    def _halaman_formulir(
        self, isian, galat=None, token=None, ttd="", pilih_lagi=(), buktikan=False, status=200, kosong=False
    ):
        maks, maks_mb = request.env["dpmd.pelapor"]._batas_berkas_kantor(request.website.sudo().company_id)
        return halaman(
            "formulir",
            status=status,
            kosong=kosong,
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

    def _buka(self):
        return request.env["dpmd.instansi"]._layanan_terbuka(request.website.sudo().company_id)

    def _halaman_belum_dibuka(self, status=200):
        """Say that the desk is not open yet, and where to go instead."""
        return halaman("belum_dibuka", status=status)

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
