from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..models.publik.halaman import KEPALA
from .formulir import berkas_terkirim
from .lacak import Lacak
from .ringan import HALAMAN_BAKU, boleh_kirim_berkas


class Unggah(Lacak):
    """Photos and letters one by one, sent by the script of the receipt and the tracking page."""

    @http.route("/pengaduan/berkas", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def unggah(self, kode="", **_kwargs):
        """Take one file, in the field ``berkas`` or ``surat_kuasa``; sent again, it is kept once.

        :param str kode: the receipt number
        :return: JSON: ``{"nama": name}``, and ``galat`` with the reason where it was not taken; 429 without a
            reason where it may be sent again later
        """
        surat_kuasa = berkas_terkirim("surat_kuasa")
        kiriman = surat_kuasa or berkas_terkirim()
        nama = kiriman[0][0] if kiriman else ""
        env = request.env
        pelapor_sudo = self._cari_sudo(kode)
        if not pelapor_sudo:
            return self._jawab_berkas(nama, env._("this number opens no complaint"), 404)
        if not boleh_kirim_berkas(pelapor_sudo):
            return self._jawab_berkas(nama, "", 429)
        if len(kiriman) != 1:
            return self._jawab_berkas(nama, env._("send one file at a time"), 422)
        if not pelapor_sudo._boleh_berkas():
            sebab = env._("the form is complete; bring further papers to our counter")
            return self._jawab_berkas(nama, sebab, 422)
        try:
            # Sent again while the first try is still being stored: one of them waits.
            pelapor_sudo._kunci()
        except UserError as galat:
            return self._jawab_berkas(nama, str(galat), 409)
        tambah = pelapor_sudo._tambah_surat_kuasa if surat_kuasa else pelapor_sudo._tambah_berkas
        ditolak = tambah(kiriman)
        return self._jawab_berkas(nama, ditolak[0][1] if ditolak else "", 422 if ditolak else 200)

    def _jawab_berkas(self, nama, galat, status):
        isi = {"nama": nama, **({"galat": galat} if galat else {})}
        kepala = [*KEPALA.items(), *([("Retry-After", "300")] if status == 429 else [])]
        return request.make_json_response(isi, headers=kepala, status=status)
