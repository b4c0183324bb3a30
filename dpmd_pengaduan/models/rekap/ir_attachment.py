from odoo import api, models

BISA = {"raw", "datas", "db_datas", "index_content"}


class IrAttachment(models.Model):
    """A file of a case that an inspector reads leaves a trace."""

    _inherit = "ir.attachment"

    def _read_format(self, fnames, load="_classic_read"):
        if not self.env.context.get("bin_size") and not BISA.isdisjoint(fnames):
            for berkas in self:
                self._berkas_dibaca(berkas)
        return super()._read_format(fnames, load=load)

    @api.model
    def _berkas_dibaca(self, record):
        """Note that the user opens a file, where that is an inspector and a file of a case.

        :param record: a file, or the record whose field it is in
        """
        if not self.env["dpmd.pembacaan"]._pengawas():
            return
        nama = record._description
        if record._name == "ir.attachment":
            berkas_sudo = record.sudo()
            nama = berkas_sudo.name
            if not berkas_sudo.res_id or not (berkas_sudo.res_model or "").startswith("dpmd."):
                return
            record = self.env[berkas_sudo.res_model].browse(berkas_sudo.res_id)
        if isinstance(record, self.pool["dpmd.terjaga"]):
            self.env["dpmd.pembacaan"]._dibaca("berkas", record._perkara_dibaca(), nama)
