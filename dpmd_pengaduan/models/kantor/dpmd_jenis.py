from odoo import api, fields, models


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
    klasifikasi_id = fields.Many2one(
        "dpmd.klasifikasi",
        string="Filing Code",
        ondelete="restrict",
        help="Proposed when a case is filed (SOP step 16).",
    )
    pengawasan = fields.Boolean(
        string="Oversight Content",
        help="Accuses an official of a breach (berkadar pengawasan): such a complaint has a clock of its own.",
    )
    company_id = fields.Many2one("res.company", string="Office", index=True)

    @api.depends("name", "contoh")
    @api.depends_context("formatted_display_name")
    def _compute_display_name(self):
        """Show the example under the name where one chooses from a list, as the public form does."""
        for jenis in self:
            contoh = self.env.context.get("formatted_display_name") and jenis.contoh
            jenis.display_name = f"{jenis.name}\n--{contoh}--" if contoh else jenis.name
