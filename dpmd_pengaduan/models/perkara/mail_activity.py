from odoo import models

KEGIATAN = "dpmd_pengaduan.activity_meja"


class MailActivity(models.Model):
    _inherit = "mail.activity"

    def _check_access(self, operation):
        """Leave the activity of a desk to the flow: taking the step ends it, nothing else does."""
        result = super()._check_access(operation)
        if operation == "read" or not self:
            return result
        meja = self.env.ref(KEGIATAN).sudo()
        dari_alur = self.browse(self.sudo().filtered(lambda kegiatan: kegiatan.activity_type_id == meja).ids)
        if not dari_alur:
            return result
        ditolak = (dari_alur | result[0]) if result else dari_alur
        return ditolak, lambda: ditolak._make_access_error(operation)
