from odoo import api, models


class DpmdPenugasan(models.Model):
    """Appointments move the cases to the desks of today's holders; the first registered case ends the setting up."""

    _inherit = "dpmd.penugasan"

    @api.model
    def _segarkan_meja(self, companies):
        self.env["dpmd.pengaduan"]._segarkan_meja(companies)
        return super()._segarkan_meja(companies)

    @api.model
    def _masih_disiapkan(self, company):
        terdaftar = (
            self.env["dpmd.pengaduan"]
            .sudo()
            .search_count([("company_id", "=", company.id), ("tanggal_daftar", "!=", False)], limit=1)
        )
        return not terdaftar and super()._masih_disiapkan(company)
