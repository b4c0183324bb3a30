from odoo import fields, models
from odoo.exceptions import UserError

from ..perkara.alur import PENGADMIN
from .dokumen_luar import ASAL
from .jenis_naskah import DENGAN_TTD, NASKAH


class DpmdPengaduan(models.Model):
    """*Naskah luar*: whoever hands a paper up may bring a finished PDF in its place, as long as nobody signed it."""

    _inherit = "dpmd.pengaduan"

    def _naskah_untuk_dibawa(self):
        """Return the papers of the case in whose place this user may put a finished PDF now.

        Letters to the citizen are the Pengadministrasi Umum's to bring; what is drafted for the case, its drafters'.
        What is final with its step is signed where it is made: there, ink and its scan do the same.
        """
        penyusun, pengadmin = self._saya_penyusun(), bool(self._penugasan_saya(PENGADMIN))

        def milik_saya(dokumen):
            surat = NASKAH[dokumen.jenis].nama_terbuka
            return (pengadmin and surat) or (penyusun and (not surat or dokumen.iring_id))

        naskah_sudo = self._naskah_diajukan().filtered(
            lambda satu: NASKAH[satu.jenis].beku == DENGAN_TTD and milik_saya(satu) and satu._belum_disahkan()
        )
        return naskah_sudo.sudo(False)._filtered_access("read")

    def _naskah_dipilih(self, dokumen_id, naskah):
        """Return one of the papers (superuser): the given one, or the one there is.

        :raise UserError: it is none of them
        """
        dipilih = naskah.filtered(lambda satu: satu.id == dokumen_id) if dokumen_id else naskah[:1]
        if not dipilih:
            raise UserError(self._sebut_tak_dibawa())
        return dipilih.sudo()

    def _sebut_tak_dibawa(self):
        return self.env._(
            "No paper waits in whose place you could put a finished PDF: it has to be handed up first, and nobody may "
            "have given a paraf or signature yet."
        )

    def _kapan_bawa_naskah(self):
        return "" if self._naskah_untuk_dibawa() else self._sebut_tak_dibawa()

    def action_bawa_naskah(self, dokumen_id=None, berkas=None, nomor=None, tanggal=None, asal=None):
        """Put a finished PDF made elsewhere in the place of a paper that was handed up; it waits for the same desks.

        :param int dokumen_id: the paper; the one there is when not given
        :param str berkas: the PDF, base64
        :param str nomor: the number on it
        :param tanggal: the date on it (date or its string)
        :param str asal: where it was made, a key of ``ASAL``
        :return: the action that opens it
        :raise UserError: somebody signed it already, or why the file is not taken
        """
        return self._tempuh(
            "bawa_naskah", dokumen_id=dokumen_id, berkas=berkas, nomor=nomor, tanggal=tanggal, asal=asal
        )

    def _kerjakan_bawa_naskah(self, jejak, dokumen_id, berkas, nomor, tanggal, asal):
        lama_sudo = self._naskah_dipilih(dokumen_id, self._naskah_untuk_dibawa())
        if asal not in dict(ASAL):
            raise UserError(self.env._("Say where the paper was made."))
        tanggal = fields.Date.to_date(tanggal)
        if not tanggal or tanggal > self.env["dpmd.penugasan"]._hari_ini():
            raise UserError(self.env._("Type the date that stands on the paper; it cannot lie in the future."))
        nomor = lama_sudo._nomor_luar(nomor)
        isi, tanda_tangan = lama_sudo._baca_pdf_luar(berkas, self.company_id)
        tugas = jejak.penugasan
        jejak.dokumen = lama_sudo._ganti(
            jejak,
            self.env._("A finished PDF made elsewhere was put in its place."),
            pdf=isi,
            name=nomor,
            tanggal=tanggal,
            asal_naskah=asal,
            dibawa_oleh=f"{tugas.nama} ({tugas.sebutan})",
            tanda_tangan_luar=tanda_tangan,
        )
        jejak.keluaran = self.env._(
            "%(naskah)s: finished PDF made elsewhere (%(asal)s), dated %(tanggal)s. Electronic signatures: %(hasil)s",
            naskah=jejak.dokumen.display_name,
            asal=dict(jejak.dokumen._fields["asal_naskah"]._description_selection(self.env))[asal],
            tanggal=tanggal.strftime("%d-%m-%Y"),
            hasil=", ".join(kata for kata, *_lain in jejak.dokumen._baris_tanda_tangan()) or "-",
        )
        return jejak.dokumen.sudo(False).get_formview_action()

    def _kapan_lepas_naskah(self):
        ada = self._naskah_untuk_dibawa().filtered("naskah_luar")
        return "" if ada else self.env._("No finished PDF waits that you could still take away.")

    def action_lepas_naskah(self, dokumen_id=None, alasan=None):
        """Take a finished PDF away again; ours goes up in its place.

        :param int dokumen_id: the paper; the one there is when not given
        :param str alasan: why
        :return: the action that opens ours
        """
        return self._tempuh("lepas_naskah", dokumen_id=dokumen_id, alasan=alasan)

    def _kerjakan_lepas_naskah(self, jejak, dokumen_id, alasan):
        lama_sudo = self._naskah_dipilih(dokumen_id, self._naskah_untuk_dibawa().filtered("naskah_luar"))
        jejak.alasan = self._alasan(alasan)
        jejak.keluaran = self.env._("%(naskah)s: finished PDF taken away", naskah=lama_sudo.display_name)
        jejak.dokumen = lama_sudo._ganti(jejak, jejak.alasan)
        return jejak.dokumen.sudo(False).get_formview_action()
