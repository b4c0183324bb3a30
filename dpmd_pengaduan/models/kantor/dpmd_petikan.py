from odoo import fields, models

BAGIAN = [
    ("telaah", "Telaah"),
    ("notulen", "Notulen"),
    ("berita_acara", "Berita Acara"),
    ("laporan", "Laporan"),
    ("jawaban", "Answer to the pelapor"),
    ("disposisi", "Disposisi"),
]


class DpmdPetikan(models.Model):
    """A text snippet of the office: words that are written again and again, put into a text by one press."""

    _name = "dpmd.petikan"
    _description = "Text Snippet"
    _order = "bagian, sequence, id"

    name = fields.Char(string="Short Name", required=True)
    bagian = fields.Selection(BAGIAN, string="For", required=True)
    isi = fields.Text(string="Words", required=True)
    company_id = fields.Many2one(
        "res.company", string="Office", index=True, default=lambda self: self.env.company, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
