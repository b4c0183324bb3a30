from odoo import models

from ..kantor.langkah import Langkah
from ..perkara.alur import PELAPOR, PENGADMIN


class DpmdPengaduan(models.Model):
    """Step 3: the form is given, completed and declared complete; the identity locks with it."""

    _inherit = "dpmd.pengaduan"

    def action_beri_formulir(self):
        """Step 3, first half: give the form to the pelapor; the desk waits for it."""
        self._tempuh("beri_formulir")

    def _kerjakan_beri_formulir(self, jejak):
        jejak.keluaran = self.env._("Form given to the pelapor")
        jejak.kolom = {"tanggal_formulir": jejak.waktu}
        if not self.sudo().pelapor_ids.formulir_lengkap:
            jejak.meja = PELAPOR

    def _kurang_lengkap(self):
        """Return, in words, what keeps the form from being complete."""
        kurang = [self.env._("form: %(apa)s", apa=apa) for apa in self.sudo().pelapor_ids._kekurangan_formulir()]
        if self.identitas != "terbuka" and not self.kutipan_oleh_id:
            kurang.append(self.env._("the kutipan, confirmed to show nothing of who complained"))
        return kurang

    def _syarat_nyatakan_lengkap(self, cara):
        return self._kurang_lengkap()

    def action_nyatakan_lengkap(self):
        """Step 3: declare the form complete; a secret identity is locked from now on."""
        self._tempuh("nyatakan_lengkap")

    def _kerjakan_nyatakan_lengkap(self, jejak):
        jejak.kolom = {"tanggal_lengkap": jejak.waktu, "tanggal_kurang": False}
        jejak.keluaran = self.env._("Formulir pengaduan")
        self._tarik_permintaan()
        pelapor_sudo = self.sudo().pelapor_ids
        pelapor_sudo._tulis({"terkunci": True})
        Dokumen = self.env["dpmd.dokumen"]
        Dokumen._susun("formulir", pelapor_sudo, self, pelapor=pelapor_sudo)._bekukan()
        Dokumen._susun("lembar_pengaduan", self.sudo(), self)._bekukan()

    # ------------------------------------------------------------------
    # Kutipan
    # ------------------------------------------------------------------

    def _kapan_konfirmasi_kutipan(self):
        if self.identitas == "terbuka":
            return self.env._("A kutipan is made of a secret complaint, until its form is declared complete.")
        return ""

    def action_konfirmasi_kutipan(self, kutipan=None):
        """Confirm the kutipan: the words the chain may see of a secret complaint (before step 4).

        :param str kutipan: what happened, without anything that shows who complained
        """
        self._tempuh("konfirmasi_kutipan", kutipan=kutipan)

    def _kerjakan_konfirmasi_kutipan(self, jejak, kutipan):
        jejak.keluaran = self.env._("Kutipan confirmed")
        jejak.kolom = {"uraian": self._alasan(kutipan or self.uraian), "kutipan_oleh_id": self.env.uid}

    # ------------------------------------------------------------------
    # Incomplete
    # ------------------------------------------------------------------

    def _kapan_minta_lengkapi(self):
        return self.env._("The request waits for its signature.") if self._permintaan_diajukan() else ""

    def _permintaan_diajukan(self):
        """Return the request to complete the form that waits for its signature (superuser)."""
        return self._naskah_diajukan().filtered(lambda dokumen: dokumen.jenis == "permintaan_lengkap")

    def action_minta_lengkapi(self, alasan=None):
        """Hand up the letter that asks the pelapor to complete the form.

        :param str alasan: what is missing, for the pelapor
        """
        self._tempuh("minta_lengkapi", alasan=alasan)

    def _kerjakan_minta_lengkapi(self, jejak, alasan):
        jejak.alasan = self._alasan(alasan)
        jejak.keluaran = self.env._("Request to complete the form, handed up for signature")
        self.sudo()._tulis({"kekurangan": jejak.alasan})
        jejak.dokumen = self.env["dpmd.dokumen"]._susun("permintaan_lengkap", self.sudo(), self)
        jejak.dokumen._ajukan(jejak.waktu, penyusun=jejak.penugasan)
        jejak.meja = jejak.dokumen.penanda

    def _saat_sah(self, dokumen, jejak):
        if dokumen.jenis == "permintaan_lengkap":
            self._minta_lengkapi(jejak, dokumen)
        return super()._saat_sah(dokumen, jejak)

    def _minta_lengkapi(self, jejak, surat):
        """Send the form back to the pelapor as incomplete; the clock of UU 25/2009 ps. 44 starts."""
        jejak.alasan, jejak.keluaran = (
            self.kekurangan,
            self.env._("Told incomplete, letter %(nomor)s", nomor=surat.name),
        )
        jejak.baris = [{"nomor": int(Langkah.FORMULIR), "jenis": "kembali"}]
        jejak.ke, jejak.berikut, jejak.meja = "formulir", int(Langkah.FORMULIR), PELAPOR
        jejak.kolom = {"tanggal_kurang": self.tanggal_kurang or jejak.waktu}
        surat._tulis({"disampaikan": jejak.waktu})
        self._kabari_warga(lambda env: env._("Your complaint needs something more: %(alasan)s", alasan=jejak.alasan))

    def _kerjakan_lengkapi(self, jejak):
        self._tarik_permintaan()
        jejak.keluaran = self.env._("The pelapor completed the form")

    def _tarik_permintaan(self):
        """Void a request that was not signed yet: what it asks for is there."""
        self._permintaan_diajukan()._batalkan(self.env._("The form was completed before the request was signed."))

    def _kapan_lanjut_tanpa_formulir(self):
        return "" if self._lewat_melengkapi() else self.env._("The pelapor still has time to complete the form.")

    def action_lanjut_tanpa_formulir(self, alasan=None):
        """Go on without the form, by order of the Kadis, after it was not returned in time.

        :param str alasan: why
        """
        self._tempuh("lanjut_tanpa_formulir", alasan=alasan)

    def _kerjakan_lanjut_tanpa_formulir(self, jejak, alasan):
        jejak.alasan, jejak.keluaran = self._alasan(alasan), self.env._("Goes on without the form")
        jejak.kolom = {"tanggal_lengkap": jejak.waktu}
        self.sudo().pelapor_ids._tulis({"terkunci": True})

    # ------------------------------------------------------------------
    # What other ways do to the form
    # ------------------------------------------------------------------

    def _saat_kembali(self, jejak):
        if jejak.berikut == Langkah.FORMULIR:
            jejak.meja = PENGADMIN
            jejak.kolom = {"tanggal_lengkap": False, "tanggal_dibaca_kadis": False}
            self.sudo().pelapor_ids._tulis({"terkunci": False})
        return super()._saat_kembali(jejak)

    def _saat_ditutup(self, jejak):
        """A case that is closed is nobody's to fill in any more, and a secret name nobody's to read."""
        self.sudo().pelapor_ids._tulis({"terkunci": True})
        return super()._saat_ditutup(jejak)

    def _kerjakan_keberatan(self, jejak, alasan=""):
        if not self.tanggal_lengkap:  # closed before its form was complete: it is filled in now
            self.sudo().pelapor_ids._tulis({"terkunci": False})
        return super()._kerjakan_keberatan(jejak, alasan)

    def _kabari_warga(self, kalimat):
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        self.sudo().pelapor_ids._kabari(kalimat(self.with_context(lang=bahasa).env))
        return super()._kabari_warga(kalimat)
