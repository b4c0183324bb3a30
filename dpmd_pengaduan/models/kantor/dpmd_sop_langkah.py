from textwrap import shorten

from odoo import api, fields, models

from .dpmd_penugasan import PELAKSANA

MASIH_BERUBAH = {"keterangan"}  # what the office writes itself, as it learns


class DpmdSopLangkah(models.Model):
    """One of the 17 rows of the SOP, as data."""

    _name = "dpmd.sop.langkah"
    _description = "SOP Step"
    _order = "sop_id, nomor"

    sop_id = fields.Many2one("dpmd.sop", string="SOP", required=True, index=True, ondelete="restrict")
    nomor = fields.Integer(string="No.", required=True)
    kegiatan = fields.Text(required=True)
    pelaksana = fields.Selection(PELAKSANA, required=True)
    kelengkapan = fields.Char()
    keluaran = fields.Char(string="Output")
    waktu = fields.Char(help="As the SOP says it; that of 2022 leaves it empty. Targets are set by the office.")
    sasaran_hari = fields.Integer(string="Office target (working days)", compute="_compute_sasaran_hari")
    keterangan = fields.Char(string="Ket")

    _nomor_uniq = models.Constraint("UNIQUE(sop_id, nomor)", "An SOP has each step once.")

    @api.depends("nomor", "kegiatan")
    def _compute_display_name(self):
        for langkah in self:
            # Short: the longest row of the SOP would push every figure of a pivot off the screen.
            langkah.display_name = shorten(f"{langkah.nomor}. {langkah.kegiatan}", 70, placeholder=" …")

    @api.depends("nomor")
    @api.depends_context("company")
    def _compute_sasaran_hari(self):
        hari = self.env["dpmd.sasaran"]._hari(self.env.company)
        for langkah in self:
            langkah.sasaran_hari = hari.get(langkah.nomor, 0)

    @api.model_create_multi
    def create(self, vals_list):
        langkah = super().create(vals_list)
        langkah.sop_id._cek_belum_dipakai()
        return langkah

    def write(self, vals):
        if set(vals) - MASIH_BERUBAH:
            self.sop_id._cek_belum_dipakai()
        return super().write(vals)

    @api.ondelete(at_uninstall=True)
    def _unlink_unused(self):
        self.sop_id._cek_belum_dipakai()
