from odoo import models
from odoo.tools import email_normalize

from ..dasar.atas_nama import milik_kami

# What our mails hang on; a failed one comes back to its record as ``_surel_gagal``.
PEMILIK = ("dpmd.pelapor", "dpmd.rapat")


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
            self.env[mail_sudo.model].browse(mail_sudo.res_id)._surel_gagal(email_normalize(mail_sudo.email_to))
        return super()._postprocess_sent_message(
            success_pids, success_emails, failure_reason=failure_reason, failure_type=failure_type
        )

    def unlink(self):
        """Delete a mail of ours without the message it belongs to."""
        self.filtered(lambda mail: milik_kami(mail.model)).is_notification = True
        return super().unlink()
