from markupsafe import Markup
from odoo import models

from ..kantor.dpmd_penugasan import PELAKSANA
from .gambar import cap, gambar
from .kata import Kata
from .mesin_pdf import html_ke_pdf
from .surat import HURUF

LEBAR, TINGGI = 297, 210  # mm, A4 across


class CetakSop(Kata):
    """A version of the SOP as it is printed: what its template needs beside the record."""

    pelaksana = PELAKSANA

    def __init__(self, sop):
        self.sop, self.env = sop, sop.env
        self.company = sop.company_id or sop.env.company
        self.instansi = sop.env["dpmd.instansi"]._milik(self.company)

    @property
    def logo(self):
        return gambar(self.instansi.with_context(bin_size=False).logo)

    @property
    def halaman(self):
        """The page, as CSS; a draft says so across it."""
        css = Markup("@page { size: %dmm %dmm; margin: 14mm 14mm 16mm } %s") % (
            LEBAR,
            TINGGI,
            Markup(HURUF[self.instansi.huruf]),
        )
        return css + (cap("KONSEP", LEBAR, TINGGI) if self.sop.state == "konsep" else "")

    @property
    def kotak(self):
        """The pairs of boxes between head and table, as the SOP names them, its spelling included."""
        sop = self.sop
        return (
            (("Dasar Hukum :", sop.dasar_hukum), ("Kualifikasi pelaksana :", sop.kualifikasi)),
            (("Keterkaitan", sop.keterkaitan), ("Peralatan/perengkapan", sop.peralatan)),
            (("Peringatan", sop.peringatan), ("Pencatatan dan pendataan", sop.pencatatan)),
        )


class DpmdSop(models.Model):
    """The SOP on paper, as the office knows it."""

    _inherit = "dpmd.sop"

    def action_cetak(self):
        """Open this version as a PDF.

        :raise AccessError: for anyone who may not read it
        """
        self.ensure_one()
        self.check_access("read")
        return {"type": "ir.actions.act_url", "url": f"/pengaduan/sop/{self.id}", "target": "new"}

    def _pdf(self):
        """Return this version as a PDF (bytes)."""
        self.ensure_one()
        self.check_access("read")
        html = self.env["ir.qweb"]._render("dpmd_pengaduan.sop_cetak", {"cetak": CetakSop(self)})
        return html_ke_pdf(str(html))
