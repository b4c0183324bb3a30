import io
import zipfile

from odoo import http
from odoo.addons.web.controllers.report import ReportController
from odoo.http import content_disposition, request


class Cetak(ReportController):
    """An issued paper is shown as it was issued: never made anew from words that may have changed since."""

    @http.route()
    def report_routes(self, reportname, docids=None, converter=None, **data):
        """Answer with the frozen PDF where a paper was issued, whether it is asked for as page, text or PDF.

        So is the register, which has no other form. Several letters come as a ZIP: joined, they would be no archivable
        papers any more, and none could be checked.
        Odoo's route for downloads comes through here too. Who may read is checked when it is rendered.
        """
        ids = [int(id_) for id_ in (docids or "").split(",") if id_.isdigit()]
        Laporan = request.env["ir.actions.report"]
        if Laporan._ada_beku(reportname, ids):
            converter = "pdf"
        if converter != "pdf" or len(ids) < 2 or not Laporan._tiap_sendiri(reportname):
            return super().report_routes(reportname, docids=docids, converter=converter, **data)
        isi = io.BytesIO()
        with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED) as bundel:
            for ke, id_ in enumerate(dict.fromkeys(ids), 1):
                satu = super().report_routes(reportname, docids=str(id_), converter=converter, **data)
                bundel.writestr(f"{ke:03d}-{Laporan._jenis_dari(reportname)}.pdf", satu.data)
        return request.make_response(isi.getvalue(), headers=[("Content-Type", "application/zip")])

    @http.route()
    def report_download(self, data, context=None, token=None, readonly=True):
        """Name a ZIP of several letters as one; Odoo calls whatever it sends a PDF."""
        jawaban = super().report_download(data, context=context, token=token, readonly=readonly)
        if jawaban.mimetype == "application/zip":
            jawaban.headers["Content-Disposition"] = content_disposition("naskah.zip")
        return jawaban

    @http.route("/pengaduan/contoh-surat/<int:instansi_id>", type="http", auth="user", readonly=True)
    def contoh_surat(self, instansi_id):
        """Show a sample letter to who may change the settings of the office.

        :raise NotFound: there is no such office for the user
        """
        instansi = request.env["dpmd.instansi"].search([("id", "=", instansi_id)])
        if not instansi.has_access("write"):
            raise request.not_found()
        headers = [("Content-Type", "application/pdf"), ("Content-Disposition", 'inline; filename="contoh.pdf"')]
        return request.make_response(instansi._pdf_contoh(), headers=headers)

    @http.route("/pengaduan/salinan/<int:dokumen_id>", type="http", auth="user", readonly=True)
    def salinan(self, dokumen_id):
        """Show a copy of an issued paper with SALINAN across every page, to who may read it.

        :raise NotFound: there is none that the user may read
        """
        dokumen = request.env["dpmd.dokumen"].search([("id", "=", dokumen_id), ("dibekukan", "!=", False)])
        if not dokumen:
            raise request.not_found()
        headers = [("Content-Type", "application/pdf"), ("Content-Disposition", 'inline; filename="salinan.pdf"')]
        return request.make_response(dokumen._pdf_salinan(), headers=headers)

    @http.route("/pengaduan/sop/<int:sop_id>", type="http", auth="user", readonly=True)
    def sop(self, sop_id):
        """Show a version of the SOP as a PDF, to the staff and the inspector.

        :raise NotFound: there is none that the user may read
        """
        Sop = request.env["dpmd.sop"].with_context(active_test=False)
        sop = Sop.has_access("read") and Sop.search([("id", "=", sop_id)])
        if not sop:
            raise request.not_found()
        headers = [("Content-Type", "application/pdf"), ("Content-Disposition", 'inline; filename="sop.pdf"')]
        return request.make_response(sop._pdf(), headers=headers)
