from urllib.parse import urlencode

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import format_date, format_datetime

from ..models.dasar.berkas import baca_tanda_tangan
from ..models.pelapor.pelapor_kabar import TANGGAL
from ..models.publik.halaman import halaman
from .isian import bersihkan, kata
from .ringan import boleh_kirim_berkas, kalimat_berkas

ALAMAT = "/rapat/<string:token>"  # of those who come, not all know that it is about a complaint
ALAMAT_LAMA = "/pengaduan/rapat/<string:token>"
HALAMAN_PETUGAS = {"website": True, "auth": "public"}  # with the session of the officer who holds the tablet


class Rapat(http.Controller):
    """The check-in page of a meeting: an officer hands his tablet round for daftar hadir and berita acara (SOP 10, 11).

    The address opens it to nobody: who signs must be seen by the officer who is logged in on the tablet.
    """

    @http.route(ALAMAT_LAMA, type="http", methods=["GET"], readonly=True, sitemap=False, **HALAMAN_PETUGAS)
    def layar_lama(self, token, peserta="", **_kwargs):
        """Lead who has the address of before to the one that names no complaint."""
        rapat_sudo = request.env["dpmd.rapat"]._cari_token_sudo(token)
        if not rapat_sudo:
            return self._tertutup(rapat_sudo, token)
        return request.redirect(f"/rapat/{rapat_sudo.token}?{urlencode({'peserta': peserta})}")

    @http.route(ALAMAT, type="http", methods=["GET"], readonly=True, sitemap=False, **HALAMAN_PETUGAS)
    def layar(self, token, peserta="", **_kwargs):
        """Show the invitees, or the signing form of one of them.

        :param str token: of the meeting
        :param str peserta: id of an invitee of this meeting
        """
        rapat_sudo = request.env["dpmd.rapat"]._cari_token_sudo(token)
        if not self._dipegang_petugas(rapat_sudo):
            return self._tertutup(rapat_sudo, token)
        return self._layar(rapat_sudo, token, self._peserta_sudo(rapat_sudo, peserta))

    @http.route([ALAMAT, ALAMAT_LAMA], type="http", methods=["POST"], sitemap=False, **HALAMAN_PETUGAS)
    def tanda_tangan(
        self, token, peserta="", ttd="", wakil_nama="", wakil_jabatan="", menolak="", alasan="", **_kwargs
    ):
        """Sign the daftar hadir or the berita acara, or refuse to sign the latter with a reason."""
        rapat_sudo = request.env["dpmd.rapat"]._cari_token_sudo(token)
        if not self._dipegang_petugas(rapat_sudo):
            return self._tertutup(rapat_sudo, token)
        peserta_sudo = self._peserta_sudo(rapat_sudo, peserta)
        if not peserta_sudo:
            return self._layar(rapat_sudo, token, peserta_sudo, status=404)
        wakil_nama, wakil_jabatan = bersihkan("wakil", wakil_nama)[:100], bersihkan("wakil", wakil_jabatan)[:150]
        alasan = bersihkan("isi", alasan)[:1000]
        isian = {"wakil_nama": wakil_nama, "wakil_jabatan": wakil_jabatan, "menolak": menolak, "alasan": alasan}
        if not boleh_kirim_berkas(rapat_sudo):
            galat = kalimat_berkas(request.env)
            return self._layar(rapat_sudo, token, peserta_sudo, status=429, galat=galat, isian=isian)
        try:
            self._sahkan(rapat_sudo, peserta_sudo, ttd, wakil_nama, wakil_jabatan, menolak, alasan)
        except UserError as galat:
            return self._layar(rapat_sudo, token, peserta_sudo, status=422, galat=str(galat), isian=isian)
        return self._layar(rapat_sudo, token, peserta_sudo.browse(), selesai=peserta_sudo._nama_penanda_tangan())

    def _sahkan(self, rapat_sudo, peserta_sudo, ttd, wakil_nama, wakil_jabatan, menolak, alasan):
        gambar = baca_tanda_tangan(request.env, kata(ttd))
        if rapat_sudo._keperluan_layar() == "hadir":
            peserta_sudo._hadir_di_layar(gambar, wakil_nama, wakil_jabatan)
        elif menolak:
            if not alasan:
                raise UserError(request.env._("Say why the attendee refuses to sign."))
            peserta_sudo._tulis_sah_ba("menolak", cara="layar", alasan=alasan)
        elif not gambar:
            raise UserError(request.env._("Draw the signature first."))
        else:
            peserta_sudo._tulis_sah_ba("tanda_tangan", cara="layar", gambar=gambar)

    def _peserta_sudo(self, rapat_sudo, peserta):
        return rapat_sudo.peserta_ids.filtered(lambda p: str(p.id) == peserta)

    def _dipegang_petugas(self, rapat_sudo):
        return bool(rapat_sudo and rapat_sudo._petugas_layar())

    def _tertutup(self, rapat_sudo, token):
        """Return the page for whoever may not hold the tablet; it tells a stranger nothing about the meeting."""
        if rapat_sudo and request.env.user._is_public():
            return halaman("rapat_petugas", status=403, token=token)
        return halaman("rapat_tertutup", status=404)

    def _layar(self, rapat_sudo, token, peserta_sudo, status=200, galat="", selesai="", isian=None):
        keperluan = rapat_sudo._keperluan_layar()
        daftar = [self._baris(peserta, keperluan) for peserta in rapat_sudo.peserta_ids]
        return halaman(
            "rapat",
            status=status,
            token=token,
            keperluan=keperluan,
            galat=galat,
            selesai=selesai,
            isian=isian or {},
            rapat=self._waktu_tempat(rapat_sudo),
            petugas=rapat_sudo._petugas_layar().sebutan,
            daftar=[baris for baris in daftar if baris],
            peserta=self._baris(peserta_sudo, keperluan) if peserta_sudo else None,
            berita=self._berita(rapat_sudo.berita_acara_ids) if keperluan == "berita_acara" else None,
        )

    def _waktu_tempat(self, rapat_sudo):
        zona = rapat_sudo.pengaduan_id._zona()
        mulai = format_datetime(request.env, rapat_sudo.mulai, tz=zona, dt_format=f"EEEE, {TANGGAL}, HH:mm")
        return {"mulai": mulai, "tempat": rapat_sudo.tempat}

    def _berita(self, berita_sudo):
        """Return the words that are signed."""

        def tanggal(nilai):
            return format_date(request.env, nilai, date_format=TANGGAL)

        return {
            "nomor": berita_sudo.name,
            "tanggal": tanggal(berita_sudo.tanggal),
            "isi": berita_sudo.isi,
            "penutup": berita_sudo.penutup or "",
            "kesepakatan": [
                {"isi": janji.isi, "siapa": janji.penanggung_jawab, "tenggat": tanggal(janji.tenggat)}
                for janji in berita_sudo.kesepakatan_ids
            ],
        }

    def _baris(self, peserta_sudo, keperluan):
        """Return what the page shows of an invitee: name, jabatan, done or not. No phone, no e-mail."""
        if keperluan == "hadir":
            sudah = peserta_sudo.kehadiran != "belum"
        elif peserta_sudo.kehadiran in ("hadir", "diwakili"):
            sudah = peserta_sudo.ba_status != "belum"
        else:
            return None
        return {
            "id": peserta_sudo.id,
            "nama": peserta_sudo._nama_penanda_tangan(),
            "sebutan": peserta_sudo.sebutan or "",
            "mewakili": peserta_sudo.nama if peserta_sudo.kehadiran == "diwakili" else "",
            "sudah": sudah,
        }
