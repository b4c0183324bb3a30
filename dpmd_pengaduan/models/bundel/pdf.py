"""A bundle as one PDF: cover with contents, the papers as they were issued, the evidence, each with its bookmark."""

import base64
import io

from odoo.exceptions import UserError
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from ..dasar.berkas import bersihkan_berkas
from . import lembar
from .isi import LUAR

GAMBAR = ("jpg", "png", "webp")
# Evidence beyond this is in the ZIP only: somebody has to open and to print the PDF.
MAKS_BUKTI, MAKS_LEMBAR = 30 * 1024 * 1024, 100


def jilid(bundel, keluar):
    """Write a bundle as one PDF.

    The pages of the papers are those that were kept, not a mark on them; what cannot be read as a PDF is named only.

    :param bundel: the ``Bundel``
    :param keluar: a binary file to write to
    :return: how many pages it has
    """
    isi = [(butir, baca) for butir in bundel.ada if (baca := _baca_naskah(butir))] + list(_baca_bukti(bundel))
    penulis = PdfWriter()
    penulis.append(_sampul(bundel, isi), outline_item="Sampul dan daftar isi", import_outline=False)
    bagian = {}
    for butir, baca in isi:
        penulis.append(baca, import_outline=False)
        nama = _bagian(bundel, butir)
        if nama and nama not in bagian:
            bagian[nama] = penulis.add_outline_item(title=nama, page_number=butir.halaman - 1)
        penulis.add_outline_item(title=_judul(butir), page_number=butir.halaman - 1, parent=bagian.get(nama))
    _tentang(penulis, bundel)
    penulis.write(keluar)
    return len(penulis.pages)


def _baca_naskah(butir):
    """Return the pages of a paper; ``None`` where no program can read them, which is then said."""
    if baca := _halaman(butir.isi()):
        return baca
    butir.keadaan = LUAR
    return None


def _baca_bukti(bundel):
    """Yield the evidence that is a PDF or a picture and not too much, each with its pages."""
    sisa = MAKS_BUKTI
    for butir in bundel.lampiran:
        if not butir.isi or butir.ukuran > sisa or butir.akhiran not in (*GAMBAR, "pdf"):
            continue
        isi = butir.isi()
        if butir.akhiran in GAMBAR:
            isi = _lembar_gambar(bundel, butir, isi)
        baca = _halaman(isi)
        if baca and len(baca.pages) <= MAKS_LEMBAR:
            sisa -= butir.ukuran
            yield butir, _tanpa_aksi(baca)


def _halaman(isi):
    """Return the pages of a PDF (bytes); ``None`` for what is no PDF or one that is locked or broken."""
    try:
        baca = PdfReader(io.BytesIO(isi))
        return baca if len(baca.pages) else None
    except Exception:  # it came from elsewhere, and may be broken in any way
        return None


def _lembar_gambar(bundel, butir, isi):
    """Return a picture on a sheet (PDF, bytes), without what a camera writes into it; nothing where it is none."""
    try:
        bersih, mimetype, _akhiran = bersihkan_berkas(bundel.env, isi, MAKS_BUKTI // 1024**2)
    except UserError:
        return b""
    gambar = f"data:{mimetype};base64,{base64.b64encode(bersih).decode()}"
    return bundel.halaman(lembar.LAMPIRAN, "bundel_gambar", gambar=gambar, judul=butir.judul)


def _tanpa_aksi(baca):
    """Return foreign pages with all taken out that would do something when they are opened or pressed."""
    for lembaran in baca.pages:
        lembaran.pop("/AA", None)
        for catatan in lembaran.get("/Annots") or ():
            for kunci in ("/A", "/AA"):
                catatan.get_object().pop(kunci, None)
    return baca


def _sampul(bundel, isi):
    """Return the cover with the contents: made again until it knows how many pages it takes itself."""
    tebal, kini = 0, 1
    while kini != tebal:
        tebal = halaman = kini
        for butir, baca in isi:
            butir.halaman = halaman + 1
            halaman += len(baca.pages)
        depan = PdfReader(io.BytesIO(bundel.halaman(lembar.SAMPUL, "bundel_sampul", tebal=halaman)))
        kini = len(depan.pages)
    return depan


def _bagian(bundel, butir):
    """Return under which heading a bookmark stands; none where there is nothing to be told apart."""
    if not butir.langkah:
        return "Berkas pendukung"
    return f"Putaran {butir.putaran}" if bundel.kasus.putaran > 1 else ""


def _judul(butir):
    """Return the words of a bookmark."""
    langkah = f"{butir.langkah}. " if 1 <= butir.langkah <= 17 else ""
    return " ".join(filter(None, [f"{langkah}{butir.judul}", butir.nomor]))


def _tentang(penulis, bundel):
    """Say in the file what it is, in which language, and show the bookmarks when it is opened."""
    instansi = bundel.surat.instansi.name
    penulis.add_metadata({"/Title": f"Berkas Perkara {bundel.kasus.name}", "/Author": instansi})
    penulis.root_object[NameObject("/Lang")] = TextStringObject("id")
    penulis.page_mode = "/UseOutlines"
