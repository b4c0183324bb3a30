from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..models.publik.halaman import halaman
from .formulir import berkas_terkirim
from .isian import kata
from .ringan import HALAMAN_BAKU, boleh_kirim_berkas, kalimat_berkas
from .unggah import jawab, jawab_nanti

ALAMAT = "/pengaduan/foto/<string:token>"


class FotoLoket(http.Controller):
    """Photos from a phone into what an officer is typing in at the counter (``wizards/terima_ponsel.py``).

    Whoever has the address may add files, for half an hour. The page shows nothing of the complaint.
    """

    @http.route(ALAMAT, type="http", methods=["GET"], readonly=True, sitemap=False, **HALAMAN_BAKU)
    def foto(self, token, **_kwargs):
        """Show where to choose the photos.

        :param str token: of ``action_foto_ponsel``
        """
        return self._halaman(self._konsep_sudo(token), token)

    @http.route(ALAMAT, type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def kirim(self, token, **_kwargs):
        """Take photos, where the phone has no script."""
        konsep_sudo = self._konsep_sudo(token)
        if not konsep_sudo:
            return self._halaman(konsep_sudo, token)
        kiriman = berkas_terkirim()
        if not boleh_kirim_berkas(konsep_sudo):
            return self._halaman(konsep_sudo, token, status=429, galat=[kalimat_berkas(request.env)])
        try:
            ditolak = konsep_sudo._terima_foto(kiriman)
        except UserError as galat:
            return self._halaman(konsep_sudo, token, status=429, galat=[str(galat)])
        galat = [f"{nama}: {sebab}" for nama, sebab in ditolak]
        status = 422 if galat else 200
        return self._halaman(konsep_sudo, token, status=status, galat=galat, baru=len(kiriman) - len(ditolak))

    @http.route(f"{ALAMAT}/satu", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def satu(self, token, **_kwargs):
        """Take one photo that the script of the page has made smaller.

        :return: JSON, as of ``simpan_satu``
        """
        konsep_sudo, kiriman = self._konsep_sudo(token), berkas_terkirim()
        if not konsep_sudo:
            return jawab(kiriman, request.env._("this address takes no photos any more"), 410)
        if len(kiriman) != 1:
            return jawab(kiriman, request.env._("send one file at a time"), 422)
        if not boleh_kirim_berkas(konsep_sudo):
            return jawab_nanti()
        try:
            ditolak = konsep_sudo._terima_foto(kiriman)
        except UserError:
            return jawab_nanti(5)
        jumlah = len(konsep_sudo.berkas_ids)
        return jawab(kiriman, ditolak[0][1] if ditolak else "", 422 if ditolak else 200, jumlah=jumlah)

    def _konsep_sudo(self, token):
        return request.env["dpmd.terima.wizard"]._cari_ponsel_sudo(kata(token))

    def _halaman(self, konsep_sudo, token, status=200, galat=(), baru=0):
        if not konsep_sudo:
            return halaman("foto_tertutup", status=410)
        maks, maks_mb = request.env["dpmd.pelapor"]._batas_berkas_kantor(konsep_sudo.company_id)
        return halaman(
            "foto",
            status=status,
            token=token,
            galat=galat,
            baru=baru,
            jumlah=len(konsep_sudo.berkas_ids),
            maks=maks,
            maks_mb=maks_mb,
        )
