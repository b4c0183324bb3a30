from odoo import fields, models
from odoo.exceptions import UserError

from .dpmd_pengaduan import KOLOM_REGISTER


class DpmdPengaduan(models.Model):
    """*Ralat*: a registered entry is corrected with the old value kept visible."""

    _inherit = "dpmd.pengaduan"

    def _kapan_ralat(self):
        return "" if self.tanggal_daftar else self.env._("Until it is registered, the complaint is simply edited.")

    def action_ralat(self, nilai=None, alasan=None):
        """Correct a registered entry; the old value stays visible on the card.

        :param dict nilai: new values of fields in ``KOLOM_REGISTER``
        :param str alasan: why
        """
        self._tempuh("ralat", nilai=nilai, alasan=alasan)

    def _kerjakan_ralat(self, jejak, nilai, alasan):
        nilai = nilai or {}
        if not nilai or set(nilai) - KOLOM_REGISTER:
            raise UserError(self.env._("Choose what is corrected: only the words of the register entry."))
        terima = fields.Datetime.to_datetime(nilai.get("tanggal_terima", self.tanggal_terima))
        if not terima or terima > self.tanggal_daftar:
            raise UserError(self.env._("A complaint is received before it is registered."))
        jejak.alasan = self._alasan(alasan)
        lama = {name: self._sebut_nilai(name) for name in nilai}
        pengaduan_sudo = self.sudo()
        pengaduan_sudo._tulis(nilai)
        if "tanggal_terima" in nilai:
            pengaduan_sudo._tulis(pengaduan_sudo._nilai_tenggat(jejak.waktu))
        jejak.keluaran = "; ".join(
            f"{self._fields[name]._description_string(self.env)}: {lama[name]} → {self._sebut_nilai(name)}"
            for name in nilai
        )

    def _sebut_nilai(self, name):
        """Return what a field says, in words."""
        return self._fields[name].convert_to_export(self[name], self) or "-"
