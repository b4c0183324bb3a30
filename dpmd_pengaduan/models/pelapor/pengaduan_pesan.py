from odoo import fields, models

from ..perkara.alur import PENGADMIN

KEGIATAN_PESAN = "dpmd_pengaduan.activity_pesan"


class DpmdPengaduan(models.Model):
    """Messages with the pelapor, as the office sees them: that there is one, never its words."""

    _inherit = "dpmd.pengaduan"

    ada_pesan = fields.Boolean(string="New message of the pelapor", help="Not read by the Pengadministrasi Umum yet.")

    def _ingatkan_pesan(self):
        """Put before the Pengadministrasi Umum that the pelapor wrote; the words stay with the identity."""
        self.ensure_one()
        if not self.sudo().ada_pesan:
            self.sudo()._tulis({"ada_pesan": True})
        self._beri_tahu_petugas(KEGIATAN_PESAN, self.env._("The pelapor wrote: read the message"))

    def _pesan_dibaca(self):
        """Note that the Pengadministrasi Umum, who can read the identity now, has opened the messages."""
        self.ensure_one()
        if self.ada_pesan and self._penugasan_saya(PENGADMIN):
            self.sudo()._tulis({"ada_pesan": False})
            self._tutup_kegiatan(KEGIATAN_PESAN)

    def action_tulis_pelapor(self, isi=None, minta_jawab=False):
        """Write to the pelapor without seeing who that is; a neutral mail says that there is news.

        :param str isi: the words, shown on the tracking page
        :param bool minta_jawab: we wait for an answer, which the page then names as the thing to do
        :raise UserError: no words, or too many
        """
        self._tempuh("tulis_pelapor", isi=isi, minta_jawab=bool(minta_jawab))

    def _kerjakan_tulis_pelapor(self, jejak, isi, minta_jawab):
        pelapor_sudo = self.sudo().pelapor_ids
        isi = pelapor_sudo._periksa_kata(isi)
        pelapor_sudo._simpan_pesan(isi, penugasan=jejak.penugasan, minta_jawab=minta_jawab)
        pelapor_sudo._kabari_ada_kabar()
