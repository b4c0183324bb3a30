import base64
import hashlib
import secrets
import time

from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import UserError
from odoo.tools import hash_sign, verify_hash_signed
from odoo.tools.misc import hmac
from psycopg2.errors import UniqueViolation

from ..dasar.berkas import bersihkan_berkas, berupa_gambar, nama_berkas
from ..perkara.alur import TAMAT

UMUR_FORMULIR_JAM = 72


class DpmdPelapor(models.Model):
    """What the public pages do with a complaint: take it in, take its files."""

    _inherit = "dpmd.pelapor"

    # ------------------------------------------------------------------
    # The public form (SOP steps 1 and 3)
    # ------------------------------------------------------------------

    @api.model
    def _token_formulir(self):
        """Return the one-time token of an empty form: opening a form writes nothing."""
        return hash_sign(
            self.env(su=True),
            "dpmd.formulir",
            [secrets.token_urlsafe(16), int(time.time())],
            expiration_hours=UMUR_FORMULIR_JAM,
        )

    @api.model
    def _umur_formulir(self, token):
        """Return the seconds since a form was opened; ``None`` when the token is not ours or too old."""
        try:
            isi = verify_hash_signed(self.env(su=True), "dpmd.formulir", token or "")
        except ValueError:
            return None
        return time.time() - isi[1] if isi else None

    @api.model
    def _kode_formulir(self, token):
        """Return the receipt number a form leads to: the same for each time the same form is sent."""
        angka = int(hmac(self.env(su=True), "dpmd.formulir.kode", token), 16) % 10**16
        return f"{angka:016d}"

    @api.model
    def _terima_formulir(self, token, pengaduan, pelapor, berkas=(), surat_kuasa=()):
        """Take in what the public form sent; sent twice, it makes one case.

        :param str token: of ``_token_formulir``, checked by the caller
        :param dict pengaduan: values of the case
        :param dict pelapor: values of the pelapor
        :param berkas: files, as ``[(name, bytes)]``
        :param surat_kuasa: the letter of authority, in the same way
        :return: receipt number (16 digits), and the refused files as ``[(name, why)]``
        """
        kode = self._kode_formulir(token)
        if self._cari_kode_sudo(kode):
            return kode, []
        try:
            # Two at once: the unique index on the receipt hash lets the second wait, and fail here.
            with self.env.cr.savepoint():
                # As superuser, not sudo(): create_uid must not name the sender.
                pengaduan_sudo, _kode = self.env["dpmd.pengaduan"].with_user(SUPERUSER_ID)._terima(pengaduan, pelapor)
                pelapor_sudo = pengaduan_sudo.pelapor_ids
                pelapor_sudo._tulis({"kode_hash": self._hash_kode(kode)})
                # Also as superuser: a flush in the sender's name would write it into write_uid.
                pelapor_sudo.env.flush_all()
        except UniqueViolation:
            return kode, []
        pelapor_sudo._kirim_tanda_terima(kode)
        return kode, pelapor_sudo._tambah_surat_kuasa(surat_kuasa) + pelapor_sudo._tambah_berkas(berkas)

    # ------------------------------------------------------------------
    # Files
    # ------------------------------------------------------------------

    def _batas_berkas(self):
        """Return how many files a complaint may have and how large one may be (MB)."""
        return self._batas_berkas_kantor(self.company_id)

    @api.model
    def _batas_berkas_kantor(self, company):
        instansi_sudo = self.env["dpmd.instansi"].sudo()
        instansi_sudo = instansi_sudo.search([("company_id", "=", company.id)], limit=1) or instansi_sudo.new({})
        return instansi_sudo.maks_berkas, instansi_sudo.maks_berkas_mb

    def _boleh_berkas(self):
        """Return whether the pelapor may still add files: until the form is declared complete."""
        self.ensure_one()
        return self.pengaduan_id.langkah <= 3 and self.pengaduan_id.state not in TAMAT

    def _tambah_berkas(self, berkas):
        """Keep the good ones of the files a pelapor sends; a bad one sinks nothing.

        A file that is there already (sent again because the answer was lost) is kept once.

        :param berkas: ``[(name, bytes)]``
        :return: the refused ones as ``[(name, why)]``
        """
        self.ensure_one()
        maks, maks_mb = self._batas_berkas()
        jumlah = self._jumlah_berkas()
        ditolak = []
        diurai = 0
        for nama, isi in berkas:
            diurai += berupa_gambar(isi)
            try:
                # Decoded also where there is no room: it may be here already. But no more than there may be.
                terlalu_banyak = UserError(self.env._("at most %(maks)s files", maks=maks))
                if diurai > maks:
                    raise terlalu_banyak
                isi, mimetype, akhiran = bersihkan_berkas(self.env, isi, maks_mb)
                if self._jumlah_berkas(isi):
                    continue
                if jumlah >= maks:
                    raise terlalu_banyak
            except UserError as galat:
                ditolak.append((nama, str(galat)))
                continue
            jumlah += 1
            polos = nama_berkas(nama, akhiran, 0 if self.identitas == "terbuka" else jumlah)
            self._simpan_berkas([{"name": polos, "raw": isi, "mimetype": mimetype}])
        return ditolak

    def _tambah_surat_kuasa(self, berkas):
        """Keep the letter of authority of whoever complains for another; the last one sent counts.

        :param berkas: ``[(name, bytes)]``
        :return: the refused ones as ``[(name, why)]``
        """
        self.ensure_one()
        if not self.kuasa:
            return self._tambah_berkas(berkas)
        ditolak = []
        for nama, isi in berkas[-1:]:
            try:
                isi, _mimetype, _akhiran = bersihkan_berkas(self.env, isi, self._batas_berkas()[1])
            except UserError as galat:
                ditolak.append((nama, str(galat)))
                continue
            pelapor = self.with_user(SUPERUSER_ID)
            pelapor._tulis({"surat_kuasa": base64.b64encode(isi)})
            # A flush in the sender's name would write it into write_uid.
            pelapor.flush_recordset()
        return ditolak

    def _perlu_surat_kuasa(self):
        """Return whether the letter of authority is still to come."""
        self.ensure_one()
        return self.kuasa and not self.with_context(bin_size=True).surat_kuasa

    def _jumlah_berkas(self, isi=None):
        """Return how many files there are, or how many with this content (bytes)."""
        domain = [("res_model", "=", "dpmd.pelapor"), ("res_id", "=", self.id), ("res_field", "=", False)]
        if isi is not None:
            domain.append(("checksum", "=", hashlib.sha1(isi, usedforsecurity=False).hexdigest()))
        return self.env["ir.attachment"].sudo().search_count(domain)
