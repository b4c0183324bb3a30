"""The mails that leave the office: one layout, one set of headers, each to one address and once."""

import logging
import threading

from odoo import SUPERUSER_ID, api, models, modules
from odoo.addons.base.models.ir_mail_server import MailDeliveryException
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.tools import email_normalize, formataddr
from odoo.tools.mail import html2plaintext

_logger = logging.getLogger(__name__)

# Machines neither answer these mails nor take them for something a person typed (RFC 3834).
KEPALA = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
# What our mails hang on; a failed one comes back to its record as ``_surat_gagal``.
PEMILIK = ("dpmd.pelapor", "dpmd.rapat")


class DpmdSurel(models.AbstractModel):
    """A mail to a citizen or an invitee."""

    _name = "dpmd.surel"
    _description = "Mail of the Office"

    @api.model
    def _isi(self, instansi, teks, sapaan="", kode=""):
        """Return the HTML of a mail; Odoo makes the plain text of it.

        :param instansi: the office that writes
        :param teks: what is said, a sentence or several lines
        :param str sapaan: the name of the addressee, where it may be said
        :param str kode: a receipt number, for a mail that is stored nowhere
        """
        return self.env["ir.qweb"]._render(
            "dpmd_pengaduan.surel", {"instansi": instansi, "teks": teks, "sapaan": sapaan, "kode": kode}
        )

    @api.model
    def _amplop(self, instansi):
        """Return what every mail of an office has alike: sender, where replies go, a subject that tells nothing."""
        return {
            "subject": f"Pemberitahuan dari {instansi.name}",
            "email_from": instansi._alamat_pengirim(),
            "reply_to": instansi._alamat_balasan(),
        }

    @api.model
    def _antre(self, instansi, surat):
        """Queue mails, each for its one address, and send them when the transaction is through.

        :param instansi: the office that writes
        :param surat: values of ``mail.mail`` for each mail, ``email_to`` and ``body_html`` at least
        """
        amplop = {**self._amplop(instansi), "headers": repr(KEPALA)}
        mails_sudo = self.env["mail.mail"].sudo().create([{**amplop, **nilai} for nilai in surat])
        if mails_sudo:
            mails_sudo.send_after_commit()

    @api.model
    def _serahkan(self, instansi, kepada, isi, pesan):
        """Hand a mail straight to the mail server when the transaction is through: its words are stored nowhere.

        :param instansi: the office that writes
        :param str kepada: address
        :param isi: HTML
        :param pesan: the message that keeps the fact; replies and bounces come back through its Message-Id
        """
        amplop = self._amplop(instansi)
        domain_sudo = instansi.company_id.sudo().alias_domain_id
        bounce = {"Return-Path": domain_sudo.bounce_email} if domain_sudo else {}
        surat = (
            self.env["ir.mail_server"]
            .sudo()
            ._build_email__(
                amplop["email_from"],
                [kepada],
                amplop["subject"],
                isi,
                body_alternative=html2plaintext(isi),
                reply_to=amplop["reply_to"],
                message_id=pesan.message_id,
                subtype="html",
                headers={**KEPALA, **bounce},
            )
        )
        konteks = {"domain_notifications_email": domain_sudo.default_from_email} if domain_sudo else {}
        if modules.module.current_test:
            self.with_context(**konteks)._kirim_langsung(surat, pesan)
            return
        registry, pesan_id = Registry(self.env.cr.dbname), pesan.id

        def kirim():
            with registry.cursor() as cr:
                env = api.Environment(cr, SUPERUSER_ID, konteks)
                env["dpmd.surel"]._kirim_langsung(surat, env["mail.message"].browse(pesan_id))

        # In a thread: a mail server that does not answer would hold the citizen's page for a minute.
        self.env.cr.postcommit.add(threading.Thread(target=kirim, name="dpmd.surel").start)

    @api.model
    def _kirim_langsung(self, surat, pesan):
        """Send a finished mail now; where the mail server does not take it, whoever it hangs on is told."""
        try:
            self.env["ir.mail_server"].sudo().send_email(surat)
        except (MailDeliveryException, UserError, AssertionError, OSError):
            _logger.warning("A mail of %s was not taken by the mail server.", pesan.model)
            self.env[pesan.model].browse(pesan.res_id)._surat_gagal(email_normalize(surat["To"]))


