from odoo import http
from odoo.addons.web.controllers.report import ReportController
from odoo.http import request


class Cetak(ReportController):
    """An issued paper is shown as it was issued: never made anew from words that may have changed since."""

    @http.route()
    def report_routes(self, reportname, docids=None, converter=None, **data):
        """Answer with the frozen PDF where a paper was issued, whether it is asked for as page, text or PDF.

        So is the register, which has no other form.

        Odoo's route for downloads comes through here too. Who may read is checked when it is rendered.
        """
        ids = [int(id_) for id_ in (docids or "").split(",") if id_.isdigit()]
        if request.env["ir.actions.report"]._ada_beku(reportname, ids):
            converter = "pdf"
        return super().report_routes(reportname, docids=docids, converter=converter, **data)
