from odoo import models
from odoo.exceptions import UserError

from ..kantor.langkah import Langkah
from .jenis_naskah import NASKAH

# Where a case stands again when a paper of it goes back to its drafter: status and step.
PENYUSUN_NASKAH = {
    "permintaan_lengkap": ("formulir", Langkah.FORMULIR),
    "undangan": ("rapat", Langkah.UNDANGAN),
    "laporan": ("laporan", Langkah.LAPORAN),
}


class DpmdPengaduan(models.Model):
    """The papers of a case on their way: who signs, what voids them, where they go back to."""

    _inherit = "dpmd.pengaduan"

    def _naskah_diajukan(self):
        """Return the papers of the case that wait for paraf or signature (superuser)."""
        return (
            self.env["dpmd.dokumen"]
            .sudo()
            .search(
                [
                    ("state", "=", "diajukan"),
                    "|",
                    ("pengaduan_id", "=", self.id),
                    ("pelapor_id.pengaduan_id", "=", self.id),
                ]
            )
        )

    def _menunggu_sah(self, kunci):
        """Return those of them whose paraf or signature goes a way (superuser).

        :param str kunci: key of the way
        """
        return self._naskah_diajukan().filtered(
            lambda dokumen: (
                dokumen.giliran_jenis and kunci in (dokumen._jalan_sah(), "baca_naskah", "kembalikan_naskah")
            )
        )

    def _penugasan_penanda(self, jalan, tugas):
        for dokumen_sudo in self._menunggu_sah(jalan.kunci):
            if milik := dokumen_sudo._tugas_penanda(tugas):
                return milik
        return super()._penugasan_penanda(jalan, tugas)

    def _jabatan_kertas(self, baris):
        # Step 9 lies on the desk of the pelaksana; the undangan is signed by another.
        undangan_sudo = baris.dokumen_id.filtered(lambda dokumen: dokumen.jenis == "undangan")
        return undangan_sudo.penanda or super()._jabatan_kertas(baris)

    # ------------------------------------------------------------------
    # Read and sign
    # ------------------------------------------------------------------

    def action_baca_naskah(self):
        """Open the paper of this case that waits for the user's paraf or signature."""
        self.ensure_one()
        self.check_access("read")
        milik = self._menunggu_sah("baca_naskah").sudo(False).filtered("menunggu_saya")
        if not milik:
            raise UserError(self.env._("There is nothing to paraf or sign for you here. Reload the page."))
        return {
            "type": "ir.actions.act_window",
            "res_model": "dpmd.dokumen",
            "res_id": milik[0].id,
            "views": [(self.env.ref("dpmd_pengaduan.view_baki_form").id, "form")],
            "name": self.env._("Read and sign"),
        }

    def _kapan_tanda_tangani(self):
        if self._menunggu_sah("tanda_tangani"):
            return ""
        return self.env._("No letter of this case waits for a signature.")

    def _kapan_kembalikan_naskah(self):
        return self._kapan_tanda_tangani()

    def _kerjakan_tanda_tangani(self, jejak, dokumen, alasan=""):
        """Sign a paper that is no step of its own.

        :param dokumen: one of those that wait
        """
        jejak.penugasan = dokumen._tugas_penanda(self._tugas_saya()) or jejak.penugasan
        jejak.dokumen, jejak.keluaran = dokumen, self.env._("%(naskah)s: signed", naskah=NASKAH[dokumen.jenis].judul)
        dokumen._sahkan_giliran(jejak, alasan)

    def _saat_sah(self, dokumen, jejak):
        """Do what follows from the last signature on a paper, which is numbered and frozen; hook of the rooms above.

        :param dokumen: the paper (superuser)
        """

    # ------------------------------------------------------------------
    # The letter that answers the pelapor: of the report, or of an early close
    # ------------------------------------------------------------------

    def _surat_jawaban(self):
        """Return the letter of the present round that tells the pelapor how the case ended (superuser)."""
        return self.env["dpmd.dokumen"]._dari(self, "pemberitahuan")

    def _ajukan_jawaban(self, jejak, iring=None):
        """Hand up the letter that answers this pelapor; of a case that goes to another agency, with the letter to that.

        :param iring: the paper of the report, where both go up together
        :return: what its signatory signs (superuser)
        """
        Dokumen = self.env["dpmd.dokumen"]
        if self.state == "ditutup" and self.alasan_tutup == "dilimpahkan":
            iring = Dokumen._susun("pelimpahan", self.sudo(), self)
            iring._ajukan(jejak.waktu, penyusun=jejak.penugasan)
        surat_sudo = Dokumen._susun("pemberitahuan", self.sudo(), self)
        surat_sudo._ajukan(jejak.waktu, penyusun=jejak.penugasan, iring=iring)
        return surat_sudo

    def _sesudah_tutup(self, jejak):
        self._ajukan_jawaban(jejak)

    def _sesudah_susul_induk(self, jejak):
        if not self._surat_jawaban():  # joined after the report had gone up
            self._ajukan_jawaban(jejak)

    def _kapan_ajukan_surat(self):
        surat_sudo = self._surat_jawaban()
        if surat_sudo.state == "diajukan":
            return self.env._("The letter waits for its signature.")
        return self.env._("The letter is signed.") if surat_sudo or self.cara_jawab else ""

    def action_ajukan_surat(self, alasan=None):
        """Hand the letter to the pelapor up anew, after its signatory sent it back.

        :param str alasan: the explanation in it, written anew
        """
        self._tempuh("ajukan_surat", alasan=alasan)

    def _kerjakan_ajukan_surat(self, jejak, alasan):
        kolom = "catatan_tutup" if self.state == "ditutup" else "jawaban"
        self.sudo()._tulis({kolom: self._alasan(alasan)})
        jejak.dokumen, jejak.keluaran = self._ajukan_jawaban(jejak), self.env._("Letter to the pelapor, handed up")

    # ------------------------------------------------------------------
    # Back
    # ------------------------------------------------------------------

    def _saat_terlapor(self, jejak, users):
        """Send a paper that waits for who is reported back to its drafter; the next higher one signs it anew."""
        menunggu = self._naskah_diajukan().filtered(
            lambda dokumen: dokumen.giliran_user_ids & users or (dokumen.penanda and self._tertutup(dokumen.penanda))
        )
        for dokumen in menunggu.filtered(lambda dokumen: dokumen.iring_id not in menunggu):
            alasan = self.env._("Somebody who would sign it is reported.")
            self._tempuh("gugur_naskah", dokumen=dokumen, alasan=alasan)
        return super()._saat_terlapor(jejak, users)

    def _kerjakan_kembalikan_naskah(self, jejak, dokumen, alasan):
        jejak.penugasan = dokumen._tugas_penanda(self._tugas_saya()) or jejak.penugasan
        if dokumen not in self._menunggu_sah("tanda_tangani") or not dokumen._tugas_penanda(jejak.penugasan):
            raise UserError(self.env._("This paper does not wait for you now. Reload the page to see where it stands."))
        jejak.alasan, jejak.dokumen = self._alasan(alasan), dokumen
        jejak.keluaran = self.env._("%(naskah)s: sent back", naskah=NASKAH[dokumen.jenis].judul)
        self._ke_penyusun(jejak, dokumen)

    def _gugurkan_ajuan(self):
        diajukan = self._naskah_diajukan()
        diajukan |= diajukan.iring_ids.filtered(lambda iring: iring.state == "diajukan")
        berubah = diajukan.filtered(lambda dokumen: dokumen.hash_isi != dokumen._sidik())
        # What goes up together goes back together.
        naskah = berubah.mapped(lambda dokumen: dokumen.iring_id if dokumen.iring_id.state == "diajukan" else dokumen)
        for dokumen in naskah:
            dokumen._perkara_sudo()._tempuh("gugur_naskah", dokumen=dokumen)
        return super()._gugurkan_ajuan() or bool(naskah)

    def _kerjakan_gugur_naskah(self, jejak, dokumen, alasan=None):
        """Void a paper that waits.

        :param str alasan: why it is withdrawn; that it changed where none is given
        """
        jejak.alasan = alasan or self.env._("What it prints was changed after it had been handed up.")
        jejak.dokumen = dokumen
        jejak.keluaran = self.env._("%(naskah)s: paraf and signatures void", naskah=NASKAH[dokumen.jenis].judul)
        self._ke_penyusun(jejak, dokumen)

    def _ke_penyusun(self, jejak, dokumen):
        """Void a paper that waits and bring the case back to where it is drafted."""
        dokumen._batalkan(jejak.alasan)
        ke, berikut = PENYUSUN_NASKAH.get(dokumen.jenis, ("", 0))
        # The undangan of a further meeting is handed up at step 10, where the case stays.
        lebih_lanjut = dokumen.jenis == "undangan" and self.langkah == Langkah.RAPAT
        if ke == self.state and not lebih_lanjut:
            jejak.ke, jejak.berikut = ke, int(berikut)
        self._saat_mundur(jejak, dokumen)

    def _saat_mundur(self, jejak, dokumen):
        """Open the source of a paper that went back for its drafter; hook of whatever keeps more than the paper."""

    def _saat_kembali(self, jejak):
        for dokumen in self._naskah_diajukan().filtered(
            lambda dokumen: PENYUSUN_NASKAH.get(dokumen.jenis) == (jejak.ke, jejak.berikut)
        ):
            self._ke_penyusun(jejak, dokumen)
        return super()._saat_kembali(jejak)

    def _saat_ditutup(self, jejak):
        self._naskah_diajukan()._batalkan(jejak.alasan)
        self.sudo().dokumen_ids.filtered(lambda dokumen: dokumen.state == "konsep")._batalkan(jejak.alasan)
        return super()._saat_ditutup(jejak)
