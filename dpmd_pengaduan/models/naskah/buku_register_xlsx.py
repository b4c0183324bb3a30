"""The buku register as a spreadsheet: the columns of the paper, with real dates, to sort and to filter."""

import io

import xlsxwriter

from .buku_register import KOLOM
from .buku_register_pdf import MENDATAR_MAKS

KERTAS = {"f4": 14, "a4": 9}  # Excel's numbers of these papers
MM_HURUF = 1.9  # mm, the width of a letter
MAKS = 32000  # characters; a cell holds no more than 32,767
INCI = 25.4  # mm


def buku_xlsx(buku):
    """Return the register as an XLSX file (bytes); its rows are written one by one and not kept in memory.

    :param BukuRegister buku: what it says
    """
    berkas = io.BytesIO()
    kitab = xlsxwriter.Workbook(berkas, {"constant_memory": True})
    kitab.set_properties(
        {"title": f"{buku.judul}, {buku.periode}", "author": buku.instansi.name, "subject": buku.judul}
    )
    lembar = kitab.add_worksheet("Buku Register")
    baris = _kepala(kitab, lembar, buku)
    _halaman(lembar, buku, baris)
    akhir = _isi(kitab, lembar, buku, baris)
    # The buttons stand in the row of numbers: what lies below them is sorted.
    lembar.autofilter(baris - 1, 0, akhir - 1, len(KOLOM) - 1)
    lembar.write_string(akhir + 1, 0, buku.penutup)
    kitab.close()
    return berkas.getvalue()


def _kepala(kitab, lembar, buku):
    """Write title, head and numbers of the columns; return the first row (from 0) below them."""
    for ke, kolom in enumerate(KOLOM):
        lembar.set_column(ke, ke, (kolom.lebar + 2 * kolom.bagian) / MM_HURUF + 1.5)
    uji = ["KANTOR UJI COBA – bukan naskah dinas"] if buku.instansi.uji_coba else []
    judul = [buku.judul.upper(), buku.periode.upper(), buku.instansi.name, *uji]
    tebal = kitab.add_format({"bold": True, "font_size": 13})
    for ke, teks in enumerate(judul):
        lembar.write_string(ke, 0, teks, None if ke else tebal)
    baris = len(judul) + 1
    rupa = {
        "border": 1,
        "font_size": 8,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "bg_color": "#EEEEEE",
    }
    kepala, nomor = kitab.add_format({**rupa, "bold": True}), kitab.add_format(rupa)
    for ke, kolom in enumerate(KOLOM):
        lembar.write_string(baris, ke, kolom.judul, kepala)
    for ke in range(len(KOLOM)):
        lembar.write_number(baris + 1, ke, ke + 1, nomor)
    return baris + 2


def _halaman(lembar, buku, baris):
    """Set the page up for printing, and keep the head in sight."""
    instansi = buku.instansi
    lembar.freeze_panes(baris, 1)
    lembar.repeat_rows(baris - 2, baris - 1)
    lembar.set_landscape()
    lembar.set_paper(KERTAS[instansi.kertas])
    lembar.fit_to_pages(1, 0)
    sisi = {"left": "kiri", "right": "kanan", "top": "atas", "bottom": "bawah"}
    lembar.set_margins(
        **{inggris: min(instansi[f"margin_{kami}"], MENDATAR_MAKS) / INCI for inggris, kami in sisi.items()}
    )
    lembar.set_footer("&Rhalaman &P dari &N")


def _isi(kitab, lembar, buku, baris):
    """Write the rows; return the row (from 0) below the last."""
    rupa = {"border": 1, "font_size": 8, "valign": "top", "text_wrap": True}
    teks, hari = (
        [kitab.add_format({**rupa, **pola, "font_strikeout": coret}) for coret in (False, True)]
        for pola in ({}, {"num_format": "dd-mm-yyyy"})
    )
    for satu in buku.baris():
        for ke, isi in enumerate(satu.isi):
            batal = satu.batal and ke < len(KOLOM) - 1
            if isinstance(isi, str):
                # Never `write`: it would make formulas and links of what people wrote.
                lembar.write_string(baris, ke, isi if len(isi) < MAKS else f"{isi[:MAKS]} …", teks[batal])
            elif isi:
                lembar.write_datetime(baris, ke, isi, hari[batal])
            else:
                lembar.write_blank(baris, ke, None, hari[batal])
        baris += 1
    return baris
