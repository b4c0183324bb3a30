import secrets
import time

from odoo import SUPERUSER_ID, api, models
from odoo.tools import hash_sign, verify_hash_signed
from odoo.tools.misc import hmac
from psycopg2.errors import UniqueViolation

UMUR_FORMULIR_JAM = 72


class DpmdPelapor(models.Model):
    """What the public form does with a complaint: take it in."""

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
