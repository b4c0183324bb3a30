from odoo import fields, models
from odoo.exceptions import AccessError

from ..perkara.alur import PENGADMIN

KEGIATAN_PESAN = "dpmd_pengaduan.activity_pesan"


class DpmdPengaduan(models.Model):
    """Messages with the pelapor, as the office sees them: that there is one, never its words."""

    _inherit = "dpmd.pengaduan"

    ada_pesan = fields.Boolean(string="New message of the pelapor", help="Not read by the Pengadministrasi Umum yet.")

    def _ingatkan_pesan(self):
        """Put before the Pengadministrasi Umum that the pelapor wrote; the words stay with the identity."""
        self.ensure_one()
        pengaduan_sudo = self.sudo()
        if not pengaduan_sudo.ada_pesan:
            pengaduan_sudo._tulis({"ada_pesan": True})
        petugas = self.env["dpmd.penugasan"]._pejabat(PENGADMIN, self.company_id)[:1].user_id
        if petugas and not pengaduan_sudo._kegiatan_pesan():
            pengaduan_sudo.with_context(mail_activity_quick_update=True).activity_schedule(
                KEGIATAN_PESAN,
                user_id=petugas.id,
                summary=self.env._("The pelapor wrote: read the message"),
                date_deadline=self.env["dpmd.penugasan"]._hari_ini(),  # not the day at Greenwich
            )

    def _kegiatan_pesan(self):
        return self.activity_ids.filtered(lambda a: a.activity_type_id == self.env.ref(KEGIATAN_PESAN))

    def _pesan_dibaca(self):
        """Note that the Pengadministrasi Umum, who can read the identity now, has opened the messages."""
        self.ensure_one()
        if self.ada_pesan and self._penugasan_saya(PENGADMIN):
            pengaduan_sudo = self.sudo()
            pengaduan_sudo._tulis({"ada_pesan": False})
            pengaduan_sudo._kegiatan_pesan().action_feedback()

    def action_tulis_pelapor(self, isi=None):
        """Write to the pelapor without seeing who that is; a neutral mail says that there is news.

        :param str isi: the words, shown on the tracking page
        :raise AccessError: for anyone but the Pengadministrasi Umum
        :raise UserError: no words, or too many
        """
        self.ensure_one()
        self.check_access("read")
        penugasan = self._penugasan_saya(PENGADMIN)
        if not penugasan:
            raise AccessError(self.env._("The Pengadministrasi Umum writes to the pelapor."))
        pelapor_sudo = self.sudo().pelapor_ids
        pelapor_sudo._simpan_pesan(pelapor_sudo._periksa_kata(isi), penugasan=penugasan)
        pelapor_sudo._kabari_ada_kabar()
