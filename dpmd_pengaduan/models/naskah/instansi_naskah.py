from odoo import models


class DpmdInstansi(models.Model):
    """What an office has issued decides whether it can still be a trial office; who inspects it."""

    _inherit = "dpmd.instansi"

    def _punya_naskah_resmi(self):
        domain = [("company_id", "=", self.company_id.id), ("dibekukan", "!=", False), ("uji_coba", "=", False)]
        return super()._punya_naskah_resmi() or bool(self.env["dpmd.dokumen"].sudo().search_count(domain, limit=1))

    def _inspektorat(self):
        """Return the name of the inspectorate of the government the office belongs to."""
        pemerintah = self.pemerintah or ""
        daerah = pemerintah[11:].title() if pemerintah.lower().startswith("pemerintah ") else ""
        return f"Inspektorat {daerah}".strip()
