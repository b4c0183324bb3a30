from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .alur import KABID, KADIS, PENGADMIN, SEKRETARIS
from .dpmd_pengaduan import TAMAT


class DpmdPengaduan(models.Model):
    """*Digabung*: complaints on one matter join a lead case. Steps 8 to 16 happen once, on the lead;
    each keeps its number, pelapor, form and its own step 17.
    """

    _inherit = "dpmd.pengaduan"

    def _boleh_gabung(self):
        """Return whether the user may join this case to another now."""
        self.ensure_one()
        return (
            6 <= self.langkah <= 8
            and self.state not in TAMAT
            and not self.induk_id
            and not self.sudo().digabung_ids
            and any(self._penugasan_saya(jabatan) for jabatan in (KADIS, SEKRETARIS, KABID))
        )

    def action_gabung(self, induk_id=None, alasan=None):
        """Join the case to a lead case on the same matter; it waits there until the lead is archived.

        :param int induk_id: the lead case, one the user may read, before its report
        """
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        if not self._boleh_gabung():
            raise AccessError(self.env._("Cases are joined by Kadis, Sekretaris or Kabid, between steps 6 and 8."))
        induk = self.search([("id", "=", induk_id), ("id", "!=", self.id), ("company_id", "=", self.company_id.id)])
        if not induk or induk.induk_id or not 6 <= induk.langkah <= 11 or induk.state in TAMAT:
            raise UserError(self.env._("Choose a lead case that is not joined itself and has no report yet."))
        self._catat("gabung", keluaran=self.env._("Joined to %(induk)s", induk=induk.name), alasan=self._alasan(alasan))
        induk._catat("gabung", keluaran=self.env._("%(nomor)s joins this case", nomor=self.name), alasan=alasan)
        self.sudo()._disposisi_terbuka()._tulis({"state": "selesai"})
        self._pindahkan("telaah", 8, induk_id=induk.id, bidang_id=induk.bidang_id.id)

    def _susulkan_gabungan(self):
        """Bring the joined cases after their lead: its steps 8 to 16 count for them, the answer is their own."""
        for pengaduan in self.sudo().digabung_ids.filtered(lambda p: p.state not in TAMAT):
            penugasan = self._penugasan_saya(PENGADMIN)
            for nomor in range(8, 17):
                pengaduan._catat(
                    "gabung",
                    penugasan=penugasan,
                    nomor=nomor,
                    ke="arsip",
                    keluaran=self.env._("Done on the lead case %(induk)s", induk=self.name),
                )
            pengaduan._pindahkan(
                "arsip", 17, hasil=self.hasil, tanggal_tanda_tangan=self.tanggal_tanda_tangan or fields.Datetime.now()
            )

    def _lepaskan_gabungan(self):
        """Give the joined cases of a lead that was closed early back to their own bidang."""
        for pengaduan in self.sudo().digabung_ids.filtered(lambda p: p.state not in TAMAT):
            pengaduan._catat("gabung", keluaran=self.env._("Lead case %(induk)s was closed early", induk=self.name))
            langkah = 7 if pengaduan.bidang_id else 6
            pengaduan._pindahkan("kabid" if langkah == 7 else "sekretaris", langkah, induk_id=False)
