from odoo import api, fields, models


class DpmdArsip(models.Model):
    """Where a case is filed (SOP step 16): klasifikasi, location, retention."""

    _name = "dpmd.arsip"
    _description = "Arsip"
    _inherit = ["dpmd.terjaga"]
    _order = "tanggal desc, id desc"

    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    klasifikasi_id = fields.Many2one("dpmd.klasifikasi", string="Filing Code", required=True, ondelete="restrict")
    lokasi = fields.Char(string="Location", required=True, help="Room, cabinet, box, folder.")
    tanggal = fields.Date(string="Filed on", required=True)
    user_id = fields.Many2one("res.users", string="Filed by", required=True, ondelete="restrict")
    aktif_sampai = fields.Date(string="Active until")
    inaktif_sampai = fields.Date(string="Inactive until")
    nasib_akhir = fields.Char(string="Final Disposal")
    dokumen_ids = fields.Many2many("dpmd.dokumen", string="Papers")

    @api.depends("klasifikasi_id.kode", "lokasi")
    def _compute_display_name(self):
        for arsip in self:
            arsip.display_name = f"{arsip.klasifikasi_id.kode} / {arsip.lokasi}"
