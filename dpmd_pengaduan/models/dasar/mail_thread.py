from odoo import models
from odoo.exceptions import AccessError

from .atas_nama import boleh_atas_nama, milik_kami


class MailThread(models.AbstractModel):
    """On our records everybody speaks for himself."""

    _inherit = "mail.thread"
    # Messages on a record of the model are never changed, not even by their author.
    _pesan_tetap = False

    def _message_compute_author(self, author_id=None, email_from=None):
        if milik_kami(self._name) and not boleh_atas_nama(self.env):
            author_id = email_from = None
        return super()._message_compute_author(author_id, email_from)

    def _notify_thread_with_out_of_office(self, message, recipients_data, msg_vals=False, **kwargs):
        """Post no automatic word in an official's name on our records: the Plh. stands in for who is absent."""
        if milik_kami(self._name):
            return self.env["mail.message"]
        return super()._notify_thread_with_out_of_office(message, recipients_data, msg_vals=msg_vals, **kwargs)

    def message_unsubscribe(self, partner_ids=None):
        """Let people leave a record of ours themselves.

        :raise AccessError: on taking another off it
        """
        if milik_kami(self._name) and not self.env.su and set(partner_ids or ()) - set(self.env.user.partner_id.ids):
            raise AccessError(self.env._("Whoever follows a record stops following it himself."))
        return super().message_unsubscribe(partner_ids)

    def unlink(self):
        """Ask first whether a record of ours may go at all: Odoo begins with its messages, which stay."""
        if milik_kami(self._name):
            self.check_access("unlink")
            for tolak in self._ondelete_methods:
                tolak(self)
        return super().unlink()
