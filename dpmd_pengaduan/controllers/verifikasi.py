from odoo import http
from odoo.http import request
from odoo.tools import format_date, format_datetime

from ..models.pelapor.pelapor_kabar import TANGGAL
from .formulir import HALAMAN_BAKU
from .ringan import halaman

ALAMAT = "/pengaduan/verifikasi/<string:token>"


class Verifikasi(http.Controller):
    """Whether a printed paper is ours: the page its QR code leads to."""

    @http.route(ALAMAT, type="http", methods=["GET"], readonly=True, sitemap=False, **HALAMAN_BAKU)
    def verifikasi(self, token, **_kwargs):
        """Show kind, number, date, validity and signatories (jabatan only) of a paper; no identity, no download."""
        dokumen_sudo = (
            request.env["dpmd.dokumen"].sudo().search([("token", "=", token), ("state", "!=", "konsep")], limit=1)
        )
        if not dokumen_sudo:
            return halaman("verifikasi", status=404, surat=None)
        label = dict(dokumen_sudo._fields["jenis"]._description_selection(request.env))
        return halaman(
            "verifikasi",
            surat={
                "jenis": label[dokumen_sudo.jenis],
                "nomor": dokumen_sudo.name if dokumen_sudo.name != "/" else "",
                "tanggal": format_date(request.env, dokumen_sudo.tanggal, date_format=TANGGAL),
                "state": dokumen_sudo.state,
                "sha256": dokumen_sudo.sha256 or "",
                # Of those who attended, only how many: their jabatan may show who they are.
                "pengesah": [
                    {
                        "jenis": sah.jenis,
                        "sebutan": sah.sebutan,
                        "tanggal": format_datetime(
                            request.env, sah.waktu, tz=sah.pengaduan_id._zona(), dt_format=TANGGAL
                        ),
                    }
                    for sah in dokumen_sudo.pengesahan_ids
                    if not sah.peserta_id
                ],
                "peserta": len(
                    [sah for sah in dokumen_sudo.pengesahan_ids if sah.peserta_id and sah.jenis == "tanda_tangan"]
                ),
            },
        )
