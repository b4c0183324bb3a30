"""Mail that comes in: a complaint by e-mail (SOP step 1), and replies to our mails.

Nothing a mail says about its sender is believed: it is never posted as a member of staff, gives no right and
takes no step. What belongs where is told by Message-Ids that we made ourselves, never by a number in the subject.
"""

import codecs
import logging
from email.message import EmailMessage
from textwrap import shorten

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import email_normalize
from odoo.tools.mail import email_split_tuples, html2plaintext, plaintext2html

from .pelapor_pesan import MAKS_PESAN

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


class DpmdInstansi(models.Model):
    _name = "dpmd.instansi"
    _inherit = ["dpmd.instansi", "mail.alias.mixin.optional"]

    def _alias_get_creation_values(self):
        return {
            **super()._alias_get_creation_values(),
            "alias_model_id": self.env["ir.model"]._get_id("dpmd.pelapor"),
            "alias_defaults": repr({"company_id": self.company_id.id}),
            "alias_contact": "everyone",
        }


class DpmdPelapor(models.Model):
    _inherit = "dpmd.pelapor"

    def _cek_gerbang(self):
        """Raise unless the mail gateway calls; over RPC nobody is superuser."""
        if not self.env.su:
            raise AccessError(self.env._("Mails come in by the mail gateway only."))

    @api.model
    def message_new(self, msg_dict, custom_values=None):
        """Take in a complaint that came by mail (SOP step 1), and answer it with the receipt number.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict custom_values: ``company_id`` of the office whose address it came to
        :return: the identity of the new case, which keeps the mail
        """
        self._cek_gerbang()
        company = self.env["res.company"].browse((custom_values or {}).get("company_id")) or self.env.company
        self = self.with_context(lang=self.env["dpmd.instansi"]._milik(company)._bahasa_warga())
        nama = _bersih((email_split_tuples(msg_dict["email_from"]) or [("", "")])[0][0])
        teks = self._baca_surat(msg_dict)
        perihal = msg_dict["subject"] or self.env._("Complaint by e-mail")
        # As superuser, not as whoever the mail says it is from: he would become its officer.
        pengaduan_sudo, kode = (
            self.env["dpmd.pengaduan"]
            .with_user(SUPERUSER_ID)
            ._terima(
                {
                    "company_id": company.id,
                    "saluran": "email",
                    "uraian": teks,
                    "perihal": shorten(perihal, MAKS_PERIHAL, placeholder="…"),
                },
                {"nama": nama[:MAKS_NAMA], "email": msg_dict["email_from"], "isi_asli": teks},
            )
        )
        pelapor_sudo = pengaduan_sudo.pelapor_ids
        pelapor_sudo._lampirkan(msg_dict)
        pelapor_sudo._kirim_tanda_terima(kode)
        return pelapor_sudo

    def message_update(self, msg_dict, update_vals=None):
        """Keep a reply with the identity, among the messages too, and put it before the Pengadministrasi.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict update_vals: never written
        """
        self._cek_gerbang()
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        pelapor_sudo = self.with_user(SUPERUSER_ID).with_context(lang=bahasa)
        teks = pelapor_sudo._baca_surat(msg_dict)
        pelapor_sudo._lampirkan(msg_dict)
        pelapor_sudo._simpan_pesan(teks[:MAKS_PESAN])
        pelapor_sudo.pengaduan_id._ingatkan_pesan()
        return True

    @api.model
    def _baca_surat(self, msg_dict):
        """Make a mail safe to keep, as plain text without files; return its text."""
        teks = _bersih(html2plaintext(msg_dict.get("body") or "")).strip()
        msg_dict.update(
            email_from=email_normalize(msg_dict["email_from"]),
            body=plaintext2html(teks),
            subject=" ".join(_bersih(msg_dict.get("subject")).split()),
        )
        if not teks:
            teks = self.env._("(The mail has no text; see its subject and files.)")
        if len(teks) > MAKS_HURUF:
            teks = self.env._("%(awal)s … (shortened; the whole mail is kept below)", awal=teks[:MAKS_HURUF])
        return teks

    def _lampirkan(self, msg_dict):
        """Keep the good files of a mail by themselves; a refused one is named under the mail, with the reason."""
        self.ensure_one()
        berkas = [(_bersih(nama) or "lampiran", _isi_lampiran(isi)) for nama, isi, _info in msg_dict["attachments"]]
        msg_dict["attachments"] = []
        if self._boleh_berkas():
            ditolak = self._tambah_berkas(berkas)
        else:
            ditolak = [(nama, self.env._("the form is complete, files are no longer taken")) for nama, _isi in berkas]
        if ditolak:
            baris = "\n".join(f"- {nama[:100]}: {sebab}" for nama, sebab in ditolak)
            msg_dict["body"] += plaintext2html(self.env._("These files were not accepted:\n%(baris)s", baris=baris))


class DpmdPengaduan(models.Model):
    _inherit = "dpmd.pengaduan"

    def message_update(self, msg_dict, update_vals=None):
        """Take a reply by mail into the talk on a case, as plain text and under its bare address.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict update_vals: never written
        """
        Pelapor = self.env["dpmd.pelapor"]
        Pelapor._cek_gerbang()
        Pelapor._baca_surat(msg_dict)
        return True


def _isi_lampiran(isi):
    """Return the bytes of an attachment: Odoo hands text as a string and a forwarded mail as a message."""
    if isinstance(isi, EmailMessage):
        return isi.as_bytes()
    return isi.encode() if isinstance(isi, str) else isi
