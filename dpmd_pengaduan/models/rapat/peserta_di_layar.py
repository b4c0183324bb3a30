from odoo import models
from odoo.exceptions import UserError


class DpmdRapatPeserta(models.Model):
    """Signing on the check-in page: nobody is logged in, the meeting's token is the key."""

    _inherit = "dpmd.rapat.peserta"

    def _hadir_di_layar(self, gambar, wakil_nama="", wakil_jabatan=""):
        """Sign the daftar hadir, in person or as a deputy (SOP step 10).

        :param gambar: base64 PNG of the signature
        :raise UserError: the meeting is not open, or this invitee's attendance is settled already
        """
        self.ensure_one()
        peserta_sudo = self.sudo()
        peserta_sudo._kunci()
        if peserta_sudo.rapat_id.state != "diundang":
            raise UserError(self.env._("The daftar hadir of this meeting is closed."))
        if peserta_sudo.kehadiran != "belum":
            raise UserError(self.env._("%(nama)s has signed already.", nama=peserta_sudo.nama))
        if not gambar:
            raise UserError(self.env._("Draw the signature first."))
        if wakil_jabatan and not wakil_nama:
            raise UserError(self.env._("Write the name of the deputy."))
        peserta_sudo._tulis(
            {
                "kehadiran": "diwakili" if wakil_nama else "hadir",
                "wakil_nama": wakil_nama or False,
                "wakil_jabatan": wakil_jabatan or False,
                "ttd": gambar,
                "ttd_cara": "layar",
            }
        )
