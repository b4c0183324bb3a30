"""WeasyPrint with stylesheet and fonts of the letters prepared once per process; it reaches for nothing outside."""

import logging
import re
import threading
from functools import cache
from pathlib import Path

from odoo.tools import file_path

from .kata import terbilang

# WeasyPrint tells each of its seven steps for each letter.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)

KUNCI = threading.Lock()  # Pango's fonts belong to one thread at a time
# How many sheets the attachment has is known only once it is laid out: <span class="lembar"> waits for the number.
LEMBAR = re.compile(r'(<span class="lembar">)[^<]*(</span>)')
LAMPIRAN = "lampiran"  # the id of what is counted, up to the end of the letter


@cache
def _mesin():
    """Return WeasyPrint's HTML, our stylesheets and the fonts they name, ready for every letter of this process.

    :raise ImportError, OSError: WeasyPrint or its libraries are missing
    """
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    huruf = FontConfiguration()
    asal = URLFetcher(allowed_protocols=["file"])  # our own two files, and the fonts beside them
    berkas = [Path(file_path(f"dpmd_pengaduan/reports/{nama}.css")) for nama in ("huruf", "surat")]
    return HTML, [CSS(filename=satu, font_config=huruf, url_fetcher=asal) for satu in berkas], huruf


def html_ke_pdf(html):
    """Return a letter (HTML text) as a tagged, archivable PDF (bytes).

    :raise ImportError, OSError: WeasyPrint or its libraries are missing on this server
    """
    with KUNCI:
        halaman = _tata(html)
        if LEMBAR.search(html):
            lembar = _lembar_lampiran(halaman)
            if lembar != 1:
                halaman = _tata(LEMBAR.sub(rf"\g<1>{terbilang(lembar)} lembar\g<2>", html))
        return halaman.write_pdf(pdf_variant="pdf/a-3a", finisher=_metadata_terbaca)


def _tata(html):
    """Return the laid-out pages of a letter; what it names outside of itself is not fetched."""
    from weasyprint.urls import URLFetcher

    HTML, gaya, huruf = _mesin()
    kertas = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=["data"]))
    return kertas.render(stylesheets=gaya, font_config=huruf)


def _lembar_lampiran(halaman):
    """Return on how many sheets the attachment of a laid-out letter stands."""
    awal = next((ke for ke, satu in enumerate(halaman.pages) if LAMPIRAN in satu.anchors), len(halaman.pages))
    return len(halaman.pages) - awal


def _metadata_terbaca(_document, pdf):
    """Leave the metadata uncompressed: so the code of a paper is found in its file (``banding.py``)."""
    for objek in pdf.objects:
        if getattr(objek, "extra", {}).get("Type") == "/Metadata":
            objek.compress = False
