from odoo import api, models

from .dokumen_utuh import SIDIK, NaskahBerubah


class IrAttachment(models.Model):
    """The file of a paper, and every copy of it that we make, is read only while it is what the paper's hash says."""

    _inherit = "ir.attachment"

    def _naskah_sudo(self):
        """Return the paper whose PDF a file is or is a copy of (superuser, empty if none), and the field it is in."""
        for berkas_sudo in (self.sudo(), self.sudo().original_id):
            if berkas_sudo.res_model == "dpmd.dokumen" and berkas_sudo.res_field in SIDIK:
                return self.env["dpmd.dokumen"].sudo().browse(berkas_sudo.res_id), berkas_sudo.res_field
        return self.env["dpmd.dokumen"], ""

    @api.depends("store_fname", "db_datas")
    def _compute_raw(self):
        """Read the files; of a list of which one is refused, none is given."""
        hasil = super()._compute_raw()
        try:
            for berkas in self:
                dokumen_sudo, kolom = berkas._naskah_sudo()
                if dokumen_sudo:
                    dokumen_sudo._cek_isi(kolom, berkas.raw or b"")
        except NaskahBerubah:
            self.invalidate_recordset(["raw"], flush=False)  # or the next to ask would get it from the cache
            raise
        return hasil

    def _to_http_stream(self):
        """Serve the bytes that were compared; Odoo would open the file once more."""
        isi = self.raw if self._naskah_sudo()[0] else None
        stream = super()._to_http_stream()
        if isi is not None:
            stream.type, stream.path, stream.data, stream.size = "data", None, isi, len(isi)
        return stream
