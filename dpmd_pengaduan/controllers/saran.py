from odoo import http
from odoo.http import request

from ..models.publik.halaman import KEPALA
from .isian import kata
from .ringan import HALAMAN_BAKU


class Saran(http.Controller):
    """What the story that is being written seems to be about, so that the kind need not be searched in the list."""

    @http.route("/pengaduan/saran", type="http", methods=["POST"], readonly=True, sitemap=False, **HALAMAN_BAKU)
    def saran(self, isi="", **_post):
        """Answer with a kind of complaint for some words, which are neither kept nor logged.

        :param str isi: the story so far; only its first ``MAKS_HURUF`` characters are read
        :return: JSON ``{"jenis": id, "nama": name, "alasan": sentence}``, or ``{}`` where nothing is clear
        """
        company = request.website.sudo().company_id
        saran = request.env["dpmd.pengaduan"]._saran_publik(company, kata(isi))
        return request.make_json_response(saran, headers=KEPALA)
