import codecs
import logging
from email.message import EmailMessage

from odoo import SUPERUSER_ID, api, fields, models
from odoo.tools import email_normalize

_logger = logging.getLogger(__name__)
# Odoo tells the addresses of every incoming mail in its log.
logging.getLogger("odoo.addons.mail.models.mail_thread").setLevel(logging.WARNING)

TUJUAN = ("dpmd.pelapor", "dpmd.pengaduan")
SURAT_SEHARI = 10  # of one sender; more is a machine, or somebody who floods the desk
MAKS_PERIHAL = 100
MAKS_NAMA = 100
MAKS_HURUF = 20000
PRECEDENCE = {"bulk", "list", "junk", "auto_reply"}
KEPALA_MESIN = ("X-Auto-Response-Suppress", "List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop")
KOTAK_MESIN = {"mailer-daemon", "postmaster", "noreply", "no-reply", "do-not-reply", "donotreply"}


def _bersih(teks):
    """Return text without control characters, which PostgreSQL partly cannot even store."""
    return "".join(huruf for huruf in teks or "" if huruf.isprintable() or huruf in "\n\t")


def _isi_lampiran(isi):
    """Return the bytes of an attachment: Odoo hands text as a string and a forwarded mail as a message."""
    if isinstance(isi, EmailMessage):
        return isi.as_bytes()
    return isi.encode() if isinstance(isi, str) else isi


class MailThread(models.AbstractModel):
    _inherit = "mail.thread"

    @api.model
    def message_parse(self, message, save_original=False):
        """Read also what names a character set that does not exist."""
        for bagian in message.walk():
            charset = bagian.get_content_charset()
            try:
                codecs.lookup(charset or "utf-8")
            except LookupError:
                bagian.set_param("charset", "utf-8")
        return super().message_parse(message, save_original=save_original)

    @api.model
    def message_route(self, message, message_dict, model=None, thread_id=None, custom_values=None):
        """Leave out mails of machines, our own and too many from one sender; send invitees' replies to the case."""
        if model in TUJUAN:
            thread_id = None  # a mailbox makes complaints; it adds to none that somebody has chosen
        rute = self._rute_balasan_undangan(message_dict) or super().message_route(
            message, message_dict, model=model, thread_id=thread_id, custom_values=custom_values
        )
        kami = [satu for satu in rute if satu and satu[0] in TUJUAN]
        if kami and self._surat_mesin(message, message_dict):
            _logger.info("An incoming mail was left out: sent by a machine, by ourselves, or too many of one sender.")
            return [satu for satu in rute if satu not in kami]
        return rute

    def _rute_balasan_undangan(self, message_dict):
        """Return the route of a reply to an undangan: the case, or the identity where the pelapor was invited."""
        induk_sudo = self.env["mail.message"].sudo().browse(message_dict.get("parent_id") or [])
        if message_dict.get("is_bounce") or induk_sudo.model != "dpmd.rapat":
            return []
        pengaduan_sudo = self.env["dpmd.rapat"].sudo().browse(induk_sudo.res_id).pengaduan_id
        if not pengaduan_sudo:
            return []
        pelapor_sudo = pengaduan_sudo.pelapor_ids
        tujuan = pengaduan_sudo
        if email_normalize(pelapor_sudo.email) == email_normalize(message_dict["email_from"]):
            tujuan = pelapor_sudo
        return [(tujuan._name, tujuan.id, None, SUPERUSER_ID, self.env["mail.alias"])]

    def _surat_mesin(self, message, message_dict):
        """Return whether a mail is not to be taken: no person sent it, or one sends too many."""
        alamat = email_normalize(message_dict["email_from"])
        if not alamat or alamat.partition("@")[0] in KOTAK_MESIN or self._dari_kami(alamat):
            return True
        if (message.get("Auto-Submitted") or "no").split(";")[0].strip().lower() != "no":
            return True
        if (message.get("Precedence") or "").strip().lower() in PRECEDENCE:
            return True
        if any(message.get(kepala) for kepala in KEPALA_MESIN) or (message.get("Return-Path") or "").strip() == "<>":
            return True
        kemarin = fields.Datetime.subtract(fields.Datetime.now(), days=1)
        jumlah = (
            self.env["mail.message"]
            .sudo()
            .search_count(
                [
                    ("model", "in", TUJUAN),
                    ("message_type", "=", "email"),
                    ("email_from", "=", alamat),
                    ("create_date", ">=", kemarin),
                ],
                limit=SURAT_SEHARI,
            )
        )
        return jumlah >= SURAT_SEHARI

    def _dari_kami(self, alamat):
        """Return whether an address is one our own mails come from."""
        if self.env["mail.alias.domain"].sudo()._find_aliases([alamat]):
            return True
        return bool(
            self.env["dpmd.instansi"]
            .sudo()
            .search_count(["|", ("email", "=ilike", alamat), ("company_id.email", "=ilike", alamat)], limit=1)
        )

    def _message_parse_post_process(self, message, message_dict, routes):
        """Name no author and no recipient of a mail to a complaint: anybody can write a From."""
        hasil = super()._message_parse_post_process(message, message_dict, routes)
        if any(rute[0] in TUJUAN for rute in routes or ()):
            hasil.update(author_id=False, partner_ids=[])
        return hasil

    @api.model
    def _routing_handle_bounce(self, email_message, message_dict):
        """Tell the office of a mail to a pelapor or an invitee that came back."""
        hasil = super()._routing_handle_bounce(email_message, message_dict)
        pesan_sudo = message_dict["bounced_message"].sudo()
        if pesan_sudo.model in ("dpmd.pelapor", "dpmd.rapat"):
            self.env[pesan_sudo.model].browse(pesan_sudo.res_id)._surat_gagal(message_dict["bounced_email"])
        return hasil
