from datetime import date

from odoo import http
from odoo.http import content_disposition, request
from werkzeug.exceptions import BadRequest

from ..models.naskah.buku_register import BukuRegister
from ..models.naskah.buku_register_pdf import buku_pdf
from ..models.naskah.buku_register_xlsx import buku_xlsx

BENTUK = {
    "pdf": (buku_pdf, "application/pdf"),
    "xlsx": (buku_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


class Register(http.Controller):
    """The buku register of a period, for those who print it."""

    @http.route("/pengaduan/register/<any(pdf,xlsx):bentuk>", type="http", auth="user", methods=["GET"], readonly=True)
    def unduh(self, bentuk, dari="", sampai="", kantor="", bidang="0", **_kwargs):
        """Serve the register as a file; who may print it, and what of it, is checked where it is made.

        :param str bentuk: ``pdf`` or ``xlsx``
        :param str dari: first day of the period, as 2026-01-31
        :param str sampai: last day
        :param str kantor: id of the office
        :param str bidang: id of the bidang, if of one only
        """
        try:
            dari, sampai = date.fromisoformat(dari), date.fromisoformat(sampai)
            kantor, bidang = int(kantor), int(bidang)
        except ValueError as galat:
            raise BadRequest(request.env._("The period cannot be read.")) from galat
        env = request.env(context=dict(request.env.context, allowed_company_ids=[kantor]))
        bidang = env["dpmd.bidang"].browse(bidang or []).exists()
        buku = BukuRegister.untuk_periode(env, dari, sampai, bidang)
        cetak, mime = BENTUK[bentuk]
        env["dpmd.pembacaan"]._dikeluarkan(f"{buku.judul}, {buku.periode} ({bentuk})", buku.jumlah)
        return request.make_response(
            cetak(buku),
            headers=[
                ("Content-Type", mime),
                ("Content-Disposition", content_disposition(f"buku-register-{dari}-{sampai}.{bentuk}")),
                ("X-Content-Type-Options", "nosniff"),
                ("Cache-Control", "no-store"),
            ],
        )
