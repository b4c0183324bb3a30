from odoo import api, fields, models

from ..dasar.dpmd_terjaga import hanya_tambah


class DpmdPelaporAkses(models.Model):
    """One granted look at a secret identity: who, why, until when. Append-only; shown to the pelapor."""

    _name = "dpmd.pelapor.akses"
    _description = "Look at an Identity"
    _inherit = ["dpmd.terjaga"]
    _order = "id desc"

    pelapor_id = fields.Many2one("dpmd.pelapor", required=True, index=True, ondelete="restrict")
    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    user_id = fields.Many2one("res.users", string="Who", required=True, index=True, ondelete="restrict")
    sebutan = fields.Char(string="Jabatan", required=True)
    alasan = fields.Text(string="Reason", required=True)
    pemberi_id = fields.Many2one("res.users", string="Granted by", required=True, ondelete="restrict")
    surat_tugas = fields.Char()
    berlaku_sampai = fields.Datetime(string="Until", required=True)

    @api.depends("sebutan", "create_date")
    def _compute_display_name(self):
        for akses in self:
            akses.display_name = akses.sebutan

    def init(self):
        hanya_tambah(self.env.cr, self._table)
