from odoo import api, models


class DpmdRapat(models.Model):
    """What the check-in page of a meeting shows, on a tablet that is handed round."""

    _inherit = "dpmd.rapat"

    @api.model
    def _cari_token_sudo(self, token):
        """Return the meeting a check-in token opens (superuser): one that was called, or whose berita acara is open."""
        rapat_sudo = self.sudo().search([("token", "=", token or "-")], limit=1)
        return rapat_sudo.filtered(lambda rapat: rapat._keperluan_layar())

    def _keperluan_layar(self):
        """Return what is signed now: ``hadir``, ``berita_acara``, or nothing."""
        self.ensure_one()
        if self.state == "diundang":
            return "hadir"
        return "berita_acara" if self.berita_acara_ids._dokumen_terbuka() else ""
