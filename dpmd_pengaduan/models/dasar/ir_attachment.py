from odoo import api, models

from .izin import KUNCI_BERKAS, IzinBerkas

ISI = {
    "raw",
    "datas",
    "db_datas",
    "store_fname",
    "checksum",
    "mimetype",
    "type",
    "url",
    "name",
    "public",
    "res_model",
    "res_id",
    "res_field",
    "company_id",
}


class IrAttachment(models.Model):
    """A file of a guarded record is changed or removed only while that record itself may be filled in.

    Otherwise whoever may write the record could swap an original, a signature or a scan behind it.
    """

    _inherit = "ir.attachment"

    def _cek_dpmd(self):
        """Raise where a file belongs to a guarded record that this user may not fill in now."""
        milik = {}
        for lampiran_sudo in self.sudo():
            model = self.env.get(lampiran_sudo.res_model) if lampiran_sudo.res_id else None
            if (
                model is not None
                and isinstance(model, self.pool["dpmd.terjaga"])
                and not self._berkas_berizin(lampiran_sudo)
            ):
                milik.setdefault(lampiran_sudo.res_model, set()).add(lampiran_sudo.res_id)
        for nama, ids in milik.items():
            self.env[nama].browse(ids).exists()._cek_boleh_isi()

    def _berkas_berizin(self, lampiran_sudo):
        """Return whether a file belongs to a write of its record that is under way."""
        izin = self.env.context.get(KUNCI_BERKAS)
        return isinstance(izin, IzinBerkas) and izin.berlaku(
            lampiran_sudo.res_model, lampiran_sudo.res_id, lampiran_sudo.res_field
        )

    def write(self, vals):
        if ISI & set(vals):
            self._cek_dpmd()
        return super().write(vals)

    @api.ondelete(at_uninstall=True)
    def _unlink_except_dpmd(self):
        self._cek_dpmd()
