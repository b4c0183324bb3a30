from odoo import api, models
from odoo.exceptions import UserError

# Where Odoo keeps uploads until their message is posted.
TEMPAT_TUNGGU = ("mail.activity", "mail.compose.message", "mail.message", "mail.scheduled.message")


class MailMessage(models.Model):
    """A message on a guarded record carries files of that record only, so none of them can be swapped behind it."""

    _inherit = "mail.message"

    @api.model_create_multi
    def create(self, vals_list):
        pesan = super().create(vals_list)
        pesan._pada_terjaga()._ambil_berkas()
        return pesan

    def write(self, vals):
        if not {"attachment_ids", "model", "res_id"} & set(vals):
            return super().write(vals)
        sebelum = {pesan_sudo: pesan_sudo.attachment_ids for pesan_sudo in self._pada_terjaga()}
        hasil = super().write(vals)
        if any(berkas - pesan_sudo.attachment_ids for pesan_sudo, berkas in sebelum.items()):
            raise UserError(self.env._("A file stays with the message it came with."))
        self._pada_terjaga()._ambil_berkas()
        return hasil

    def _pada_terjaga(self):
        """Return the messages of guarded records (superuser)."""
        terjaga = self.pool["dpmd.terjaga"]
        return self.sudo().filtered(lambda pesan: pesan.res_id and isinstance(self.env.get(pesan.model), terjaga))

    def _ambil_berkas(self):
        """Put the files of messages on their records, which checks whether these take files now."""
        for pesan_sudo in self:
            milik = (pesan_sudo.model, pesan_sudo.res_id)
            lain_sudo = pesan_sudo.attachment_ids.filtered(lambda b, milik=milik: (b.res_model, b.res_id) != milik)
            if any(berkas.res_id and berkas.res_model not in TEMPAT_TUNGGU for berkas in lain_sudo):
                raise UserError(self.env._("This file belongs to another record. Attach a copy of it."))
            if lain_sudo:
                lain_sudo.write({"res_model": milik[0], "res_id": milik[1]})
