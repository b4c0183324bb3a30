from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import is_html_empty

from .atas_nama import boleh_atas_nama, milik_kami

# What is said; its author may put it better.
ISI = {"body", "subject", "attachment_ids", "partner_ids"}
# By whom, when, on what; nobody changes it.
BUKTI = {
    "model",
    "res_id",
    "date",
    "author_id",
    "author_guest_id",
    "email_from",
    "message_type",
    "subtype_id",
    "parent_id",
    "mail_activity_type_id",
    "tracking_value_ids",
    "incoming_email_to",
    "incoming_email_cc",
    "outgoing_email_to",
}


class MailMessage(models.Model):
    """A message on a record of ours shows who said what, and when; superuser code proves nothing here either."""

    _inherit = "mail.message"

    def _milik_kami(self):
        """Return those of the messages that are on our records."""
        return self.browse(self.sudo().filtered(lambda pesan: milik_kami(pesan.model)).ids)

    @api.model_create_multi
    def create(self, vals_list):
        kolom = set().union(*vals_list) | {kunci[8:] for kunci in self.env.context if kunci.startswith("default_")}
        self._cek_message_id([vals.get("message_id") for vals in vals_list])
        pesan = super().create(vals_list)
        if not boleh_atas_nama(self.env):
            pesan._milik_kami()._cek_dibuat(kolom)
        return pesan

    def _cek_dibuat(self, kolom):
        """Raise unless the messages are of who calls, of now, and tell of no change that did not happen.

        :param kolom: names of the fields that were given
        """
        saya = self.env.user.partner_id
        alamat = {saya.email_formatted or False, False}
        for pesan_sudo in self.sudo():
            if (
                pesan_sudo.author_id != saya
                or pesan_sudo.author_guest_id
                or (pesan_sudo.email_from or False) not in alamat
            ):
                raise AccessError(self.env._("A message is kept under the name of whoever writes it."))
            if pesan_sudo.message_type == "email":
                raise AccessError(self.env._("Mails come in by the mail gateway only."))
            # A mail gives its message all defaults, so a date that is given may still be that of now.
            lain_waktu = "date" in kolom and abs(pesan_sudo.date - fields.Datetime.now()) > timedelta(minutes=1)
            if lain_waktu or ("tracking_value_ids" in kolom and not self.env.su):
                raise AccessError(
                    self.env._("When a message was written, and what was changed, is noted by Odoo alone.")
                )

    def _cek_message_id(self, ids):
        """Raise where people give a message the Message-Id of one of ours: the replies to ours would go there."""
        ids = [satu for satu in ids if satu]
        if ids and not self.env.su:
            kami = [("message_id", "in", ids), ("model", "=like", "dpmd.%")]
            if self.sudo().search_count(kami, limit=1):
                raise AccessError(self.env._("This Message-Id belongs to another message."))

    def write(self, vals):
        if "message_id" in vals:
            self._cek_message_id([vals["message_id"]])
        kami = self._milik_kami()
        kami._cek_boleh_ubah(vals)
        hasil = super().write(vals)
        if {"model", "res_id"} & set(vals) and self._milik_kami():
            raise AccessError(self.env._("A message stays on the record it was written on."))
        return hasil

    def _cek_boleh_ubah(self, vals):
        """Raise unless who calls may change this of the messages: his own words, and nowhere in the vault."""
        kolom = set(vals)
        tetap = BUKTI if self.env.su else BUKTI | {"message_id", "reply_to"}
        if self and tetap & kolom:
            raise AccessError(self.env._("A message stays as it is: who wrote it, when, and where."))
        for pesan_sudo in self.sudo():
            isi = ISI & kolom
            brankas = getattr(self.env.get(pesan_sudo.model), "_pesan_tetap", False)
            if self.env.su and not brankas and not pesan_sudo.subject:
                isi -= {"subject"}  # Odoo gives a message without one that of the mail it sends
            if isi and (brankas or pesan_sudo.author_id != self.env.user.partner_id):
                raise AccessError(self.env._("A message is changed by its author only, and with an identity never."))
            if "body" in isi and is_html_empty(vals["body"]) and not is_html_empty(pesan_sudo.body):
                raise AccessError(self.env._("No message on an official record is deleted."))

    @api.ondelete(at_uninstall=True)  # the other way, a context over RPC would switch it off
    def _unlink_except_dpmd(self):
        if self._milik_kami():
            raise AccessError(self.env._("No message on an official record is deleted."))
