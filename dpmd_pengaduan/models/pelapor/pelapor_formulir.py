import json
import secrets
import time

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import ConcurrencyError
from odoo.tools import consteq, hash_sign, verify_hash_signed
from odoo.tools.misc import hmac
from psycopg2.errors import UniqueViolation

from .nomor_tanda_terima import nomor

UMUR_FORMULIR_JAM = 30 * 24
# Asked anew each time a form is sent, so they do not tell one complaint from another.
BUKAN_ISI = {"persetujuan", "ttd_nanti", "ttd_ketik"}


class DpmdPelapor(models.Model):
    """What the public form does with a complaint: take it in."""

    _inherit = "dpmd.pelapor"

    # Of the form it came with: what decides whether it is sent for the first time, once more, or with other words.
    token_hash = fields.Char(string="Form Hash", groups="base.group_system")
    isi_hash = fields.Char(string="Content Hash", groups="base.group_system")

    _token_uniq = models.UniqueIndex("(token_hash)")

    # ------------------------------------------------------------------
    # The public form (SOP steps 1 and 3)
    # ------------------------------------------------------------------

    @api.model
    def _token_formulir(self, umur=0):
        """Return the one-time token of an empty form: opening a form writes nothing.

        :param int umur: seconds it is taken to be open already, where it comes with words that were read before
        """
        return hash_sign(
            self.env(su=True),
            "dpmd.formulir",
            [secrets.token_urlsafe(16), int(time.time()) - umur],
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
        return nomor(int(hmac(self.env(su=True), "dpmd.formulir.kode", token), 16))

    @api.model
    def _hash_token(self, token):
        return hmac(self.env(su=True), "dpmd.formulir.token", token)

    @api.model
    def _hash_isi(self, isian):
        """Return the keyed hash of what was filled in: the signature is drawn anew, and the files follow."""
        isi = {kunci: nilai for kunci, nilai in sorted(isian.items()) if nilai and kunci not in BUKAN_ISI}
        return hmac(self.env(su=True), "dpmd.formulir.isi", json.dumps(isi))

    @api.model
    def _dari_formulir_sudo(self, token):
        """Return the complaint a form has made already (superuser); empty where it has made none."""
        return self.sudo().search([("token_hash", "=", self._hash_token(token))]) if token else self.browse()

    def _kode_lagi(self, token, isian):
        """Return the receipt number once more, for whoever sends the very same form again.

        Empty for other words, whoever sends them: the token alone, found on a phone or in a page left open,
        opens nothing. Empty also where our counter has given out another number since.

        :param dict isian: what was filled in
        """
        self.ensure_one()
        kode = self._kode_formulir(token)
        sama = consteq(self.sudo().isi_hash or "", self._hash_isi(isian))
        return kode if sama and self._cari_kode_sudo(kode) == self else ""

    @api.model
    def _terima_formulir(self, token, isian, pengaduan, pelapor):
        """Take in what the public form sent, for the first time.

        :param str token: of ``_token_formulir``, checked by the caller
        :param dict isian: what was filled in, as it came
        :param dict pengaduan: values of the case
        :param dict pelapor: values of the pelapor
        :return: receipt number (16 digits) and the new record (superuser)
        :raise ConcurrencyError: the same form is being taken in this moment; Odoo runs the request again
        """
        kode = self._kode_formulir(token)
        pelapor = {**pelapor, "token_hash": self._hash_token(token), "isi_hash": self._hash_isi(isian)}
        try:
            # Two at once: the unique index on the token lets the second wait, and fail here.
            with self.env.cr.savepoint():
                # As superuser, not sudo(): create_uid must not name the sender.
                pengaduan_sudo, _kode = self.env["dpmd.pengaduan"].with_user(SUPERUSER_ID)._terima(pengaduan, pelapor)
                pelapor_sudo = pengaduan_sudo.pelapor_ids
                pelapor_sudo._tulis({"kode_hash": self._hash_kode(kode)})
                # Also as superuser: a flush in the sender's name would write it into write_uid.
                pelapor_sudo.env.flush_all()
        except UniqueViolation as galat:
            raise ConcurrencyError("this form was just taken in") from galat
        pelapor_sudo._kirim_tanda_terima(kode)
        return kode, pelapor_sudo

    def _tanda_tangani_lagi(self, tanda):
        """Keep the signature that came when the same form was sent again, where there was none.

        :param dict tanda: values of the signature, as of ``susun``
        """
        self.ensure_one()
        if tanda and self.ttd_cara in (False, "tanpa") and self.identitas != "anonim" and not self.terkunci:
            self.with_user(SUPERUSER_ID)._tulis(tanda)
