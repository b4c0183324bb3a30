import re
from urllib.parse import quote

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..perkara.alur import TAMAT

KODE_NEGARA = "62"


class DpmdPelapor(models.Model):
    """A ready WhatsApp message to the pelapor. A person opens it, looks it over and sends it; nothing is sent here."""

    _inherit = "dpmd.pelapor"

    whatsapp = fields.Char(
        string="WhatsApp number", compute="_compute_whatsapp", help="Empty where the phone number is none."
    )

    @api.depends("telepon")
    def _compute_whatsapp(self):
        for pelapor in self:
            pelapor.whatsapp = self._nomor_internasional(pelapor.telepon)

    @api.model
    def _nomor_internasional(self, telepon):
        """Return a phone number as ``628…``, digits only; empty where it cannot be one.

        :param str telepon: as people write it in Indonesia: ``0812 …``, ``+62 812-…``, ``62812…``, ``812…``
        """
        pertama = re.split(r"[/,;]", telepon or "")[0].strip()
        angka = re.sub(r"\D", "", pertama)
        if pertama.startswith("+"):
            nomor = angka
        elif angka.startswith("00"):
            nomor = angka[2:]
        elif angka.startswith("0"):
            nomor = KODE_NEGARA + angka[1:]
        else:
            nomor = angka if angka.startswith(KODE_NEGARA) else KODE_NEGARA + angka
        # +62 (0)812…: the zero stands for the country code that is there already.
        nomor = re.sub(f"^{KODE_NEGARA}0", KODE_NEGARA, nomor)
        return nomor if 10 <= len(nomor) <= 15 else ""

    def action_whatsapp(self):
        """Open WhatsApp with a message that fits the step of the case; that it was opened is noted with the identity.

        :raise AccessError: for anyone but the Pengadministrasi Umum, or where the identity is kept from him
        :raise UserError: there is no phone number to write to
        """
        self._cek_petugas()
        if not self.whatsapp:
            raise UserError(self.env._("There is no phone number that WhatsApp could write to."))
        teks = self._teks_whatsapp()
        self.sudo().message_post(
            body=self.env._("WhatsApp was opened with: %(teks)s", teks=teks),
            author_id=self.env.user.partner_id.id,
            subtype_xmlid="mail.mt_note",
        )
        url = f"https://wa.me/{self.whatsapp}?text={quote(teks)}"
        return {"type": "ir.actions.act_url", "url": url, "target": "new"}

    def _teks_whatsapp(self):
        """Return what there is to tell at this step; of a secret complaint, only that there is news."""
        self.ensure_one()
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        env = self.with_context(lang=instansi._bahasa_warga()).env
        salam = env._("Hello, this is %(instansi)s.", instansi=instansi.name)
        if self.identitas != "terbuka":
            return f"{salam} " + env._(
                "There is news for you from our office. Open the page you know with the number we gave you, "
                "or come to our counter."
            )
        halaman = env._(
            "To see where it stands, open %(alamat)s and type your receipt number.",
            alamat=f"{instansi._alamat_publik()}/pengaduan/lacak",
        )
        return f"{salam} {self.with_env(env)._kabar_langkah()} {halaman}"

    def _kabar_langkah(self):
        """Return the news of an open complaint in one sentence, by the step it is at."""
        pengaduan_sudo = self.sudo().pengaduan_id
        nomor = pengaduan_sudo.name if pengaduan_sudo.name != "/" else ""
        if pengaduan_sudo.state in TAMAT and pengaduan_sudo.cara_jawab:
            return self.env._("There is an answer to your complaint %(nomor)s.", nomor=nomor)
        if pengaduan_sudo.desk_jabatan == "pelapor":
            diminta = self._permintaan_lengkap()
            kurang = self._kekurangan_formulir()
            if not diminta and len(kurang) == 1 and self.ttd_cara in (False, "tanpa"):
                return self.env._(
                    "Please come to our counter to sign the form of your complaint %(nomor)s.", nomor=nomor
                )
            return self.env._(
                "Your complaint %(nomor)s still lacks: %(kurang)s.", nomor=nomor, kurang=diminta or ", ".join(kurang)
            )
        if pengaduan_sudo.sela == "terbit":
            return self.env._("There is a letter from us about how your complaint %(nomor)s goes on.", nomor=nomor)
        if nomor:
            return self.env._("Your complaint is registered under the number %(nomor)s.", nomor=nomor)
        return self.env._("We have received your complaint.")

    def _permintaan_lengkap(self):
        """Return what the officer last asked the pelapor to complete, in his words; empty when nothing."""
        return (self.sudo()._permintaan_kantor()).strip().rstrip(".")
