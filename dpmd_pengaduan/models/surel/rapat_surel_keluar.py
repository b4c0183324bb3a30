from odoo import fields, models
from odoo.tools import email_normalize


class DpmdRapat(models.Model):
    _inherit = "dpmd.rapat"

    def _kirim_undangan(self, dokumen):
        """Mail the undangan to each invitee alone, so that nobody sees the others' addresses."""
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        lampiran = self._simpan_berkas(
            [dokumen._salinan(), {"name": "rapat.ics", "raw": self._ics(), "mimetype": "text/calendar"}]
        )
        surel = self.env["dpmd.surel"]
        teks = self.with_context(lang=instansi._bahasa_warga()).env._(
            "Please find the invitation and the calendar file attached."
        )
        surel._antre(
            [
                {
                    **surel._amplop(instansi),
                    "subject": "Undangan rapat koordinasi",
                    "email_to": email_normalize(peserta.email),
                    "model": self._name,
                    "res_id": self.id,
                    "body_html": surel._isi(instansi, teks, peserta.nama),
                    "attachment_ids": [fields.Command.set(lampiran.ids)],
                }
                for peserta in self.peserta_ids
                if email_normalize(peserta.email)
            ]
        )
        return super()._kirim_undangan(dokumen)

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
