from odoo import models
from odoo.exceptions import UserError

from ..kantor.langkah import Langkah
from .alur import TAMAT


class DpmdPengaduan(models.Model):
    """*Digabung*: complaints on one matter join a lead case. Steps 8 to 16 happen once, on the lead;
    each keeps its number, pelapor, form and its own step 17.
    """

    _inherit = "dpmd.pengaduan"

    def _kapan_gabung(self):
        if self.induk_id or self.sudo().digabung_ids:
            return self.env._("The case is joined to others already.")
        return ""

    def action_gabung(self, induk_id=None, alasan=None):
        """Join the case to a lead case on the same matter; it waits there until the lead is archived.

        :param int induk_id: the lead case, one the user may read, before its report
        :param str alasan: why
        """
        self._tempuh("gabung", induk_id=induk_id, alasan=alasan)

    def _kerjakan_gabung(self, jejak, induk_id, alasan):
        jejak.alasan = self._alasan(alasan)
        induk = self.search([("id", "=", induk_id), ("id", "!=", self.id), ("company_id", "=", self.company_id.id)])
        if not induk or induk.induk_id or not 6 <= induk.langkah <= 11 or induk.state in TAMAT:
            raise UserError(self.env._("Choose a lead case that is not joined itself and has no report yet."))
        if not self._setertutup(induk):
            raise UserError(self.env._("An official is reported in this case who may act in the lead case."))
        jejak.keluaran = self.env._("Joined to %(induk)s", induk=induk.name)
        jejak.kolom = {"induk_id": induk.id, "bidang_id": induk.bidang_id.id}
        induk._catat(self.env._("%(nomor)s joins this case", nomor=self.name), jejak.alasan, jenis="gabung")
        self._tutup_disposisi("selesai")

    def _gabungan(self):
        """Return the cases that wait for this lead (superuser)."""
        return self.sudo().digabung_ids.filtered(lambda pengaduan: pengaduan.state not in TAMAT)

    def _susulkan_gabungan(self):
        """Bring the joined cases after their lead: its steps 8 to 16 count for them, the answer is their own."""
        for pengaduan in self._gabungan():
            pengaduan._tempuh("susul_induk", induk=self)

    def _kerjakan_susul_induk(self, jejak, induk):
        jejak.keluaran = self.env._("Done on the lead case %(induk)s", induk=induk.name)
        jejak.kolom = {
            "hasil": induk.hasil,
            "jawaban": induk.jawaban,
            "tanggal_tanda_tangan": induk.tanggal_tanda_tangan or jejak.waktu,
        }

    def _lepaskan_gabungan(self):
        """Give the joined cases of a lead that was closed early back to their own bidang."""
        for pengaduan in self._gabungan():
            pengaduan._tempuh("lepas_induk", induk=self)

    def _kerjakan_lepas_induk(self, jejak, induk):
        jejak.keluaran = self.env._("Lead case %(induk)s was closed early", induk=induk.name)
        jejak.kolom = {"induk_id": False}
        if self.bidang_id:
            jejak.ke, jejak.berikut = "kabid", int(Langkah.DISPOSISI)
