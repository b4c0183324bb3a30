from odoo import models
from odoo.exceptions import UserError


class DpmdRapatPeserta(models.Model):
    """Signing on the check-in page: an officer holds the tablet, the invitee draws."""

    _inherit = "dpmd.rapat.peserta"

    def _hadir_di_layar(self, gambar, wakil_nama="", wakil_jabatan=""):
        """Sign the daftar hadir, in person or as a deputy (SOP step 10); the caller has checked who holds the tablet.

        :param gambar: base64 PNG of the signature
        :raise UserError: the meeting is not open, or this invitee's attendance is settled already
        """
        self.ensure_one()
        peserta_sudo = self.sudo()
        peserta_sudo._kunci()
        peserta_sudo.rapat_id._cek_kehadiran_terbuka()
        if peserta_sudo.kehadiran != "belum":
            raise UserError(self.env._("%(nama)s has signed already.", nama=peserta_sudo.nama))
        if not gambar:
            raise UserError(self.env._("Draw the signature first."))
        if bool(wakil_nama) != bool(wakil_jabatan):
            raise UserError(self.env._("Write name and jabatan of the deputy."))
        peserta_sudo._tulis(
            {
                "kehadiran": "diwakili" if wakil_nama else "hadir",
                "wakil_nama": wakil_nama or False,
                "wakil_jabatan": wakil_jabatan or False,
                "ttd": gambar,
                "ttd_cara": "layar",
            }
        )
