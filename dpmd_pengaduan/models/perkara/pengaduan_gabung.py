from odoo import fields, models
from odoo.exceptions import UserError

from ..kantor.langkah import Langkah
from .alur import TAMAT

# Which cases others can be joined to: at steps 6 to 11, and not joined themselves.
BISA_JADI_INDUK = [("langkah", ">=", 6), ("langkah", "<=", 11), ("induk_id", "=", False), ("state", "not in", TAMAT)]


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
        induk = self._calon_induk([induk_id])
        if not induk:
            raise UserError(self.env._("Choose a lead case that is not joined itself and has no report yet."))
        if not self._setertutup(induk):
            raise UserError(self.env._("An official is reported in this case who may act in the lead case."))
        jejak.keluaran = self.env._("Joined to %(induk)s", induk=induk.name)
        jejak.kolom = {"induk_id": induk.id, "bidang_id": induk.bidang_id.id}
        induk._catat(self.env._("%(nomor)s joins this case", nomor=self.name), jejak.alasan, jenis="gabung")
        self._tutup_disposisi("selesai")

    def _calon_induk(self, ids):
        """Return those of some cases that this one can be joined to, among those the user may read."""
        return self.search(
            [("id", "in", ids), ("id", "!=", self.id), ("company_id", "=", self.company_id.id), *BISA_JADI_INDUK]
        )

    def _gabungan(self):
        """Return the cases that wait for this lead (superuser): not those that came to their own answer."""
        return self.sudo().digabung_ids.filtered(lambda pengaduan: pengaduan._menunggu_induk())

    def _pindahkan(self, jejak):  # pylint: disable=missing-return
        """Move the case; where it gets another bidang, or none, those that wait for it go with it."""
        hasil = super()._pindahkan(jejak)
        if "bidang_id" in jejak.kolom and (gabungan := self._gabungan()):
            gabungan._tulis({"bidang_id": self.sudo().bidang_id.id})
        return hasil

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

    def _kerjakan_lepas_induk(self, jejak, induk, terlapor=False):
        jejak.keluaran = (
            self.env._("No longer joined to %(induk)s: who is reported here has a desk there", induk=induk.name)
            if terlapor
            else self.env._("Lead case %(induk)s was closed early", induk=induk.name)
        )
        self._sendiri_lagi(jejak)

    def _kapan_pisahkan(self):
        if not self._menunggu_induk():
            return self.env._("The case is not joined to another.")
        if self.sudo().induk_id.langkah > Langkah.LAPORAN:
            return self.env._("The laporan of the lead case, with the answer to this one, is on its way.")
        return ""

    def action_pisahkan(self, alasan=None):
        """Take the case out of its lead again, before the report; it goes back to its own bidang.

        :param str alasan: why
        """
        self._tempuh("pisahkan", alasan=alasan)

    def _kerjakan_pisahkan(self, jejak, alasan):
        jejak.alasan = self._alasan(alasan)
        induk = self.sudo().induk_id
        jejak.keluaran = self.env._("No longer joined to %(induk)s", induk=induk.name)
        induk._catat(self.env._("%(nomor)s leaves this case", nomor=self.name), jejak.alasan, jenis="gabung")
        self._sendiri_lagi(jejak)

    def _sendiri_lagi(self, jejak):
        """Let a joined case be handed on by its own bidang, or by the Sekretaris where it has none."""
        jejak.kolom = {"induk_id": False, "pelaksana_id": False, "tim_ids": [fields.Command.clear()]}
        if self.bidang_id:
            jejak.ke, jejak.berikut = "kabid", int(Langkah.DISPOSISI)
