from odoo import SUPERUSER_ID, models
from odoo.tools import email_normalize

from ..dasar.atas_nama import atas_nama
from ..pelapor.nomor_tanda_terima import tulis


class DpmdPelapor(models.Model):
    _inherit = "dpmd.pelapor"

    def _kabari(self, teks, lampiran=()):
        """Keep the words with the identity, and mail them where there is an address.

        Subject and sender are neutral: they show in inboxes other people see. Of a secret complaint the mail
        says no more than that there is news.
        """
        for pelapor in self.sudo():
            instansi = self.env["dpmd.instansi"]._milik(pelapor.company_id)
            pesan = pelapor._simpan_surel(teks, lampiran)
            if not pelapor.email or pelapor.identitas == "anonim":
                continue
            kalimat, sapaan = teks, pelapor.nama
            if pelapor.identitas == "rahasia":
                warga = pelapor.with_context(lang=instansi._bahasa_warga())
                kalimat, sapaan = (
                    warga.env._(
                        "There is news for you from our office. Open the page you know with the number we gave you, "
                        "or come to our counter."
                    ),
                    "",
                )
                pesan = pelapor._simpan_surel(kalimat)
            self.env["dpmd.surel"]._antre(
                [
                    {
                        "mail_message_id": pesan.id,
                        "email_to": email_normalize(pelapor.email),
                        "auto_delete": True,
                        "body_html": self.env["dpmd.surel"]._isi(instansi, kalimat, sapaan),
                    }
                ]
            )
        return super()._kabari(teks, lampiran)

    def _simpan_surel(self, teks, lampiran=()):
        """Keep what was written to the pelapor with the identity; return the message (superuser)."""
        self.ensure_one()
        lampiran_sudo = self._simpan_berkas(lampiran)
        amplop = self.env["dpmd.surel"]._amplop(self.env["dpmd.instansi"]._milik(self.company_id))
        with atas_nama(self.sudo().with_context(mail_create_nosubscribe=True)) as pelapor_sudo:
            return pelapor_sudo.message_post(
                body=teks,
                attachment_ids=lampiran_sudo.ids,
                message_type="comment",
                subtype_xmlid="mail.mt_note",
                **amplop,
            )

    def _kirim_tanda_terima(self, kode):
        """Mail the receipt number to the pelapor, once; it goes from memory to the mail server and is stored nowhere.

        Where the mail server refuses it the Pengadministrasi finds a notice on the case.

        :param str kode: receipt number
        :return: whether there was an address to mail it to
        """
        self.ensure_one()
        pelapor = self.with_user(SUPERUSER_ID)
        instansi = self.env["dpmd.instansi"]._milik(pelapor.company_id)
        kepada = email_normalize(pelapor.email)
        if pelapor.identitas == "anonim" or not kepada or not instansi._alamat_pengirim():
            return super()._kirim_tanda_terima(kode)
        env = pelapor.with_context(lang=instansi._bahasa_warga()).env
        pesan = pelapor._simpan_surel(env._("The receipt number was handed to the mail server."))
        isi = self.env["dpmd.surel"]._isi(
            instansi,
            env._("We have received your message. This is your receipt number:"),
            sapaan=pelapor.nama if pelapor.identitas == "terbuka" else "",
            kode=tulis(kode),
        )
        self.env["dpmd.surel"]._serahkan(instansi, kepada, isi, pesan)
        return True

    def _surel_gagal(self, alamat):
        """Put a mail that did not reach the pelapor before the Pengadministrasi; the notice names nobody.

        :param str alamat: the address that failed, as far as it is known
        """
        surat_sudo = self._surat_untuk_pelapor().filtered(lambda surat: surat.cara_sampai == "surel")[-1:]
        surat_sudo._tulis({"gagal_sampai": True})
        # The queue and the gateway speak no language of the office.
        bahasa = self.env["dpmd.instansi"]._milik(self.sudo().company_id)._bahasa_warga()
        self.sudo().pengaduan_id._beri_tahu_petugas(
            "dpmd_pengaduan.activity_surel_gagal",
            self.with_context(lang=bahasa).env._("A mail to the pelapor did not arrive: choose another way."),
        )
