from odoo import api, fields, models


class DpmdPengaduan(models.Model):
    """The hat: under which acting appointment a case is on the desk of whoever looks at it."""

    _inherit = "dpmd.pengaduan"

    sebagai = fields.Char(
        string="You act as", compute="_compute_sebagai", help="Where the case is on your desk as Plh. or Plt."
    )

    @api.depends("desk_jabatan", "bidang_id", "pelaksana_id", "company_id")
    @api.depends_context("uid")
    def _compute_sebagai(self):
        self.sebagai = False
        for company, kasus in self.filtered("di_meja_saya").grouped("company_id").items():
            tugas = self.env["dpmd.penugasan"]._tugas_user(self.env.user, company)
            if not any(satu.jenis != "definitif" for satu in tugas):
                continue
            for pengaduan in kasus:
                milik = pengaduan._penugasan_saya(pengaduan.desk_jabatan, tugas)
                pengaduan.sebagai = milik.jenis != "definitif" and milik.sebutan