class MailMail(models.Model):
    _inherit = "mail.mail"

    def _send(self, *args, **kwargs):
        """Send a mail of ours once, however many queue runs and retries reach for it at the same time."""
        kami = self.filtered(lambda mail: mail.model in PEMILIK)
        hasil = super(MailMail, self - kami)._send(*args, **kwargs)
        for mail in kami:
            # Whoever is sending it has it locked; read anew, as it may be sent since the list was made.
            if mail.try_lock_for_update():
                mail.invalidate_recordset(["state"])
                hasil = super(MailMail, mail)._send(*args, **kwargs)
        return hasil

    def _postprocess_sent_message(self, success_pids, success_emails, failure_reason=False, failure_type=None):
        """Tell the office of a mail that could not be sent to a pelapor or an invitee."""
        for mail_sudo in self.sudo().filtered(lambda mail: failure_type and mail.model in PEMILIK):
            self.env[mail_sudo.model].browse(mail_sudo.res_id)._surat_gagal(email_normalize(mail_sudo.email_to))
        return super()._postprocess_sent_message(
            success_pids, success_emails, failure_reason=failure_reason, failure_type=failure_type
        )


class DpmdInstansi(models.Model):
    _inherit = "dpmd.instansi"

    def _alamat_pengirim(self):
        """Return the address the office's mails come from, with its name; empty where none is set."""
        alamat = email_normalize(self.email) or email_normalize(self.company_id.email)
        return formataddr((self.name, alamat)) if alamat else ""

    def _alamat_balasan(self):
        """Return where replies go: into the cases where the office takes mails in, else to its own mailbox."""
        return formataddr((self.name, self.alias_email)) if self.alias_email else self._alamat_pengirim()

    def _bahasa_warga(self):
        """Return the language citizens are written to: Indonesian, where the database has it."""
        return "id_ID" if self.env["res.lang"]._get_data(code="id_ID") else self.env.lang


