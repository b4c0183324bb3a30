from email.message import EmailMessage
from textwrap import shorten

from odoo import SUPERUSER_ID, api, models
from odoo.tools import email_normalize
from odoo.tools.mail import email_split_tuples, html2plaintext, plaintext2html

from ..pelapor.pelapor_pesan import MAKS_PESAN
from .gerbang import cek_gerbang

MAKS_PERIHAL = 100
MAKS_NAMA = 100
MAKS_HURUF = 20000


def _bersih(teks):
    """Return text without control characters, which PostgreSQL partly cannot even store."""
    return "".join(huruf for huruf in teks or "" if huruf.isprintable() or huruf in "\n\t")


def _isi_lampiran(isi):
    """Return the bytes of an attachment: Odoo hands text as a string and a forwarded mail as a message."""
    if isinstance(isi, EmailMessage):
        return isi.as_bytes()
    return isi.encode() if isinstance(isi, str) else isi


class DpmdPelapor(models.Model):
    _inherit = "dpmd.pelapor"

    @api.model
    def message_new(self, msg_dict, custom_values=None):
        """Take in a complaint that came by mail (SOP step 1), and answer it with the receipt number.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict custom_values: ``company_id`` of the office whose address it came to
        :return: the identity of the new case, which keeps the mail
        :raise AccessError: unless the mail comes in by the gateway
        """
        cek_gerbang(self.env)
        company = self.env["res.company"].browse((custom_values or {}).get("company_id")) or self.env.company
        self = self.with_context(lang=self.env["dpmd.instansi"]._milik(company)._bahasa_warga())
        nama = _bersih((email_split_tuples(msg_dict["email_from"]) or [("", "")])[0][0])
        teks = self._baca_surel(msg_dict)
        perihal = msg_dict["subject"] or self.env._("Complaint by e-mail")
        # As superuser, not as whoever the mail says it is from: he would become its officer.
        pengaduan_sudo, kode = (
            self.env["dpmd.pengaduan"]
            .with_user(SUPERUSER_ID)
            ._terima(
                {
                    "company_id": company.id,
                    "saluran": "email",
                    "uraian": teks,
                    "perihal": shorten(perihal, MAKS_PERIHAL, placeholder="…"),
                },
                {"nama": nama[:MAKS_NAMA], "email": msg_dict["email_from"], "isi_asli": teks},
            )
        )
        pelapor_sudo = pengaduan_sudo.pelapor_ids
        pelapor_sudo._lampirkan(msg_dict)
        pelapor_sudo._kirim_tanda_terima(kode)
        return pelapor_sudo

    def message_update(self, msg_dict, update_vals=None):
        """Keep a reply with the identity, among the messages too, and put it before the Pengadministrasi.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict update_vals: never written
        :raise AccessError: unless the mail comes in by the gateway
        """
        cek_gerbang(self.env)
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        pelapor_sudo = self.with_user(SUPERUSER_ID).with_context(lang=bahasa)
        teks = pelapor_sudo._baca_surel(msg_dict)
        pelapor_sudo._lampirkan(msg_dict, pelapor_sudo._simpan_pesan(teks[:MAKS_PESAN]))
        pelapor_sudo.pengaduan_id._ingatkan_pesan()
        return True

    @api.model
    def _baca_surel(self, msg_dict):
        """Make a mail safe to keep, as plain text without files; return its text."""
        teks = _bersih(html2plaintext(msg_dict.get("body") or "")).strip()
        msg_dict.update(
            email_from=email_normalize(msg_dict["email_from"]),
            body=plaintext2html(teks),
            subject=" ".join(_bersih(msg_dict.get("subject")).split()),
        )
        if not teks:
            teks = self.env._("(The mail has no text; see its subject and files.)")
        if len(teks) > MAKS_HURUF:
            teks = self.env._("%(awal)s … (shortened; the whole mail is kept below)", awal=teks[:MAKS_HURUF])
        return teks

    def _lampirkan(self, msg_dict, pesan=None):
        """Keep the good files of a mail by themselves; a refused one is named under the mail, with the reason.

        :param pesan: the message that a reply is kept as
        """
        self.ensure_one()
        self._sebut_ditolak(msg_dict, self._tambah_kiriman("berkas", self._berkas_surat(msg_dict), pesan))

    @api.model
    def _berkas_surat(self, msg_dict):
        """Take the files out of a mail, so that nobody but us keeps them; return them as ``[(name, bytes)]``."""
        berkas = [(_bersih(nama) or "lampiran", _isi_lampiran(isi)) for nama, isi, _info in msg_dict["attachments"]]
        msg_dict.update(attachments=[], attachment_ids=[])
        return berkas

    @api.model
    def _sebut_ditolak(self, msg_dict, ditolak):
        """Name under a mail its files that are not kept, ``[(name, why)]``."""
        if ditolak:
            baris = "\n".join(f"- {nama[:100]}: {sebab}" for nama, sebab in ditolak)
            msg_dict["body"] += plaintext2html(self.env._("These files were not accepted:\n%(baris)s", baris=baris))
