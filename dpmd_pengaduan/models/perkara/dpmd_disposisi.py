from odoo import api, fields, models

from ..kantor.dpmd_penugasan import JABATAN

SIFAT = [("biasa", "Ordinary"), ("segera", "Urgent"), ("sangat_segera", "Very urgent"), ("rahasia", "Secret")]
HARAP = [
    ("tanggapan", "Comment and advice"),
    ("proses", "Further handling"),
    ("koordinasi", "Coordination / confirmation"),
]


class DpmdDisposisi(models.Model):
    """One order handed down the chain (SOP steps 5, 6 and 7)."""

    _name = "dpmd.disposisi"
    _description = "Disposisi"
    _inherit = ["dpmd.terjaga"]
    _order = "id desc"

    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    langkah = fields.Integer(string="SOP Step")
    dari_user_id = fields.Many2one("res.users", string="From", required=True, ondelete="restrict")
    dari_nama = fields.Char(string="From (name)", required=True)
    dari_sebutan = fields.Char(string="From (jabatan)", required=True)
    kepada_jabatan = fields.Selection(JABATAN, string="To (jabatan)", required=True)
    kepada_user_id = fields.Many2one("res.users", string="To", index="btree_not_null", ondelete="restrict")
    kepada_nama = fields.Char(string="To (name)")
    kepada_sebutan = fields.Char(string="To (jabatan, as held)")
    bidang_id = fields.Many2one("dpmd.bidang", ondelete="restrict")
    usul_bidang_id = fields.Many2one("dpmd.bidang", string="Proposed next bidang", ondelete="restrict")
    usul_user_id = fields.Many2one("res.users", string="Proposed next addressee", ondelete="restrict")
    sifat = fields.Selection(SIFAT, string="Handling", required=True, default="biasa")
    harap = fields.Selection(HARAP, string="You are kindly asked for", required=True, default="proses")
    instruksi = fields.Text(string="Instruction", required=True)
    catatan = fields.Text(string="Note")
    tanggal = fields.Datetime(string="Date", required=True)
    tenggat = fields.Date(string="Due")
    tembusan_ids = fields.Many2many("res.users", "dpmd_disposisi_tembusan_rel", "disposisi_id", "user_id")
    tim_ids = fields.Many2many("res.users", "dpmd_disposisi_tim_rel", "disposisi_id", "user_id", string="Team")
    dibaca = fields.Datetime(string="Read", help="When the addressee first opened it.")
    state = fields.Selection(
        [("baru", "New"), ("dibaca", "Read"), ("selesai", "Done"), ("dikembalikan", "Sent back")],
        string="Status",
        required=True,
        default="baru",
    )
    alasan_kembali = fields.Text(string="Sent back because")

    @api.depends("dari_sebutan", "kepada_sebutan")
    def _compute_display_name(self):
        for disposisi in self:
            disposisi.display_name = f"{disposisi.dari_sebutan} → {disposisi.kepada_sebutan or ''}"
