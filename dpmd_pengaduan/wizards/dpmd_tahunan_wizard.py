from odoo import fields, models

from ..models.rekap.tahunan import LaporanTahunan


class DpmdTahunanWizard(models.TransientModel):
    """Asks for the year of the annual report."""

    _name = "dpmd.tahunan.wizard"
    _description = "Print the Annual Report"

    tahun = fields.Integer(
        string="Year", required=True, default=lambda self: self.env["dpmd.penugasan"]._hari_ini().year
    )

    _tahun_wajar = models.Constraint("CHECK(tahun BETWEEN 1900 AND 9000)", "Enter a year, such as 2026.")

    def action_pdf(self):
        """Download the annual report.

        :raise AccessError: the user does not print it
        :raise UserError: nothing was received in that year
        """
        self.ensure_one()
        LaporanTahunan(self.env, self.tahun)  # what it refuses is said here
        url = f"/pengaduan/laporan-tahunan/{self.tahun}?kantor={self.env.company.id}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}
