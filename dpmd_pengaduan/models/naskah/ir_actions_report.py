import io

from odoo import api, models, modules
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import config

from ..kantor.langkah import Langkah
from .buku_register import BukuRegister
from .buku_register_pdf import buku_pdf
from .jenis_naskah import NASKAH
from .mesin_pdf import html_ke_pdf
from .surat import Surat, gaya, perkara

TEMPLAT = "dpmd_pengaduan.surat_"
FORMULIR = ("formulir", "lembar_pengaduan")


class IrActionsReport(models.Model):
    """The PDF engine of the letters: rendered in this process, reaching for nothing outside, archivable.

    Odoo itself needs wkhtmltopdf and checks neither the reader's right to the record nor the report's groups.
    """

    _inherit = "ir.actions.report"

    def _jenis_naskah(self):
        """Return the kind of paper a report prints; empty when it is none of ours."""
        self.ensure_one()
        jenis = (self.report_name or "").removeprefix(TEMPLAT)
        return jenis if jenis in NASKAH and (self.report_name or "").startswith(TEMPLAT) else ""

    @api.model
    def _jenis_dari(self, report_ref):
        """Return the kind of paper of a report; empty when it is none of ours.

        :param report_ref: name or xmlid of a report
        """
        return self._get_report(report_ref)._jenis_naskah()

    @api.model
    def _tiap_sendiri(self, report_ref):
        """Return whether each paper of a report is a file of its own, as those are that can be issued.

        :param report_ref: name or xmlid of a report
        """
        jenis = self._jenis_dari(report_ref)
        return bool(jenis and NASKAH[jenis].beku)

    def _periksa_pembaca(self, docs):
        """Raise unless the user may read every record, and is in the report's groups where it has any."""
        self.ensure_one()
        docs.check_access("read")
        env = docs.env
        if not env.su and self.group_ids and not self.group_ids & env.user.sudo().all_group_ids:
            raise AccessError(env._("You may not print: %(laporan)s.", laporan=self.name))

    def _get_rendering_context(self, report, docids, data):
        jenis = report._jenis_naskah()
        if not jenis and not (report.model or "").startswith("dpmd."):
            return super()._get_rendering_context(report, docids, data)
        docs = self.env[report.model].browse(docids or [])
        report._periksa_pembaca(docs)
        values = super()._get_rendering_context(report, docids, data)
        if jenis:
            # The PDF engine has the stylesheet already.
            values.update(naskah=self._naskah(jenis, docs), gaya="" if values.get("untuk_pdf") else gaya())
        return values

    def _naskah(self, jenis, docs):
        if not docs and not NASKAH[jenis].boleh_kosong:
            raise UserError(self.env._("Choose what is to be printed first."))
        return [Surat(doc, jenis) for doc in docs or [docs]]

    def _pre_render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        report = self._get_report(report_ref)
        jenis = report._jenis_naskah()
        tabel = jenis and NASKAH[jenis].bersama
        uji = modules.module.current_test or config["test_enable"]
        if not jenis or (uji and not tabel and not self.env.context.get("force_report_rendering")):
            return super()._pre_render_qweb_pdf(report_ref, res_ids=res_ids, data=data)
        res_ids = [res_ids] if isinstance(res_ids, int) else list(dict.fromkeys(res_ids or []))
        docs = self.env[report.model].browse(res_ids)
        report._periksa_pembaca(docs)
        if tabel:
            pdf = buku_pdf(BukuRegister(self.env, Domain("id", "in", docs.ids)))
            return {False: {"stream": io.BytesIO(pdf), "attachment": None}}, "pdf"
        if not NASKAH[jenis].beku:  # one file for all that are printed, archivable as each would be
            html, _jenis = self._render_qweb_html(report_ref, docs.ids, data={**(data or {}), "untuk_pdf": True})
            return {False: {"stream": io.BytesIO(self._html_ke_pdf(html)), "attachment": None}}, "pdf"
        hasil = {}
        for doc in docs or [docs]:
            pdf = self._pdf_beku(doc, jenis)
            if not pdf:
                html, _jenis = self._render_qweb_html(report_ref, doc.ids, data={**(data or {}), "untuk_pdf": True})
                pdf = self._html_ke_pdf(html)
            hasil[doc.id if len(doc) == 1 else False] = {"stream": io.BytesIO(pdf), "attachment": None}
        return hasil, "pdf"

    def _pdf_beku(self, doc, jenis):
        """Return the kept PDF (bytes) of a paper that was handed up or frozen: it is printed again, never made anew.

        :raise NaskahBerubah: the kept file is another by now
        """
        dokumen_sudo = self._dokumen_beku(doc, jenis)
        # The record was checked; the paper may show an open identity besides.
        dokumen_sudo.with_env(doc.env).check_access("read")
        if not dokumen_sudo:
            return b""
        return dokumen_sudo._isi_pdf("pdf" if dokumen_sudo.dibekukan else "pdf_ajuan")

    def _dokumen_beku(self, doc, jenis):
        """Return the paper, frozen or handed up, that a record has of a kind (superuser); none for several.

        A form that came back to the pelapor is being filled in again; neither of its sheets is final until then.
        """
        Dokumen = self.env["dpmd.dokumen"]
        if len(doc) != 1 or (jenis in FORMULIR and perkara(doc).sudo().langkah <= Langkah.FORMULIR):
            return Dokumen
        return Dokumen._dari(doc, jenis).filtered(lambda satu: satu.dibekukan or satu.state == "diajukan")

    def _ada_beku(self, report_ref, ids):
        """Return whether a print is a PDF whatever form is asked for: of issued papers, and of what has no other.

        :param report_ref: name or xmlid of a report
        :param ids: ids of the records that are printed
        """
        report = self._get_report(report_ref)
        jenis = report._jenis_naskah()
        if not jenis or NASKAH[jenis].bersama:
            return bool(jenis)
        docs = self.env[report.model].browse(ids)
        return any(self._dokumen_beku(doc, jenis) for doc in docs or [docs])

    def _html_ke_pdf(self, html):
        """Return HTML (bytes) as an archivable PDF (bytes).

        :raise UserError: WeasyPrint or its libraries are missing on this server
        """
        try:
            return html_ke_pdf(html.decode())
        except (ImportError, OSError) as error:
            raise UserError(
                self.env._(
                    "Letters cannot be printed: WeasyPrint is missing on this server. "
                    "Ask your administrator to install it (pip install weasyprint, and the "
                    "libraries Pango and HarfBuzz)."
                )
            ) from error
