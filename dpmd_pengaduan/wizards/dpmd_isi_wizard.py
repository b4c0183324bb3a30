from odoo import fields, models


class DpmdIsiWizard(models.AbstractModel):
    """The words of a register entry, for entering and for correcting it."""

    _name = "dpmd.isi.wizard"
    _description = "Words of a Register Entry"
    _inherit = ["dpmd.wizard"]

    perihal = fields.Char(string="Subject")
    uraian = fields.Text(string="What happened")
    jenis_id = fields.Many2one("dpmd.jenis", string="Kind")
    wilayah_id = fields.Many2one("dpmd.wilayah", string="Desa complained about")
    lokasi = fields.Char(string="Place")
    terlapor = fields.Char()
    tanggal_kejadian = fields.Char(string="When it happened")
    kerugian = fields.Text(string="Loss")
    permintaan = fields.Text(string="What is asked for")
    tanggal_terima = fields.Datetime(string="Received")
    nomor_agenda = fields.Char(string="Agenda Number")
    pengirim = fields.Char(string="Sent by")
    nomor_surat = fields.Char(string="Letter Number")
    tanggal_surat = fields.Date(string="Letter Date")