class DpmdPelapor(models.Model):
    _inherit = "dpmd.pelapor"

    def _kabari(self, teks, lampiran=()):
        """Write to the pelapor: kept on the identity, mailed where there is an address.

        Subject and sender are neutral: they show in inboxes other people see. Of a secret complaint the mail
        says no more than that there is news.

        :param str teks: plain text
        :param lampiran: attachments, as ``[(name, bytes)]``
        """
        for pelapor in self.sudo():
            instansi = self.env["dpmd.instansi"]._milik(pelapor.company_id)
            pesan = pelapor._simpan_surat(teks, lampiran)
            if not pelapor.email or pelapor.identitas == "anonim":
                continue
            kalimat, sapaan = teks, pelapor.nama
            if pelapor.identitas == "rahasia":
                warga = pelapor.with_context(lang=instansi._bahasa_warga())
                kalimat, sapaan = (
                    warga.env._(
                        "There is news for you from our office. Open the page you know with the number we gave you, "
                        "or come to our counter."
                    ),
                    "",
                )
                pesan = pelapor._simpan_surat(kalimat)
            self.env["dpmd.surel"]._antre(
                instansi,
                [
                    {
                        "mail_message_id": pesan.id,
                        "email_to": email_normalize(pelapor.email),
                        "auto_delete": True,
                        "body_html": self.env["dpmd.surel"]._isi(instansi, kalimat, sapaan),
                    }
                ],
            )

    def _simpan_surat(self, teks, lampiran=()):
        """Keep what was written to the pelapor with the identity; return the message (superuser)."""
        self.ensure_one()
        return (
            self.sudo()
            .with_context(mail_create_nosubscribe=True)
            .message_post(
                body=teks,
                attachments=list(lampiran),
                message_type="comment",
                subtype_xmlid="mail.mt_note",
                author_id=self.sudo().company_id.partner_id.id,
            )
        )

    def _kirim_tanda_terima(self, kode):
        """Mail the receipt number to the pelapor, once; it goes from memory to the mail server and is stored nowhere.

        Where the mail server refuses it the Pengadministrasi finds a notice on the case.

        :param str kode: receipt number
        :return: whether there was an address to mail it to
        """
        self.ensure_one()
        pelapor = self.with_user(SUPERUSER_ID)
        instansi = self.env["dpmd.instansi"]._milik(pelapor.company_id)
        kepada = email_normalize(pelapor.email)
        if pelapor.identitas == "anonim" or not kepada or not instansi._alamat_pengirim():
            return False
        env = pelapor.with_context(lang=instansi._bahasa_warga()).env
        pesan = pelapor._simpan_surat(env._("The receipt number was handed to the mail server."))
        isi = self.env["dpmd.surel"]._isi(
            instansi,
            env._("We have received your message. This is your receipt number:"),
            sapaan=pelapor.nama if pelapor.identitas == "terbuka" else "",
            kode=self._tulis_kode(kode),
        )
        self.env["dpmd.surel"]._serahkan(instansi, kepada, isi, pesan)
        return True

    def _surat_gagal(self, alamat):
        """Put a mail that did not reach the pelapor before the Pengadministrasi; the notice names nobody.

        :param str alamat: the address that failed, as far as it is known
        """
        # The queue and the gateway speak no language of the office.
        bahasa = self.env["dpmd.instansi"]._milik(self.sudo().company_id)._bahasa_warga()
        self.sudo().pengaduan_id._beri_tahu_petugas(
            "dpmd_pengaduan.activity_surat_gagal",
            self.with_context(lang=bahasa).env._("A mail to the pelapor did not arrive: choose another way."),
        )


class DpmdRapat(models.Model):
    _inherit = "dpmd.rapat"

    def _surat_gagal(self, alamat):
        """Mark the invitee whose mail did not arrive, and put it before the Pengadministrasi.

        :param str alamat: the address that failed, as far as it is known
        """
        for rapat_sudo in self.sudo():
            peserta_sudo = rapat_sudo.peserta_ids.filtered(lambda p: alamat and email_normalize(p.email) == alamat)
            peserta_sudo._dengan_izin().write({"surel_gagal": True})
            bahasa = self.env["dpmd.instansi"]._milik(rapat_sudo.company_id)._bahasa_warga()
            rapat_sudo.pengaduan_id._beri_tahu_petugas(
                "dpmd_pengaduan.activity_surat_gagal",
                self.with_context(lang=bahasa).env._("An undangan did not arrive by mail: deliver it another way."),
            )


class DpmdPengaduan(models.Model):
    _inherit = "dpmd.pengaduan"

    def _beri_tahu_petugas(self, kegiatan, kalimat):
        """Put a notice before the Pengadministrasi Umum; one that is there already is not repeated.

        :param str kegiatan: xmlid of the type of activity
        :param str kalimat: what happened, in words that tell nothing of who complained
        """
        jenis = self.env.ref(kegiatan)
        for pengaduan_sudo in self.sudo():
            ada = pengaduan_sudo.activity_ids.filtered(
                lambda satu: satu.activity_type_id == jenis and satu.summary == kalimat
            )
            tugas = self.env["dpmd.penugasan"]._pejabat("pengadministrasi_umum", pengaduan_sudo.company_id)[:1]
            if tugas and not ada:
                pengaduan_sudo.with_context(mail_activity_quick_update=True).activity_schedule(
                    kegiatan,
                    user_id=tugas.user_id.id,
                    summary=kalimat,
                    date_deadline=self.env["dpmd.penugasan"]._hari_ini(),
                )
