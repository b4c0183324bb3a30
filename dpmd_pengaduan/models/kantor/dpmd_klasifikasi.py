from odoo import api, fields, models
from odoo.tools import SQL


class DpmdKlasifikasi(models.Model):
    """A filing code of the office's klasifikasi arsip, with its retention (SOP step 16)."""

    _name = "dpmd.klasifikasi"
    _description = "Filing Code"
    _order = "kode"
    _rec_names_search = ["kode", "name"]

    kode = fields.Char(string="Code", required=True)
    name = fields.Char(required=True)
    retensi_aktif = fields.Integer(string="Active Retention (years)")
    retensi_inaktif = fields.Integer(string="Inactive Retention (years)")
    nasib_akhir = fields.Selection(
        [("musnah", "Destroyed"), ("permanen", "Permanent")], string="Final Disposal", default="permanen"
    )
    catatan = fields.Char(string="Note", help="For the administrator; printed on no paper.")
    active = fields.Boolean(default=True)

    _kode_uniq = models.Constraint("UNIQUE(kode)", "This filing code exists already.")

    def _init_column(self, column_name):
        hasil = super()._init_column(column_name)
        if column_name == "catatan":  # which used to stand in the name, and was printed with it
            self.env.cr.execute(
                SQL(
                    "UPDATE dpmd_klasifikasi SET catatan = %(catatan)s, name = replace(name, %(lama)s, '')"
                    " WHERE name LIKE '%%' || %(lama)s",
                    catatan="Periksa dengan daftar klasifikasi arsip kantor.",
                    lama=" (periksa dengan daftar kantor)",
                )
            )
        return hasil

    @api.depends("kode", "name")
    def _compute_display_name(self):
        for klasifikasi in self:
            klasifikasi.display_name = f"{klasifikasi.kode} {klasifikasi.name}"
