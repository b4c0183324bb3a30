from textwrap import shorten

from odoo import api, fields, models

from .dpmd_penugasan import PELAKSANA

SASARAN = {"waktu_jam", "keterangan"}  # what the office sets itself, as it learns


class DpmdSopLangkah(models.Model):
    """One of the 17 rows of the SOP, as data."""

    _name = "dpmd.sop.langkah"
    _description = "SOP Step"
    _order = "sop_id, nomor"

    sop_id = fields.Many2one("dpmd.sop", string="SOP", required=True, index=True, ondelete="restrict")
    nomor = fields.Integer(string="No.", required=True)
    kegiatan = fields.Text(string="Activity", required=True)
    pelaksana = fields.Selection(PELAKSANA, required=True)
    kelengkapan = fields.Char()
    keluaran = fields.Char(string="Output")
    waktu_jam = fields.Float(
        string="Target (hours)", help="Empty, as in the SOP, until the office sets it; calendar hours at the desk."
    )
    keterangan = fields.Char(string="Remarks")

    _nomor_uniq = models.Constraint("UNIQUE(sop_id, nomor)", "An SOP has each step once.")

    @api.depends("nomor", "kegiatan")
    def _compute_display_name(self):
        for langkah in self:
            # Short: the longest row of the SOP would push every figure of a pivot off the screen.
            langkah.display_name = shorten(f"{langkah.nomor}. {langkah.kegiatan}", 70, placeholder=" …")

    @api.model_create_multi
    def create(self, vals_list):
        langkah = super().create(vals_list)
        langkah.sop_id._cek_boleh_diubah()
        return langkah

    def write(self, vals):
        if set(vals) - SASARAN:
            self.sop_id._cek_boleh_diubah()
        return super().write(vals)

    @api.ondelete(at_uninstall=True)
    def _unlink_unused(self):
        self.sop_id._cek_boleh_diubah()
