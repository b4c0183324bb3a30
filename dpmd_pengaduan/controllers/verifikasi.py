import re

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import format_date, format_datetime

from ..models.kantor.hari import zona
from ..models.naskah.banding import MAKS_MB, bandingkan
from ..models.naskah.kode_naskah import LAMAN, baca_kode
from ..models.pelapor.pelapor_kabar import TANGGAL
from ..models.publik.halaman import halaman
from .isian import kata
from .ringan import HALAMAN_BAKU, alamat_jaringan, terlalu_sering

NASKAH = f"{LAMAN}/<string:token>"
TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
MAKS = MAKS_MB * 2**20


class Verifikasi(http.Controller):
    """Whether a paper is ours: where its QR code leads to, and where its code is typed in.

    It tells what stands on the paper anyway, names no citizen and gives no paper away.
    """

    @http.route(LAMAN, type="http", methods=["GET"], readonly=True, sitemap=True, **HALAMAN_BAKU)
    def tanya(self, **_kwargs):
        """Ask for the code of a paper."""
        return halaman("verifikasi_tanya")

    @http.route(LAMAN, type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def cari(self, kode="", **_kwargs):
        """Show the paper a code stands on.

        :param str kode: as somebody typed it
        """
        env, ketikan = request.env, kata(kode)
        kode = baca_kode(ketikan)
        if not kode:  # nothing was looked up, so it is no try
            galat = env._("This code is mistyped. Compare each character with the paper; it has 11 of them.")
            return halaman("verifikasi_tanya", status=422, galat=galat, kode=ketikan[:40])
        if terlalu_sering("verifikasi"):
            return halaman("verifikasi_tanya", status=429, galat=self._kalimat_sering(), kode=kode)
        dokumen_sudo = env["dpmd.dokumen"]._terbit_sudo("kode", kode)
        return self._halaman(dokumen_sudo) if dokumen_sudo else self._tidak_dikenal()

    # Not read-only: a token that is none of ours is counted.
    @http.route(NASKAH, type="http", methods=["GET"], sitemap=False, **HALAMAN_BAKU)
    def verifikasi(self, token, **_kwargs):
        """Show kind, number, date, state and signatories (jabatan only) of a paper.

        :param str token: from its QR code
        """
        dokumen_sudo = self._dokumen_sudo(token)
        return self._halaman(dokumen_sudo) if dokumen_sudo else self._tidak_dikenal()

    # Beyond this, the server stops reading; up to it, it says in words that the file is too large.
    @http.route(
        NASKAH, type="http", methods=["POST"], sitemap=False, **{**HALAMAN_BAKU, "max_content_length": 4 * MAKS}
    )
    def banding(self, token, **_kwargs):
        """Compare a file, in the field ``berkas``, with the paper that was issued. It is not kept.

        :param str token: of the paper
        """
        dokumen_sudo = self._dokumen_sudo(token)
        if not dokumen_sudo:
            return self._tidak_dikenal()
        berkas = request.httprequest.files.get("berkas")
        if not berkas or not berkas.filename:
            return self._halaman(dokumen_sudo, status=422, galat=request.env._("Choose the PDF first."))
        if terlalu_sering("verifikasi"):
            return self._halaman(dokumen_sudo, status=429, galat=self._kalimat_sering())
        self._hitung()
        isi = berkas.read(MAKS + 1)
        if len(isi) > MAKS:
            galat = request.env._("This file is larger than %(maks)s MB. None of our papers is.", maks=MAKS_MB)
            return self._halaman(dokumen_sudo, status=422, galat=galat)
        return self._halaman(dokumen_sudo, kiriman=isi)

    # ------------------------------------------------------------------
    # Tries
    # ------------------------------------------------------------------

    def _hitung(self):
        request.env["dpmd.percobaan"]._hitung("verifikasi", alamat_jaringan())

    def _kalimat_sering(self):
        return request.env._("Very many papers were checked from this connection. Please try again in an hour.")

    def _tidak_dikenal(self):
        """Answer whatever stands for no issued paper in the same way: forged, a draft's, another's, nonsense."""
        if terlalu_sering("verifikasi"):
            return halaman("verifikasi_tanya", status=429, galat=self._kalimat_sering())
        self._hitung()
        return halaman("verifikasi", status=404, surat=None)

    # ------------------------------------------------------------------
    # The paper
    # ------------------------------------------------------------------

    def _dokumen_sudo(self, token):
        """Return the paper a token stands for; it opens also where very many others were tried."""
        dokumen = request.env["dpmd.dokumen"]
        return dokumen._terbit_sudo("token", token) if TOKEN.fullmatch(token) else dokumen

    def _isi_sudo(self, dokumen_sudo):
        """Return the PDF that was issued (bytes); nothing where the file kept here is another one."""
        try:
            return dokumen_sudo._isi_pdf()
        except UserError:  # noted and told
            return b""

    def _halaman(self, dokumen_sudo, status=200, galat="", kiriman=None):
        """Return the page of a paper.

        :param bytes kiriman: a file that is to be compared with it
        """
        asli = self._isi_sudo(dokumen_sudo)
        if not asli:
            return halaman("verifikasi", status=409, surat={"rusak": True})
        hasil = "" if kiriman is None else bandingkan(asli, kiriman, dokumen_sudo.kode)
        surat = self._surat(dokumen_sudo)
        return halaman("verifikasi", status=status, surat=surat, galat=galat, hasil=hasil, maks_mb=MAKS_MB)

    def _surat(self, dokumen_sudo):
        """Return what the page says of a paper, as plain values."""
        env, tz = request.env, zona(dokumen_sudo.company_id)
        sah_sudo = dokumen_sudo.pengesahan_ids

        def hari(waktu):
            return format_datetime(env, waktu, tz=tz, dt_format=TANGGAL)

        return {
            "alamat": f"{LAMAN}/{dokumen_sudo.token}",
            "kantor": env["dpmd.instansi"]._milik(dokumen_sudo.company_id).name,
            "jenis": dict(dokumen_sudo._fields["jenis"]._description_selection(env))[dokumen_sudo.jenis],
            "nomor": dokumen_sudo.name if dokumen_sudo.name != "/" else "",
            "tanggal": format_date(env, dokumen_sudo.tanggal, date_format=TANGGAL),
            "terbit": hari(dokumen_sudo.dibekukan),
            "state": dokumen_sudo.state,
            "kode": dokumen_sudo.kode,
            "sha256": dokumen_sudo.sha256,
            "luar": dokumen_sudo.naskah_luar,
            # Not who: a certificate names a person.
            "tanda_tangan": [(kata, waktu) for kata, _warna, _satu, waktu in dokumen_sudo._baris_tanda_tangan()],
            # Of those who attended, only how many: their jabatan may show who they are.
            "pengesah": [
                {"jenis": sah.jenis, "sebutan": sah.sebutan, "tanggal": hari(sah.waktu)}
                for sah in sah_sudo
                if not sah.peserta_id
            ],
            "peserta": len(sah_sudo.filtered(lambda sah: sah.peserta_id and sah.jenis == "tanda_tangan")),
        }
