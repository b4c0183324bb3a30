from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..models.publik.halaman import KEPALA
from .formulir import berkas_terkirim
from .lacak import Lacak
from .ringan import HALAMAN_BAKU, boleh_kirim_berkas

# The fields a file may come in, see ``_tambah_kiriman``.
KUNCI = ("surat_kuasa", "berkas_pesan", "berkas")
COBA_LAGI_DETIK = 60


class Unggah(Lacak):
    """Photos, letters and voice notes one by one, sent by the script of the receipt and the tracking page."""

    @http.route("/pengaduan/berkas", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def unggah(self, kode="", pesan="", **_kwargs):
        """Take one file, in one of the fields of ``KUNCI``; sent again, it is kept once.

        :param str kode: the receipt number
        :param str pesan: the message the file belongs to, where there is one
        :return: JSON, see ``simpan_satu``
        """
        pelapor_sudo = self._cari_sudo(kode)
        if not pelapor_sudo:
            return jawab(_kiriman()[1], request.env._("this number opens no complaint"), 404)
        return simpan_satu(pelapor_sudo, pesan=pesan)


def simpan_satu(pelapor_sudo, pesan="", **_alamat):
    """Keep the one file of this request; whoever calls has made sure that it is the pelapor.

    :param str pesan: id of the message it belongs to; one of another pelapor is none
    :return: JSON: ``{"nama": name, "jumlah": files with the form}``, and ``galat`` with the reason where it was not
        taken; 429 without a reason is no refusal, but to be tried again
    """
    env, (kunci, kiriman) = request.env, _kiriman()
    if not boleh_kirim_berkas(pelapor_sudo):
        return jawab_nanti()
    if len(kiriman) != 1:
        return jawab(kiriman, env._("send one file at a time"), 422)
    try:
        # Sent again while the first try is still being stored: one of them waits.
        pelapor_sudo._kunci()
    except UserError:
        return jawab_nanti(5)
    milik = pelapor_sudo.pesan_ids.filtered(lambda satu: satu.arah == "masuk" and str(satu.id) == pesan)
    ditolak = pelapor_sudo._tambah_kiriman(kunci, kiriman, milik)
    jumlah = pelapor_sudo._jumlah_berkas()
    return jawab(kiriman, ditolak[0][1] if ditolak else "", 422 if ditolak else 200, jumlah=jumlah)


def _kiriman():
    """Return the field in which files came, and these as ``[(name, bytes)]``."""
    for kunci in KUNCI:
        if kiriman := berkas_terkirim(kunci):
            return kunci, kiriman
    return "berkas", []


def jawab(kiriman, galat, status, **lain):
    """Return what became of the file that was sent, as JSON."""
    isi = {"nama": kiriman[0][0] if kiriman else "", **lain, **({"galat": galat} if galat else {})}
    return request.make_json_response(isi, headers=list(KEPALA.items()), status=status)


def jawab_nanti(detik=COBA_LAGI_DETIK):
    """Return that a file was not looked at, and in how many seconds to send it again."""
    return request.make_json_response({}, headers=[*KEPALA.items(), ("Retry-After", str(detik))], status=429)
