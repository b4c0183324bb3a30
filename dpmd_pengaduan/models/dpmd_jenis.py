from odoo import fields, models


class DpmdJenis(models.Model):
    """A kind of complaint in everyday words; it proposes the bidang."""

    _name = "dpmd.jenis"
    _description = "Kind of Complaint"
    _order = "sequence, id"

    name = fields.Char(required=True)
    contoh = fields.Char(string="Example", help="Shown to the citizen under the name.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    bidang_id = fields.Many2one("dpmd.bidang", ondelete="restrict")
    pengawasan = fields.Boolean(
        string="Oversight Content",
        help="Accuses an official of a breach (berkadar pengawasan): such a complaint has a clock of its own.",
    )
    company_id = fields.Many2one("res.company", string="Office", index=True)
