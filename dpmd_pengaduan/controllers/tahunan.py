from odoo import http
from odoo.http import content_disposition, request
from werkzeug.exceptions import BadRequest

from ..models.rekap.tahunan import LaporanTahunan


class Tahunan(http.Controller):
    """The annual report, for those who print it."""

    @http.route("/pengaduan/laporan-tahunan/<int:tahun>", type="http", auth="user", methods=["GET"])
    def unduh(self, tahun, kantor="", **_kwargs):
        """Serve the report of a year as PDF; who may print it is checked where it is made.

        :param str kantor: id of the office
        """
        if not kantor.isdigit() or not 1900 <= tahun <= 9000:
            raise BadRequest(request.env._("The year cannot be read."))
        env = request.env(context=dict(request.env.context, allowed_company_ids=[int(kantor)]))
        laporan = LaporanTahunan(env, tahun)
        pdf = laporan.pdf
        env["dpmd.pembacaan"]._dikeluarkan(f"{laporan.jenis.judul} {tahun}", laporan.jumlah)
        return request.make_response(
            pdf,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", content_disposition(f"laporan-tahunan-{tahun}.pdf")),
                ("X-Content-Type-Options", "nosniff"),
                ("Cache-Control", "no-store"),
            ],
        )
