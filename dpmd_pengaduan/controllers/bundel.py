import json

from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.http import content_disposition, request
from odoo.tools import html_escape
from werkzeug.exceptions import HTTPException
from werkzeug.wsgi import wrap_file

JENIS = {"pdf": "application/pdf", "zip": "application/zip"}


class Bundel(http.Controller):
    """A case as one file. It is made, noted and sent in one post: nothing of it stays here, and no address opens it."""

    @http.route("/pengaduan/bundel/<int:pengaduan_id>", type="http", auth="user", methods=["POST"], website=False)
    def bundel(self, pengaduan_id, bentuk="", dengan_identitas="", alasan="", **_kwargs):
        """Make a bundle of a case and send it.

        :param str bentuk: ``pdf``, ``zip`` or ``ombudsman``
        :param str dengan_identitas: not empty for one that shows who complained
        :param str alasan: why so
        """
        pengaduan = request.env["dpmd.pengaduan"].browse(pengaduan_id)
        try:
            hasil = pengaduan._tempuh(
                "bundel", bentuk=bentuk, dengan_identitas=bool(dengan_identitas), alasan=alasan or None
            )
        except UserError as galat:
            raise HTTPException(response=self._tolak(galat)) from galat  # raised: nothing is noted
        jawab = request.make_response(
            wrap_file(request.httprequest.environ, hasil.berkas),
            headers=[
                ("Content-Type", JENIS[hasil.nama.rpartition(".")[2]]),
                ("Content-Disposition", content_disposition(hasil.nama)),
                ("Cache-Control", "no-store"),
            ],
        )
        jawab.direct_passthrough = True
        jawab.call_on_close(hasil.berkas.close)
        return jawab

    def _tolak(self, galat):
        """Return why, as the web client reads it from what it wanted to save; without a traceback."""
        data = {"name": f"odoo.exceptions.{type(galat).__name__}", "message": str(galat), "arguments": [str(galat)]}
        isi = json.dumps({"code": 0, "message": "Odoo Server Error", "data": {**data, "context": {}, "debug": ""}})
        return request.make_response(html_escape(isi), status=403 if isinstance(galat, AccessError) else 400)
