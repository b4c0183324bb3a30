from odoo import Command, models
from odoo.tools import email_normalize, format_datetime


class DpmdRapat(models.Model):
    _inherit = "dpmd.rapat"

    def _kirim_undangan(self, dokumen):
        teks = self._bahasa_surat().env._("Please find the invitation and the calendar file attached.")
        self._surati_undangan("Undangan rapat koordinasi", teks, [dokumen._salinan()])
        return super()._kirim_undangan(dokumen)

    def _kirim_pembatalan(self):
        surat = self._bahasa_surat()
        # Why, is for the card of the case: a mail is read by whoever stands by.
        teks = surat.env._(
            "The meeting of %(saat)s does not take place then. Should it be called again, a new invitation follows.",
            saat=format_datetime(
                surat.env, self.mulai, tz=self.pengaduan_id._zona(), dt_format="EEEE, d MMMM y, HH.mm"
            ),
        )
        self._surati_undangan("Rapat koordinasi tidak jadi dilaksanakan", teks, batal=True)
        return super()._kirim_pembatalan()

    def _bahasa_surat(self):
        return self.with_context(lang=self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga())

    def _surati_undangan(self, perihal, teks, lampiran=(), batal=False):
        """Mail each invitee alone, so that nobody sees the others' addresses, with the calendar file of his own.

        :param lampiran: values of the files that all get
        :param bool batal: whether the calendar file takes the meeting back
        """
        instansi, surel = self.env["dpmd.instansi"]._milik(self.company_id), self.env["dpmd.surel"]
        amplop = {**surel._amplop(instansi), "subject": perihal, "model": self._name, "res_id": self.id}
        tamu = self.peserta_ids.filtered(lambda peserta: email_normalize(peserta.email))
        berkas = self._simpan_berkas(
            [
                *lampiran,
                *(
                    {
                        "name": "rapat.ics",
                        "raw": self._ics(peserta, amplop["email_from"], batal),
                        "mimetype": "text/calendar",
                    }
                    for peserta in tamu
                ),
            ]
        )
        semua, kalender = berkas[: len(lampiran)], berkas[len(lampiran) :]
        surel._antre(
            [
                {
                    **amplop,
                    "email_to": email_normalize(peserta.email),
                    "body_html": surel._isi(instansi, teks, peserta.nama),
                    "attachment_ids": [Command.set((semua | satu).ids)],
                }
                for peserta, satu in zip(tamu, kalender, strict=True)
            ]
        )

    def _surel_gagal(self, alamat):
        """Mark the invitee whose mail did not arrive, and put it before the Pengadministrasi.

        :param str alamat: the address that failed, as far as it is known
        """
        for rapat_sudo in self.sudo():
            peserta_sudo = rapat_sudo.peserta_ids.filtered(lambda p: alamat and email_normalize(p.email) == alamat)
            peserta_sudo._tulis({"surel_gagal": True})
            bahasa = self.env["dpmd.instansi"]._milik(rapat_sudo.company_id)._bahasa_warga()
            rapat_sudo.pengaduan_id._beri_tahu_petugas(
                "dpmd_pengaduan.activity_surel_gagal",
                self.with_context(lang=bahasa).env._("An undangan did not arrive by mail: deliver it another way."),
            )
