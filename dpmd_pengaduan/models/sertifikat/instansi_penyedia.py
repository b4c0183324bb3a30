from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .dpmd_sertifikasi import PENYEDIA
from .esign_bsre import alamat_aman


class DpmdInstansi(models.Model):
    """With which provider the officials of an office put certificates on papers; none unless somebody chose one.

    Whoever sets the address could have passphrases sent to himself. So only who administers the whole of Odoo sets it,
    and Kadis and inspector are told of each change.
    """

    _inherit = "dpmd.instansi"

    sertifikat_penyedia = fields.Selection(PENYEDIA, string="Provider of certificates", groups="base.group_system")
    bsre_alamat = fields.Char(
        string="Address of the e-Sign service",
        groups="base.group_system",
        help="https://…, or http://127.0.0.1:… where it runs on this server: passphrases are not sent in clear.",
    )
    bsre_pengguna = fields.Char(string="User of the office", groups="base.group_system")
    bsre_rahasia = fields.Char(string="Password of the office", groups="base.group_system", copy=False)

    def _bsre(self):
        """Return where the e-Sign service answers, and as whom to ask it (superuser)."""
        return self.bsre_alamat, self.bsre_pengguna, self.bsre_rahasia

    @api.constrains("sertifikat_penyedia", "bsre_alamat", "bsre_pengguna", "bsre_rahasia")
    def _check_bsre(self):
        for instansi_sudo in self.sudo():
            if instansi_sudo.bsre_alamat and not alamat_aman(instansi_sudo.bsre_alamat):
                raise ValidationError(
                    self.env._("The e-Sign service is reached at https://…, or on this server at http://127.0.0.1:…")
                )
            lengkap = instansi_sudo.bsre_alamat and instansi_sudo.bsre_pengguna and instansi_sudo.bsre_rahasia
            if instansi_sudo.sertifikat_penyedia == "bsre" and not lengkap:
                raise ValidationError(self.env._("BSrE needs address, user and password of the office."))

    def _kolom_perubahan(self):
        return super()._kolom_perubahan() | {"sertifikat_penyedia", "bsre_alamat", "bsre_pengguna"}

    def _penting(self, isi):
        return super()._penting(isi) or "sertifikat_penyedia" in isi
