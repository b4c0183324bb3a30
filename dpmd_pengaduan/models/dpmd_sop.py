from odoo import fields, models


class DpmdSop(models.Model):
    """A version of the written SOP; a case keeps the one it was registered under."""

    _name = "dpmd.sop"
    _description = "SOP"
    _order = "tanggal_efektif desc, id desc"

    name = fields.Char(string="Title", required=True)
    nomor = fields.Char(string="SOP Number", required=True)
    tanggal_pembuatan = fields.Date(string="Made on")
    tanggal_revisi = fields.Date(string="Revised on")
    tanggal_efektif = fields.Date(string="In force from", required=True)
    disahkan_oleh = fields.Char(string="Approved by")
    dasar_hukum = fields.Text(string="Legal Basis")
    kualifikasi = fields.Text(string="Qualifications")
    peralatan = fields.Text(string="Equipment")
    peringatan = fields.Text(string="Warning")
    pencatatan = fields.Text(string="Records")
    company_id = fields.Many2one("res.company", string="Office", index=True)
    langkah_ids = fields.One2many("dpmd.sop.langkah", "sop_id", string="Steps")
    active = fields.Boolean(default=True)

    def _berlaku(self, company, tanggal):
        """Return the SOP in force for an office on a date; empty when none is."""
        return self.search(
            [("company_id", "in", [company.id, False]), ("tanggal_efektif", "<=", tanggal)], limit=1
        )
