from odoo import models
from odoo.exceptions import UserError

from .alur import KADIS
from .dpmd_pengaduan import ALASAN_TUTUP

KEPUTUSAN = "dpmd_pengaduan.activity_keputusan"
KOLOM_CABUT = ("tanggal_cabut", "cabut_dipastikan")


class DpmdPengaduan(models.Model):
    """*Tutup*: a case is closed early by decision of the Kadis; anyone on the case, and the pelapor, may propose."""

    _inherit = "dpmd.pengaduan"

    def _kapan_usul_tutup(self):
        return self.env._("Who decides need not propose.") if self._penugasan_saya(KADIS) else ""

    def action_usul_tutup(self, alasan=None):
        """Propose to the Kadis to close the case early.

        :param str alasan: why
        """
        self._tempuh("usul_tutup", alasan=alasan)

    def _kerjakan_usul_tutup(self, jejak, alasan):
        jejak.alasan, jejak.keluaran = self._alasan(alasan), self.env._("Proposed to close")
        self._minta_putusan(jejak)

    def _minta_putusan(self, jejak):
        """Put a proposal to close before the Kadis."""
        kadis = self._pejabat_terbuka(KADIS)[:1].user_id
        if kadis:
            self._beri_kegiatan(KEPUTUSAN, kadis, jejak.keluaran, catatan=jejak.alasan)

    def _kapan_tolak_tutup(self):
        return "" if self._kegiatan(KEPUTUSAN) else self.env._("Nobody proposed to close this case.")

    def action_tolak_tutup(self, alasan=None):
        """Decline every proposal to close that waits; the case goes on.

        :param str alasan: why
        """
        self._tempuh("tolak_tutup", alasan=alasan)

    def _kerjakan_tolak_tutup(self, jejak, alasan):
        jejak.alasan, jejak.keluaran = self._alasan(alasan), self.env._("The case goes on; the proposal is declined")
        self._tutup_kegiatan(KEPUTUSAN)
        if self.tanggal_cabut:
            jejak.kolom = dict.fromkeys(KOLOM_CABUT, False)
            self._kabari_warga(
                lambda env: env._("Your complaint goes on although you asked to withdraw it: %(alasan)s", alasan=alasan)
            )

    def action_tutup(self, alasan_tutup=None, catatan=None, tujuan=None):
        """Close the case early, by decision of the Kadis; the pelapor is always told why.

        :param str alasan_tutup: key of ``ALASAN_TUTUP``
        :param str catatan: the reason in words, for the pelapor
        :param str tujuan: the agency, for *dilimpahkan*
        """
        self._tempuh("tutup", alasan_tutup=alasan_tutup, catatan=catatan, tujuan=tujuan)

    def _kerjakan_tutup(self, jejak, alasan_tutup, catatan, tujuan):
        jejak.alasan = catatan = self._alasan(catatan)
        if alasan_tutup not in dict(ALASAN_TUTUP):
            raise UserError(self.env._("Choose why the case is closed."))
        if alasan_tutup == "dilimpahkan" and not (tujuan or "").strip():
            raise UserError(self.env._("Name the agency the case goes to."))
        if alasan_tutup == "tidak_lengkap" and not (self.state == "formulir" and self._lewat_melengkapi()):
            raise UserError(self.env._("The pelapor still has time to complete the form."))
        if alasan_tutup == "dicabut" and self._cabut_belum_dipastikan():
            raise UserError(
                self.env._(
                    "This identity is secret, and whoever holds the receipt number could have asked. Let the "
                    "Pengadministrasi Umum make sure first that it was the pelapor (Withdrawal checked)."
                )
            )
        jejak.keluaran = dict(self._fields["alasan_tutup"]._description_selection(self.env))[alasan_tutup]
        jejak.kolom = {
            "alasan_tutup": alasan_tutup,
            "catatan_tutup": catatan,
            "tujuan_limpah": (tujuan or "").strip(),
            "tanggal_selesai": jejak.waktu,
        }
        self._tutup_kegiatan(KEPUTUSAN)
        self._saat_ditutup(jejak)

    def _saat_ditutup(self, jejak):
        """End what is still open in a case that is closed early; hook of the rooms above."""
        self._tutup_disposisi("selesai")
        self._lepaskan_gabungan()

    def _kabari_warga(self, kalimat):
        """Write to the pelapor in the language of citizens; hook, filled where the identity lives.

        :param kalimat: called with an environment, returns the sentence in its language
        """
