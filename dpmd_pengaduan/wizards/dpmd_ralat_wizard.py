from odoo import api, fields, models

from ..models.perkara.dpmd_pengaduan import KOLOM_REGISTER


class DpmdRalatWizard(models.TransientModel):
    """Ralat: correct a registered entry; the old values stay visible on the card."""

    _name = "dpmd.ralat.wizard"
    _description = "Ralat"
    _inherit = ["dpmd.isi.wizard"]

    perubahan = fields.Text(string="Is corrected", compute="_compute_perubahan")
    alasan = fields.Text(string="Reason", required=True)

    @api.model
    def default_get(self, fields):
        """Begin with what the register says now."""
        nilai = super().default_get(fields)
        pengaduan = self._kasus_awal(nilai)
        nilai.update(
            {
                name: self._fields[name].convert_to_write(pengaduan[name], pengaduan)
                for name in KOLOM_REGISTER & set(fields)
            }
        )
        return nilai

    @api.depends(*sorted(KOLOM_REGISTER))
    def _compute_perubahan(self):
        for wizard in self:
            pengaduan = wizard.pengaduan_id
            wizard.perubahan = "\n".join(
                f"{self._fields[name]._description_string(self.env)}: "
                f"{self._sebut(pengaduan, name)} → {self._sebut(wizard, name)}"
                for name in sorted(wizard._berubah())
            )

    def _sebut(self, record, name):
        return record._fields[name].convert_to_export(record[name], record) or "-"

    def _berubah(self):
        """Return the names of the fields whose value differs from the register's."""
        self.ensure_one()
        pengaduan = self.pengaduan_id
        return {name for name in KOLOM_REGISTER if pengaduan and (self[name] or False) != (pengaduan[name] or False)}

    def action_ralat(self):
        """Correct what was changed in the dialog."""
        pengaduan = self._kasus()
        nilai = {name: self._fields[name].convert_to_write(self[name], self) for name in self._berubah()}
        pengaduan.action_ralat(nilai, self.alasan)
        return {"type": "ir.actions.act_window_close"}
