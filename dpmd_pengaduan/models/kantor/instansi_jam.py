from odoo import api, models

from .dpmd_sasaran import BAWAAN, NOMOR


class DpmdInstansi(models.Model):
    """Each office has clocks and targets of its own, made with it from those that come with the addon."""

    _inherit = "dpmd.instansi"

    @api.model_create_multi
    def create(self, vals_list):
        instansi = super().create(vals_list)
        instansi._siapkan_jam()
        return instansi

    def _siapkan_jam(self):
        """Give the offices the clocks and targets they have not got yet."""
        Tenggat_sudo = self.env["dpmd.tenggat"].sudo().with_context(active_test=False)
        Sasaran_sudo = self.env["dpmd.sasaran"].sudo()
        templat = Tenggat_sudo.search([("company_id", "=", False)])
        for company in self.company_id:
            milik = [("company_id", "=", company.id)]
            kode, nomor = Tenggat_sudo.search(milik).mapped("kode"), Sasaran_sudo.search(milik).mapped("nomor")
            Tenggat_sudo.create(
                [
                    {**satu.copy_data()[0], "company_id": company.id, "active": satu.active}
                    for satu in templat
                    if satu.kode not in kode
                ]
            )
            Sasaran_sudo.create(
                [
                    {"company_id": company.id, "nomor": satu, "hari": BAWAAN.get(satu, 0)}
                    for satu in NOMOR
                    if satu not in nomor
                ]
            )
