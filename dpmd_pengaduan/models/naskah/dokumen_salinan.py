import io

from odoo import models
from odoo.exceptions import UserError

from .gambar import cap
from .mesin_pdf import html_ke_pdf


class DpmdDokumen(models.Model):
    """A copy of an issued paper for others, which says so across every page; the paper itself is never touched."""

    _inherit = "dpmd.dokumen"

    def action_salinan(self):
        """Open a copy of the issued paper with SALINAN across every page.

        :raise UserError: it was not issued
        """
        self.ensure_one()
        self.check_access("read")
        if not self.dibekukan:
            raise UserError(self.env._("Only an issued paper has copies."))
        return {"type": "ir.actions.act_url", "url": f"/pengaduan/salinan/{self.id}", "target": "new"}

    def _pdf_salinan(self):
        """Return the copy (PDF, bytes). No archive format and without the code: a copy does not prove itself.

        :raise NaskahBerubah: the kept file is not the one that was issued
        """
        from pypdf import PdfReader, PdfWriter

        salinan = PdfWriter(clone_from=PdfReader(io.BytesIO(self._isi_pdf())))
        capan = {}
        for lembar in salinan.pages:
            lebar, tinggi = (round(float(sisi) / 72 * 25.4) for sisi in lembar.mediabox[2:])
            if (lebar, tinggi) not in capan:
                gaya = f"@page {{ size: {lebar}mm {tinggi}mm; margin: 0 }}{cap('SALINAN', lebar, tinggi)}"
                kosong = html_ke_pdf(f'<html lang="id"><title>Salinan</title><style>{gaya}</style><body></body></html>')
                capan[lebar, tinggi] = PdfReader(io.BytesIO(kosong)).pages[0]
            lembar.merge_page(capan[lebar, tinggi], over=False)
        salinan.root_object.pop("/Metadata", None)
        salinan.metadata = {"/Title": f"Salinan {self.display_name}"}
        isi = io.BytesIO()
        salinan.write(isi)
        return isi.getvalue()
