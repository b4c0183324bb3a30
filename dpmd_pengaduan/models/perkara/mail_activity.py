from odoo import api, models
from odoo.exceptions import AccessError

from ..dasar.izin import pakai_izin

KEGIATAN = "dpmd_pengaduan.activity_meja"
SUREL_GAGAL = "dpmd_pengaduan.activity_surel_gagal"
# What the flow puts before somebody; the step, the answer or the reading ends it, nothing else does.
DARI_ALUR = (
    KEGIATAN,
    "dpmd_pengaduan.activity_keputusan",
    "dpmd_pengaduan.activity_pesan",
    "dpmd_pengaduan.activity_konfirmasi",
    "dpmd_pengaduan.activity_persetujuan",
    SUREL_GAGAL,
)
# What marking an activity as done writes.
SELESAI = {"active", "feedback", "attachment_ids"}


class MailActivity(models.Model):
    """Activities of the flow are closed, moved and made by the flow, as superuser.

    A notice of a failed mail is the one that a person ticks off: the one it is assigned to.
    """

    _inherit = "mail.activity"

    @api.model
    def _id_jenis(self, *xmlids):
        """Return the ids of types of activity."""
        Data = self.env["ir.model.data"].sudo()
        return {Data._xmlid_to_res_id(xmlid, raise_if_not_found=False) for xmlid in xmlids} - {False}

    def _dari_alur(self):
        """Return those of the activities that the flow made."""
        jenis = self._id_jenis(*DARI_ALUR)
        return self.browse(self.sudo().filtered(lambda kegiatan: kegiatan.activity_type_id.id in jenis).ids)

    def _surel_gagal_saya(self):
        """Return the notices of failed mails that are put before this user."""
        jenis = self._id_jenis(SUREL_GAGAL)
        return self.browse(
            self.sudo()
            .filtered(lambda kegiatan: kegiatan.activity_type_id.id in jenis and kegiatan.user_id == self.env.user)
            .ids
        )

    def _check_access(self, operation):
        """Leave the activities of the flow to the flow."""
        result = super()._check_access(operation)
        if operation == "read" or not self:
            return result
        dari_alur = self._dari_alur()
        if operation == "write":
            dari_alur -= self._surel_gagal_saya()
        if not dari_alur:
            return result
        ditolak = (dari_alur | result[0]) if result else dari_alur
        return ditolak, lambda: ditolak._make_access_error(operation)

    def write(self, vals):
        if not self.env.su:
            jadi_alur = vals.get("activity_type_id") in self._id_jenis(*DARI_ALUR)
            diubah = set(vals) - SELESAI or vals.get("active")
            if jadi_alur or (diubah and self._surel_gagal_saya()):
                raise AccessError(self.env._("This activity is made and changed by the steps of the SOP only."))
        return super().write(vals)

    @api.constrains("user_id", "res_model_id", "res_id")
    def _check_dpmd_terlapor(self):
        """Put nothing of a case before somebody who is reported in it: whom an activity is given, reads its words."""
        for kegiatan in self.filtered(lambda satu: satu.res_model == "dpmd.pengaduan"):
            self.env["dpmd.pengaduan"].browse(kegiatan.res_id)._tolak_tertutup(kegiatan.user_id)

    def unlink(self):
        """Keep the activities of the flow: Odoo's clean-up and the archiving of a user pass them by."""
        kegiatan, licensed = pakai_izin(self)
        if not self.env.su:
            self.check_access("unlink")
        return super(MailActivity, kegiatan if licensed else kegiatan - self._dari_alur()).unlink()
