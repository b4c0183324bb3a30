from odoo import models


class DpmdInstansi(models.Model):
    """What an office has issued decides whether it can still be a trial office."""

    _inherit = "dpmd.instansi"

    def _punya_naskah_resmi(self):
        domain = [("company_id", "=", self.company_id.id), ("dibekukan", "!=", False), ("uji_coba", "=", False)]
        return super()._punya_naskah_resmi() or bool(self.env["dpmd.dokumen"].sudo().search_count(domain, limit=1))
