from odoo import fields, models


class DpmdBidang(models.Model):
    """A division of the office; the Sekretaris sends a case to one (SOP step 6)."""

    _name = "dpmd.bidang"
    _description = "Bidang"
    _order = "sequence, id"

    name = fields.Char(required=True)
    kode = fields.Char(string="Code")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", string="Office", default=lambda self: self.env.company, index=True)
    keterangan = fields.Text(string="Note")
