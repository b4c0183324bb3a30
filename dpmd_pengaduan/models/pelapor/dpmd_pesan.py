from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..dasar.dpmd_terjaga import hanya_tambah

ARAH = [("masuk", "From the pelapor"), ("keluar", "To the pelapor")]
JENIS_PESAN = [
    ("pesan", "Message"),
    ("formulir", "With the form"),
    ("cabut", "Withdrawal"),
    ("nilai", "Rating"),
    ("keberatan", "Objection"),
    ("menurut", "Finished or not"),
    ("transkripsi", "Transcript"),
]


class DpmdPesan(models.Model):
    """What the pelapor and the office write to each other, also when the pelapor is anonymous. Append-only.

    A citizen's words may show who wrote them, so they hang on the identity and follow its rights. So do the files that
    came with them, on the message itself.
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
    asal_id = fields.Many2one(
        "dpmd.pesan", string="Transcript of", index="btree_not_null", ondelete="restrict", help="The voice note."
    )
    berkas_ids = fields.One2many(
        "ir.attachment", "res_id", string="Files", domain=[("res_model", "=", "dpmd.pesan"), ("res_field", "=", False)]
    )
    jumlah_berkas = fields.Integer(string="Number of files", compute="_compute_berkas")
    ada_suara = fields.Boolean(string="Voice note", compute="_compute_berkas")

    @api.depends("arah", "waktu")
    def _compute_display_name(self):
        # Never the words: a name is shown to whoever sees a link to the record.
        label = dict(self._fields["arah"]._description_selection(self.env))
        for pesan in self:
            pesan.display_name = label.get(pesan.arah, "")

    @api.depends("berkas_ids")
    def _compute_berkas(self):
        for pesan in self:
            pesan.jumlah_berkas = len(pesan.berkas_ids)
            pesan.ada_suara = any(jenis.startswith("audio/") for jenis in pesan.berkas_ids.mapped("mimetype"))

    def action_transkripsi(self, isi=None):
        """Write down what a voice note says; the pelapor and the desk read it, under the name of who wrote it.

        :param str isi: the words
        :raise AccessError: for whoever may not read the message, or does not work on the case
        :raise UserError: no words, too many, or no voice note
        """
        self.ensure_one()
        self.check_access("read")
        pelapor_sudo = self.sudo().pelapor_id
        pengaduan = pelapor_sudo.pengaduan_id.sudo(False)
        penugasan = pengaduan._penugasan_petugas(pengaduan._tugas_saya())
        if not penugasan:
            raise AccessError(self.env._("A voice note is written down by whoever works on the case."))
        if not self.ada_suara:
            raise UserError(self.env._("No voice note came with this message."))
        pelapor_sudo._simpan_pesan(pelapor_sudo._periksa_kata(isi), "transkripsi", penugasan, asal=self)

    def init(self):
        hanya_tambah(self.env.cr, self._table)
