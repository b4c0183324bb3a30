from odoo import http
from odoo.http import request

from ..models.publik.halaman import halaman
from .ringan import HALAMAN_BAKU, hari_dijanjikan


class Depan(http.Controller):
    """The front door: what the complaint desk is, and the ways into it."""

    @http.route("/pengaduan", type="http", readonly=True, sitemap=True, **HALAMAN_BAKU)
    def depan(self, **_kwargs):
        """Explain what the complaint desk is and how it works, in the office's own words where it has some."""
        company_sudo = request.website.sudo().company_id
        instansi_sudo = request.env["dpmd.instansi"].sudo().search([("company_id", "=", company_sudo.id)], limit=1)
        return halaman(
            "depan",
            kosong=True,
            buka=bool(instansi_sudo.dibuka),
            judul_depan=instansi_sudo.judul_depan,
            pembuka_depan=instansi_sudo.pembuka_depan,
            kata_depan=instansi_sudo.kata_depan,
            langkah=list(request.env["dpmd.pelapor"]._kata_langkah().items()),
            hari=hari_dijanjikan(),
        )
