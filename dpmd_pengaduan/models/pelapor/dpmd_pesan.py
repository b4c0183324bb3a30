from odoo import api, fields, models

from ..dasar.dpmd_terjaga import hanya_tambah

ARAH = [("masuk", "From the pelapor"), ("keluar", "To the pelapor")]
JENIS_PESAN = [
    ("pesan", "Message"),
    ("formulir", "With the form"),
    ("cabut", "Withdrawal"),
    ("nilai", "Rating"),
    ("keberatan", "Objection"),
    ("menurut", "Finished or not"),
]


class DpmdPesan(models.Model):
    """What the pelapor and the office write to each other, also when the pelapor is anonymous. Append-only.

    A citizen's words may show who wrote them, so they hang on the identity and follow its rights.
    """

    _name = "dpmd.pesan"
    _description = "Message with the Pelapor"
    _inherit = ["dpmd.terjaga"]
    _order = "id desc"

    pelapor_id = fields.Many2one("dpmd.pelapor", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    arah = fields.Selection(ARAH, string="Direction", required=True)
    jenis = fields.Selection(JENIS_PESAN, string="Kind", required=True, default="pesan")
    isi = fields.Text(string="Message", required=True)
    minta_jawab = fields.Boolean(string="Waits for an answer")
    waktu = fields.Datetime(string="When", required=True)
    user_id = fields.Many2one("res.users", string="By", ondelete="restrict", help="Empty for the pelapor.")
    sebutan = fields.Char(string="Jabatan", required=True)

    @api.depends("arah", "waktu")
    def _compute_display_name(self):
        # Never the words: a name is shown to whoever sees a link to the record.
        label = dict(self._fields["arah"]._description_selection(self.env))
        for pesan in self:
            pesan.display_name = label.get(pesan.arah, "")

    def init(self):
        hanya_tambah(self.env.cr, self._table)
