from odoo import models
from odoo.exceptions import UserError

from ..dasar.izin import berizin


class DpmdPengaduan(models.Model):
    """Step 17, and the end of a case that was closed early: the pelapor is told."""

    _inherit = "dpmd.pengaduan"

    def action_informasikan(self, jawaban=None, cara=None, bukti_id=None):
        """Step 17: tell the pelapor the result, by mail, on the portal, or on paper with proof of delivery.

        :param str jawaban: the answer
        :param str cara: ``surel``, ``portal`` or ``kertas``
        :param int bukti_id: attachment with the proof of delivery, needed on paper
        """
        self._tempuh("informasikan", jawaban=jawaban, jalan_kabar=cara, bukti_id=bukti_id)

    def _kerjakan_informasikan(self, jejak, jawaban, jalan_kabar, bukti_id):
        jawaban = (jawaban or "").strip()
        if not jawaban:
            raise UserError(self.env._("Write the answer to the pelapor."))
        self._sampaikan("pemberitahuan", jawaban, jalan_kabar, bukti_id)
        jejak.keluaran = self.env._("Surat pemberitahuan hasil")
        jejak.kolom = {"tanggal_selesai": jejak.waktu}

    def _kapan_informasikan_tutup(self):
        return self.env._("The pelapor was told already.") if self.cara_jawab else ""

    def action_informasikan_tutup(self, cara=None, bukti_id=None):
        """Tell the pelapor why the case was closed early, with the letter that belongs to it.

        :param str cara: ``surel``, ``portal`` or ``kertas``
        :param int bukti_id: attachment with the proof of delivery, needed on paper
        """
        self._tempuh("informasikan_tutup", jalan_kabar=cara, bukti_id=bukti_id)

    def _kerjakan_informasikan_tutup(self, jejak, jalan_kabar, bukti_id):
        jenis = "pelimpahan" if self.alasan_tutup == "dilimpahkan" else "pemberitahuan"
        self._sampaikan(jenis, self.catatan_tutup, jalan_kabar, bukti_id)
        jejak.keluaran = self.env._("Pelapor told")

    def _sampaikan(self, jenis, jawaban, cara, bukti_id):
        """Number and freeze the letter to the pelapor, keep the proof with the identity, send the mail.

        :param str jenis: kind of letter, ``pemberitahuan`` or ``pelimpahan``
        """
        bukti = self._periksa_cara_jawab(cara, bukti_id)
        self.sudo()._tulis({"jawaban": jawaban, "cara_jawab": cara})
        pelapor_sudo = self.sudo().pelapor_ids
        dokumen_sudo = self.env["dpmd.dokumen"]._susun(jenis, pelapor_sudo, self, pelapor=pelapor_sudo)
        dokumen_sudo._beri_nomor()
        dokumen_sudo._bekukan()
        if bukti:
            berizin(bukti).write({"res_model": "dpmd.pelapor", "res_id": pelapor_sudo.id})
        if cara == "surel":
            pelapor_sudo._kirim_surat(dokumen_sudo)

    def _periksa_cara_jawab(self, cara, bukti_id):
        """Return the proof of delivery; raise where the way of telling cannot work."""
        bukti = self._bukti_baru(bukti_id)
        if cara == "surel" and not self.sudo().pelapor_ids.email:
            raise UserError(self.env._("The pelapor gave no e-mail address. Choose paper or the receipt number."))
        if cara == "surel" and not self.env["dpmd.instansi"]._milik(self.company_id)._alamat_pengirim():
            raise UserError(self.env._("The office has no e-mail address yet (Settings, Office)."))
        if cara == "kertas" and not bukti:
            raise UserError(self.env._("On paper, attach the proof of delivery."))
        if cara not in dict(self._fields["cara_jawab"].selection):
            raise UserError(self.env._("Choose how the pelapor is told."))
        return bukti
