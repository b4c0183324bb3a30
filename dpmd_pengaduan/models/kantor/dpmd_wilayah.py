from odoo import api, fields, models


class DpmdWilayah(models.Model):
    """A kabupaten, kecamatan, kelurahan or desa with its Kemendagri code."""

    _name = "dpmd.wilayah"
    _description = "Region"
    _order = "kode"
    _rec_names_search = ["name", "kode"]

    name = fields.Char(required=True)
    kode = fields.Char(string="Kemendagri Code", required=True)
    tingkat = fields.Selection(
        [("kabupaten", "Kabupaten"), ("kecamatan", "Kecamatan"), ("kelurahan", "Kelurahan"), ("desa", "Desa")],
        string="Level",
        required=True,
    )
    parent_id = fields.Many2one("dpmd.wilayah", string="Part of", index=True, ondelete="restrict")
    child_ids = fields.One2many("dpmd.wilayah", "parent_id")
    kode_pos = fields.Char(string="Postal Code")
    active = fields.Boolean(default=True)

    _kode_uniq = models.Constraint("UNIQUE(kode)", "This region code exists already.")

    @api.depends("name", "tingkat", "parent_id.name")
    def _compute_display_name(self):
        label = dict(self._fields["tingkat"].selection)
        for wilayah in self:
            nama = f"{label.get(wilayah.tingkat, '')} {wilayah.name}".strip()
            if wilayah.tingkat in ("desa", "kelurahan") and wilayah.parent_id:
                nama = f"{nama}, Kec. {wilayah.parent_id.name}"
            wilayah.display_name = nama
