import codecs
import logging

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError
from odoo.http import request
from odoo.tools import email_normalize, plaintext2html

from ..dasar.atas_nama import milik_kami
from .gerbang import cek_gerbang, dari_gerbang, lewat_gerbang
from .mail_mail import PEMILIK

_logger = logging.getLogger(__name__)
# Odoo tells the addresses of every incoming mail in its log.
logging.getLogger("odoo.addons.mail.models.mail_thread").setLevel(logging.WARNING)

TUJUAN = ("dpmd.pelapor", "dpmd.pengaduan")
SUREL_SEHARI = 10  # of one sender; more is a machine, or somebody who floods the desk
PRECEDENCE = {"bulk", "list", "junk", "auto_reply"}
KEPALA_MESIN = ("X-Auto-Response-Suppress", "List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop")
KOTAK_MESIN = {"mailer-daemon", "postmaster", "noreply", "no-reply", "do-not-reply", "donotreply"}


class MailThread(models.AbstractModel):
    _inherit = "mail.thread"

    def _ini_gerbang(self):
        """Return whether who calls is the mail gateway: OdooBot in a job, or the user it logs in as over RPC."""
        if self.env.uid == SUPERUSER_ID:
            return not request
        return self.env.user.has_group("dpmd_pengaduan.group_gerbang_surel")

    @api.model
    def message_process(self, model, message, *args, **kwargs):
        """Take in a mail: for our records only from the fetching job or the mail gateway.

        :raise AccessError: anyone else brings a mail that leads to a record of ours
        """
        if not (dari_gerbang(self.env) or self._ini_gerbang()):
            return super().message_process(model, message, *args, **kwargs)
        # As OdooBot: the user of the gateway may not see that a mail is there already.
        with lewat_gerbang(self.with_user(SUPERUSER_ID)) as thread:
            return super(MailThread, thread).message_process(model, message, *args, **kwargs)

    @api.model
    def message_new(self, msg_dict, custom_values=None):
        """Make no record of ours from a mail; the identity has a way of its own."""
        if milik_kami(self._name):
            raise AccessError(self.env._("Mails come in by the mail gateway only."))
        return super().message_new(msg_dict, custom_values=custom_values)

    def message_update(self, msg_dict, update_vals=None):
        """Add mails to our records by the gateway only."""
        if milik_kami(self._name):
            cek_gerbang(self.env)
        return super().message_update(msg_dict, update_vals=update_vals)

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
        """Leave out mails of machines, our own and too many from one sender; send invitees' replies to the case.

        :raise AccessError: unless the mail comes in by the gateway, where it leads to a record of ours
        """
        induk_sudo = self.sudo()._get_parent_message(message_dict)
        if induk_sudo and milik_kami(induk_sudo.model):
            cek_gerbang(self.env)
        if model in TUJUAN:
            thread_id = None  # a mailbox makes complaints; it adds to none that somebody has chosen
        rute = self._rute_balasan_undangan(message_dict) or super().message_route(
            message, message_dict, model=model, thread_id=thread_id, custom_values=custom_values
        )
        if any(milik_kami(satu[0]) for satu in rute if satu):
            cek_gerbang(self.env)
        kami = [satu for satu in rute if satu and satu[0] in TUJUAN]
        if kami and self._surel_mesin(message, message_dict):
            _logger.info("An incoming mail was left out: sent by a machine, by ourselves, or too many of one sender.")
            return [satu for satu in rute if satu not in kami]
        return self._rute_kantor_buka(rute, message, message_dict)

    def _rute_kantor_buka(self, rute, message, message_dict):
        """Leave out mails that would be a complaint to an office that is not open yet; tell the sender where to go."""
        for satu in [satu for satu in rute if satu and satu[0] in TUJUAN and not satu[1]]:
            company = self.env["res.company"].browse((satu[2] or {}).get("company_id")) or self.env.company
            instansi_sudo = self.env["dpmd.instansi"]._milik(company)
            if not instansi_sudo.dibuka:
                self._balas_belum_dibuka(instansi_sudo, message, message_dict)
                rute = [lain for lain in rute if lain is not satu]
        return rute

    def _balas_belum_dibuka(self, instansi_sudo, message, message_dict):
        env = self.with_context(lang=instansi_sudo._bahasa_warga()).env
        tempat = ", ".join(filter(None, (instansi_sudo.name, instansi_sudo.alamat, instansi_sudo.telepon)))
        isi = env._(
            "Complaints by e-mail are not open yet, and yours was not taken in. Please come to our counter, send a "
            "letter or call: %(tempat)s. Or use the national complaint desk SP4N-LAPOR!, https://www.lapor.go.id",
            tempat=tempat,
        )
        self._routing_create_bounce_email(message_dict["email_from"], plaintext2html(isi), message)

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

    def _surel_mesin(self, message, message_dict):
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
                limit=SUREL_SEHARI,
            )
        )
        return jumlah >= SUREL_SEHARI

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
        """Name no author and no recipient of a mail to a record of ours: anybody can write a From."""
        hasil = super()._message_parse_post_process(message, message_dict, routes)
        if any(milik_kami(rute[0]) for rute in routes or ()):
            hasil.update(author_id=False, partner_ids=[])
        return hasil

    @api.model
    def _routing_handle_bounce(self, email_message, message_dict):
        """Tell the office of a mail to a pelapor or an invitee that came back.

        :raise AccessError: unless the bounce comes in by the gateway
        """
        pesan_sudo = message_dict["bounced_message"].sudo()
        if milik_kami(pesan_sudo.model):
            cek_gerbang(self.env)
        hasil = super()._routing_handle_bounce(email_message, message_dict)
        if pesan_sudo.model in PEMILIK:
            self.env[pesan_sudo.model].browse(pesan_sudo.res_id)._surel_gagal(message_dict["bounced_email"])
        return hasil
