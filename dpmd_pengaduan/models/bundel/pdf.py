"""A bundle as one PDF: cover with contents, then the papers as they were issued, each with its bookmark."""

import io

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject, TextStringObject

from . import lembar
from .isi import BELUM


def jilid(bundel, keluar):
    """Write a bundle as one PDF.

    The pages of the papers are those that were kept, not a mark on them; what cannot be read as a PDF is named only.

    :param bundel: the ``Bundel``
    :param keluar: a binary file to write to
    :return: how many pages it has
    """
    naskah = [(butir, baca) for butir in bundel.ada if (baca := _baca(butir))]
    depan = _sampul(bundel, naskah)
    penulis = PdfWriter()
    penulis.append(depan, outline_item="Sampul dan daftar isi", import_outline=False)
    putaran = {}
    for butir, baca in naskah:
        if bundel.kasus.putaran > 1 and butir.putaran not in putaran:
            putaran[butir.putaran] = penulis.add_outline_item(f"Putaran {butir.putaran}", len(penulis.pages))
        halaman = len(penulis.pages)
        penulis.append(baca, import_outline=False)
        penulis.add_outline_item(_judul(butir), halaman, parent=putaran.get(butir.putaran))
    _tentang(penulis, bundel)
    penulis.write(keluar)
    return len(penulis.pages)


def _baca(butir):
    """Return the pages of a paper; ``None`` for one that is no PDF a program can read, which is then named only."""
    try:
        baca = PdfReader(io.BytesIO(butir.isi()))
        if len(baca.pages):
            return baca
    except PyPdfError:
        pass
    butir.keadaan, butir.sebab = BELUM, "tidak dapat dijilid; lihat berkas ZIP"
    return None


def _sampul(bundel, naskah):
    """Return the cover with the contents: made twice, since it tells on which page each paper is after itself."""
    tebal, kini = 0, 1
    while kini != tebal:
        tebal = halaman = kini
        for butir, baca in naskah:
            butir.halaman = halaman + 1
            halaman += len(baca.pages)
        depan = PdfReader(io.BytesIO(bundel.halaman(lembar.SAMPUL, "bundel_sampul", tebal=halaman)))
        kini = len(depan.pages)
    return depan


def _judul(butir):
    """Return the words of a bookmark."""
    langkah = f"{butir.langkah}. " if butir.langkah <= 17 else ""
    return " ".join(filter(None, [f"{langkah}{butir.judul}", butir.nomor]))


def _tentang(penulis, bundel):
    """Say in the file what it is, in which language, and show the bookmarks when it is opened."""
    penulis.add_metadata(
        {
            "/Title": f"Berkas Perkara {bundel.kasus.name}",
            "/Author": bundel.surat.instansi.name,
            "/Creator": "dpmd_pengaduan",
        }
    )
    penulis.root_object[NameObject("/Lang")] = TextStringObject("id")
    penulis.page_mode = "/UseOutlines"
