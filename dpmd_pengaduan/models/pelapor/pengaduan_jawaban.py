from odoo import api, fields, models
from odoo.exceptions import UserError

from ..dasar.izin import berizin

DIBUKA_DI_LACAK = ("portal", "whatsapp")  # ways by which the pelapor is led to the letter on the tracking page
DENGAN_BUKTI = ("kertas", "whatsapp")  # ways of which only the proof says that the letter was delivered


class DpmdPengaduan(models.Model):
    """Step 17, and the end of a case closed early: the signed letter is delivered, not a word of it changed."""

    _inherit = "dpmd.pengaduan"

    surat_gagal = fields.Boolean(
        compute="_compute_surat_gagal", help="The letter to the pelapor was sent and did not arrive."
    )
    surat_belum_dibuka = fields.Boolean(
        compute="_compute_surat_gagal", help="The pelapor was led to the letter on the tracking page, not more."
    )

    @api.depends("state", "cara_jawab")
    def _compute_surat_gagal(self):
        for pengaduan in self:
            surat_sudo = pengaduan._origin._surat_jawaban() if pengaduan.cara_jawab else self.env["dpmd.dokumen"]
            pengaduan.surat_gagal = surat_sudo.gagal_sampai
            pengaduan.surat_belum_dibuka = surat_sudo.cara_sampai in DIBUKA_DI_LACAK and not surat_sudo.dibuka_pelapor

    def _syarat_informasikan(self, cara):
        return self._kurang_surat() + self._kertas_tertunda()

    def _kurang_surat(self):
        """Return, in words, the signed letter to the pelapor where there is none yet."""
        return [] if self._surat_jawaban().dibekukan else [self.env._("the letter to the pelapor, signed")]

    def action_informasikan(self, cara=None, bukti_id=None):
        """Step 17: deliver the signed answer: by mail, on the portal, by WhatsApp or on paper.

        :param str cara: key of ``CARA_JAWAB``
        :param int bukti_id: attachment with the proof of delivery, needed on paper and by WhatsApp
        """
        self._tempuh("informasikan", jalan_kabar=cara, bukti_id=bukti_id)

    def _kerjakan_informasikan(self, jejak, jalan_kabar, bukti_id):
        self._sampaikan(jejak, jalan_kabar, bukti_id)
        jejak.keluaran = self.env._("Surat pemberitahuan hasil %(nomor)s, delivered", nomor=jejak.dokumen.name)
        jejak.kolom = {"tanggal_selesai": jejak.waktu, "cara_jawab": jalan_kabar}

    def _kapan_informasikan_tutup(self):
        return self.env._("The pelapor was told already.") if self.cara_jawab else ""

    def _syarat_informasikan_tutup(self, cara):
        return self._kurang_surat()

    def action_informasikan_tutup(self, cara=None, bukti_id=None):
        """Tell the pelapor why the case was closed early, with the signed letter that belongs to it.

        :param str cara: key of ``CARA_JAWAB``
        :param int bukti_id: attachment with the proof of delivery, needed on paper and by WhatsApp
        """
        self._tempuh("informasikan_tutup", jalan_kabar=cara, bukti_id=bukti_id)

    def _kerjakan_informasikan_tutup(self, jejak, jalan_kabar, bukti_id):
        self._sampaikan(jejak, jalan_kabar, bukti_id)
        jejak.keluaran = self.env._("Pelapor told, letter %(nomor)s", nomor=jejak.dokumen.name)
        jejak.kolom = {"cara_jawab": jalan_kabar}

    def _kapan_sampaikan_lagi(self):
        return "" if self.cara_jawab else self.env._("The pelapor was not told yet.")

    def action_sampaikan_lagi(self, cara=None, bukti_id=None):
        """Deliver the same letter once more, such as on paper after a mail did not arrive.

        :param str cara: key of ``CARA_JAWAB``
        :param int bukti_id: attachment with the proof of delivery, needed on paper and by WhatsApp
        """
        self._tempuh("sampaikan_lagi", jalan_kabar=cara, bukti_id=bukti_id)

    def _kerjakan_sampaikan_lagi(self, jejak, jalan_kabar, bukti_id):
        self._sampaikan(jejak, jalan_kabar, bukti_id)
        jejak.keluaran = self.env._("Letter %(nomor)s, delivered again", nomor=jejak.dokumen.name)
        jejak.kolom = {"cara_jawab": jalan_kabar}

    def _sampaikan(self, jejak, cara, bukti_id):
        """Deliver the signed letter, and keep the proof with the identity."""
        bukti = self._periksa_cara_jawab(cara, bukti_id)
        surat_sudo = jejak.dokumen = self._surat_jawaban()
        pelapor_sudo = self.sudo().pelapor_ids
        if bukti:
            berizin(bukti).write({"res_model": "dpmd.pelapor", "res_id": pelapor_sudo.id})
        surat_sudo._tulis(
            {"disampaikan": jejak.waktu, "cara_sampai": cara, "bukti_sampai_id": bukti.id, "gagal_sampai": False}
        )
        if cara == "surel":
            pelapor_sudo._kirim_surat(surat_sudo)

    def _buka_surat_jawaban(self):
        """Return the signed letter to open, for who delivers it: of a secret pelapor it names nobody."""
        return self._surat_jawaban().sudo(False).action_unduh()

    def _periksa_cara_jawab(self, cara, bukti_id):
        """Return the proof of delivery; raise where the way of telling cannot work."""
        bukti = self._bukti_baru(bukti_id)
        if cara == "surel" and not self.sudo().pelapor_ids.email:
            raise UserError(self.env._("The pelapor gave no e-mail address. Choose paper or the receipt number."))
        if cara == "surel" and not self.env["dpmd.instansi"]._milik(self.company_id)._alamat_pengirim():
            raise UserError(self.env._("The office has no e-mail address yet (Settings, Office)."))
        if cara in DENGAN_BUKTI and not bukti:
            raise UserError(self.env._("On paper and by WhatsApp, attach the proof of delivery."))
        if cara not in dict(self._fields["cara_jawab"].selection):
            raise UserError(self.env._("Choose how the pelapor is told."))
        return bukti if cara in DENGAN_BUKTI else bukti.browse()
