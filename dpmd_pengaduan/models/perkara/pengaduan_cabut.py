from odoo import SUPERUSER_ID, fields, models

from ..dasar.izin import berizin
from .alur import ALUR, TAMAT
from .pengaduan_tutup import KEPUTUSAN, KOLOM_CABUT


class DpmdPengaduan(models.Model):
    """*Cabut*: the pelapor asks to withdraw, and may take that back until the Kadis has decided.

    Whoever holds the receipt number of a secret complaint can ask. Nothing is asked of him there that could be guessed:
    an officer makes sure that it was the pelapor, before the Kadis closes the case for that reason.
    """

    _inherit = "dpmd.pengaduan"

    cabut_dipastikan = fields.Datetime(
        string="Withdrawal checked", help="The Pengadministrasi Umum made sure that it was the pelapor who asked."
    )

    def _boleh_dicabut(self):
        """Return whether the pelapor may ask to withdraw: before the Kadis has signed, and not while he decides."""
        return not self._sebab_belum(ALUR["cabut"])

    def _kapan_cabut(self):
        if self.langkah < 16 and self.state not in TAMAT and not self.tanggal_cabut:
            return ""
        return self.env._(
            "A complaint can be withdrawn only until the answer is signed, and you may ask once at a time."
        )

    def _kerjakan_cabut(self, jejak, alasan=""):
        jejak.alasan, jejak.keluaran = alasan, self.env._("The pelapor asks to withdraw the complaint")
        jejak.kolom = {"tanggal_cabut": jejak.waktu}
        self._minta_putusan(jejak)

    def _kapan_batal_cabut(self):
        if self.state in TAMAT:
            return self.env._("The Kepala Dinas has decided already: the complaint is closed.")
        return "" if self.tanggal_cabut else self.env._("Nobody asks to withdraw this complaint.")

    def _kerjakan_batal_cabut(self, jejak):
        jejak.keluaran = self.env._("The pelapor takes the withdrawal back; the case goes on")
        jejak.kolom = dict.fromkeys(KOLOM_CABUT, False)
        # What an official proposed stays before the Kadis.
        berizin(self._kegiatan(KEPUTUSAN).filtered(lambda satu: satu.create_uid.id == SUPERUSER_ID)).unlink()

    def _cabut_belum_dipastikan(self):
        """Return whether the withdrawal of a secret complaint was asked for, and nobody made sure by whom."""
        return self.identitas == "rahasia" and bool(self.tanggal_cabut) and not self.cabut_dipastikan

    def _kapan_pastikan_cabut(self):
        if self._cabut_belum_dipastikan():
            return ""
        return self.env._("Only the withdrawal of a secret complaint is checked, once it was asked for.")

    def action_pastikan_cabut(self, alasan=None):
        """Note how it was made sure that the pelapor of a secret complaint asked to withdraw it.

        :param str alasan: how, in words that do not show who it is
        """
        self._tempuh("pastikan_cabut", alasan=alasan)

    def _kerjakan_pastikan_cabut(self, jejak, alasan):
        jejak.alasan = self._alasan(alasan)
        jejak.keluaran = self.env._("Withdrawal checked: it was the pelapor who asked")
        jejak.kolom = {"cabut_dipastikan": jejak.waktu}
