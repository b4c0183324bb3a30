from odoo import api, fields, models

from ..models.naskah.buku_register import BukuRegister, domain_periode


class DpmdRegisterWizard(models.TransientModel):
    """The register of a period: says how many numbers it holds, and hands it over as PDF or spreadsheet."""

    _name = "dpmd.register.wizard"
    _description = "Print the Register"

    dari = fields.Date(string="Registered from", required=True, default=lambda self: self._tahun_ini(1, 1))
    sampai = fields.Date(string="Until", required=True, default=lambda self: self._tahun_ini(12, 31))
    bidang_id = fields.Many2one("dpmd.bidang", string="Only of bidang")
    jumlah = fields.Integer(string="Numbers in this period", compute="_compute_jumlah")

    def _tahun_ini(self, bulan, hari):
        return self.env["dpmd.penugasan"]._hari_ini().replace(month=bulan, day=hari)

    @api.depends("dari", "sampai", "bidang_id")
    @api.depends_context("company", "uid")
    def _compute_jumlah(self):
        for wizard in self:
            lengkap = wizard.dari and wizard.sampai
            domain = lengkap and domain_periode(self.env, wizard.dari, wizard.sampai, wizard.bidang_id)
            wizard.jumlah = self.env["dpmd.pengaduan"].search_count(domain) if lengkap else 0

    def action_pdf(self):
        """Download the register of the period as PDF.

        :raise AccessError: the user does not print the register
        :raise UserError: there is no number in the period
        """
        return self._unduh("pdf")

    def action_xlsx(self):
        """Download the register of the period as a spreadsheet; raises as ``action_pdf``."""
        return self._unduh("xlsx")

    def _unduh(self, bentuk):
        self.ensure_one()
        BukuRegister.untuk_periode(self.env, self.dari, self.sampai, self.bidang_id)  # what it refuses is said here
        bidang = f"&bidang={self.bidang_id.id}" if self.bidang_id else ""
        periode = f"dari={self.dari}&sampai={self.sampai}&kantor={self.env.company.id}{bidang}"
        return {"type": "ir.actions.act_url", "url": f"/pengaduan/register/{bentuk}?{periode}", "target": "download"}
