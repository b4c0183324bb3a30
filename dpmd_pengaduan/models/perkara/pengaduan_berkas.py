from odoo import SUPERUSER_ID, models
from odoo.exceptions import UserError

from ..dasar.izin import berizin
from .alur import TAMAT
from .pengaduan_kartu import DIAMBIL


class DpmdPengaduan(models.Model):
    """Files on a case: evidence that anybody at work on it adds, and only who put it there takes back."""

    _inherit = "dpmd.pengaduan"

    def _cek_tambah_berkas(self):
        """Raise unless the case is open; that the user works on it was checked by the write access to it."""
        if any(pengaduan.state in TAMAT for pengaduan in self):
            raise UserError(self.env._("The case is closed: no file is added to it any more."))

    def _berkas_saya(self):
        """Return the files on this open case that the user put there and no step was taken upon since (superuser)."""
        self.ensure_one()
        Lampiran_sudo = self.env["ir.attachment"].sudo()
        # What the flow keeps is in the superuser's name, and nobody's to take back.
        if self.env.uid == SUPERUSER_ID or self.state in TAMAT or not self.sudo(False).has_access("write"):
            return Lampiran_sudo
        langkah_sudo = self.sudo().kartu_ids.filtered(lambda baris: baris.jenis in DIAMBIL)
        sejak = max(langkah_sudo.mapped("create_date"), default=None)
        milik_saya = Lampiran_sudo.search(
            [
                ("res_model", "=", self._name),
                ("res_id", "=", self.id),
                ("res_field", "=", False),
                ("create_uid", "=", self.env.uid),
            ]
        )
        return milik_saya.filtered(lambda berkas: not sejak or berkas.create_date >= sejak)

    def _kapan_tarik_berkas(self):
        return "" if self._berkas_saya() else self.env._("You put no file on this case since the last step.")

    def action_tarik_berkas(self, berkas_id=None, alasan=None):
        """Take back a file that one put on an open case oneself, before the next step; the card says which and why.

        :param int berkas_id: attachment of this case
        :param str alasan: why
        """
        self._tempuh("tarik_berkas", berkas_id=berkas_id, alasan=alasan)

    def _kerjakan_tarik_berkas(self, jejak, berkas_id, alasan):
        jejak.alasan = self._alasan(alasan)
        berkas_sudo = self._berkas_saya().filtered(lambda berkas: berkas.id == berkas_id)
        if not berkas_sudo:
            raise UserError(
                self.env._(
                    "Only a file that you put on this open case yourself can be withdrawn, until a step is taken."
                )
            )
        sebutan = f"{berkas_sudo.name} (SHA-1 {berkas_sudo.checksum[:12]})"
        jejak.keluaran = self.env._("File withdrawn: %(berkas)s", berkas=sebutan)
        berizin(berkas_sudo).unlink()
