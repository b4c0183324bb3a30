import logging
import threading

from odoo import SUPERUSER_ID, api, models, modules
from odoo.addons.base.models.ir_mail_server import MailDeliveryException
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.tools import email_normalize
from odoo.tools.mail import html2plaintext

from ..dasar.atas_nama import atas_nama

_logger = logging.getLogger(__name__)

# Machines neither answer these mails nor take them for something a person typed (RFC 3834).
KEPALA = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


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
            "author_id": instansi.company_id.partner_id.id,
            "subject": f"Pemberitahuan dari {instansi.name}",
            "email_from": instansi._alamat_pengirim(),
            "reply_to": instansi._alamat_balasan(),
        }

    @api.model
    def _antre(self, surel):
        """Queue mails, each for its one address, and send them when the transaction is through.

        :param surel: values of ``mail.mail`` for each mail: ``email_to`` and ``body_html``, and either the message
            it belongs to or what ``_amplop`` returns
        """
        with atas_nama(self.env["mail.mail"].sudo()) as Surel_sudo:
            mails_sudo = Surel_sudo.create([{"headers": repr(KEPALA), **nilai} for nilai in surel])
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
        surel = (
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
            self.with_context(**konteks)._kirim_langsung(surel, pesan)
            return
        registry, pesan_id = Registry(self.env.cr.dbname), pesan.id

        def kirim():
            with registry.cursor() as cr:
                env = api.Environment(cr, SUPERUSER_ID, konteks)
                env["dpmd.surel"]._kirim_langsung(surel, env["mail.message"].browse(pesan_id))

        # In a thread: a mail server that does not answer would hold the citizen's page for a minute.
        self.env.cr.postcommit.add(threading.Thread(target=kirim, name="dpmd.surel").start)

    @api.model
    def _kirim_langsung(self, surel, pesan):
        """Send a finished mail now; where the mail server does not take it, whoever it hangs on is told."""
        try:
            self.env["ir.mail_server"].sudo().send_email(surel)
        except (MailDeliveryException, UserError, AssertionError, OSError):
            _logger.warning("A mail of %s was not taken by the mail server.", pesan.model)
            self.env[pesan.model].browse(pesan.res_id)._surel_gagal(email_normalize(surel["To"]))
