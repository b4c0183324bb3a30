"""The buku register as a PDF, drawn line by line: a row costs a hundredth of what it costs as a page of HTML.

The layout needs no markup: what people wrote is drawn as it is, never parsed.
"""

import base64
import io
import re
import unicodedata
from functools import cache

from odoo.tools import file_path
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .buku_register import KOLOM
from .gambar import gambar
from .surat import KERTAS

# reportlab embeds TrueType outlines only, so the otf family that letters can be set in is not for the book.
BIASA, TEBAL = "LiberationSans-Regular", "LiberationSans-Bold"
UKURAN, JARAK, TEPI, SELA_BARIS = 7.5, 8.6, 1 * mm, 0.8 * mm  # of the table: letters, lines, room beside and above
RUANG_TTD, LEBAR_TTD, JARAK_TTD = 17 * mm, 85 * mm, 12  # of a signature: room to sign, width, from line to line
MENDATAR_MAKS = 20  # mm; a wide table needs the room that letters leave at their sides
BERSAMA = 2  # rows that stay with the signatures
TIDAK_ADA = "\N{WHITE SQUARE}"  # for a character that the font does not have
SELA = re.compile(r"[^/\-.,@_:;?&=]*[/\-.,@_:;?&=]*")  # where a word too long for its column is parted first
TOTAL = "jumlah_halaman"
SELISIH = 0.1  # points; sums in another order are not quite equal


@cache
def _huruf():
    """Load the fonts into reportlab, once per process; return what makes a text printable with them."""
    for nama in (BIASA, TEBAL):
        pdfmetrics.registerFont(TTFont(nama, file_path(f"dpmd_pengaduan/static/fonts/{nama}.ttf")))
    return _Cetakan(pdfmetrics.getFont(BIASA).face.charToGlyph)


class _Cetakan(dict):
    """A table for ``str.translate``: blanks for control characters, a sign for what the font does not have."""

    def __init__(self, ada):
        super().__init__({ord("\n"): "\n"})
        self.ada = ada

    def __missing__(self, kode):
        jenis = unicodedata.category(chr(kode))
        if jenis == "Cf":  # invisible anyhow, and some turn the direction of the line
            self[kode] = ""
        elif jenis in ("Cc", "Zl", "Zp"):
            self[kode] = " "
        else:
            self[kode] = chr(kode) if kode in self.ada else TIDAK_ADA
        return self[kode]


def buku_pdf(buku, baris=None):
    """Return the register as a PDF (bytes).

    :param BukuRegister buku: what it says
    :param baris: its rows, where they are known already
    """
    return _BukuPdf(buku).cetak(buku.baris() if baris is None else baris)


class _BukuPdf:
    """The book on a canvas: ``y`` is how far down the page is filled, in points from its lower edge."""

    def __init__(self, buku):
        self.buku = buku
        self.cetakan = _huruf()
        self.ukur = cache(self._ukur)
        instansi = buku.instansi
        self.tinggi, self.lebar = (sisi * mm for sisi in KERTAS[instansi.kertas])
        atas, kanan, bawah, kiri = (
            min(instansi[f"margin_{sisi}"], MENDATAR_MAKS) * mm for sisi in ("atas", "kanan", "bawah", "kiri")
        )
        self.kiri, self.kanan = kiri, self.lebar - kanan
        self.atas, self.bawah = self.tinggi - atas, bawah
        sisa = (self.kanan - kiri - sum(kolom.lebar * mm for kolom in KOLOM)) / sum(kolom.bagian for kolom in KOLOM)
        self.kolom = [kolom.lebar * mm + kolom.bagian * sisa for kolom in KOLOM]
        self.garis = [kiri + sum(self.kolom[:ke]) for ke in range(len(KOLOM) + 1)]
        self.kepala = self._sel([kolom.judul for kolom in KOLOM], TEBAL)
        self.berkas = io.BytesIO()
        # Its own first font would be Helvetica, which is not embedded.
        self.kanvas = Canvas(
            self.berkas, (self.lebar, self.tinggi), pageCompression=1, lang="id-ID", initialFontName=BIASA
        )
        self.kanvas.setCreator("dpmd_pengaduan")
        self.kanvas.setTitle(f"{buku.judul}, {buku.periode}")
        self.kanvas.setAuthor(instansi.name)
        self.kanvas.setSubject(f"{buku.judul} {instansi.name}")
        self.kanvas.setViewerPreference("DisplayDocTitle", "true")

    def cetak(self, baris):
        """Return the whole book (bytes)."""
        self.y = self.atas
        self._kop()
        self._judul()
        self._kepala_tabel()
        akhir = []  # rows that are held back, for the signatures
        for satu in baris:
            akhir.append((self._sel([self._teks(isi) for isi in satu.isi]), satu.batal))
            if len(akhir) > BERSAMA:
                self._baris(*akhir.pop(0))
        self._penutup(akhir)
        self._selesai_halaman()
        self.kanvas.beginForm(TOTAL, 0, -5, 50, 20)
        self._tulis(str(self.kanvas.getPageNumber() - 1), 0, 0, BIASA, 8)
        self.kanvas.endForm()
        self.kanvas.save()
        return self.berkas.getvalue()

    # ------------------------------------------------------------------
    # Words and lines
    # ------------------------------------------------------------------

    def _ukur(self, kata, huruf, ukuran):
        return pdfmetrics.stringWidth(kata, huruf, ukuran)

    def _teks(self, isi):
        if isinstance(isi, str):
            return isi
        return f"{isi:%d-%m-%y}" if isi else "-"

    def _lipat(self, teks, lebar, huruf=BIASA, ukuran=UKURAN):
        """Return a text as lines that fit a width (points). A word is parted only where no line could hold it."""
        baris = []
        for alinea in unicodedata.normalize("NFC", teks).translate(self.cetakan).split("\n"):
            isi, panjang = [], 0
            spasi = self.ukur(" ", huruf, ukuran)
            for kata in alinea.split():
                bagian = [kata] if self.ukur(kata, huruf, ukuran) <= lebar else self._potong(kata, lebar, huruf, ukuran)
                for ke, potong in enumerate(bagian):
                    sela = spasi if isi and not ke else 0
                    perlu = self.ukur(potong, huruf, ukuran)
                    if isi and panjang + sela + perlu > lebar:
                        baris.append("".join(isi))
                        isi, panjang, sela = [], 0, 0
                    isi.append(" " + potong if sela else potong)
                    panjang += sela + perlu
            baris.append("".join(isi))
        return baris

    def _potong(self, kata, lebar, huruf, ukuran):
        """Return the parts of a word too long for a line: after a sign such as /, or where the line is full."""
        hasil = []
        for bagian in SELA.findall(kata):
            awal = panjang = 0
            for ke, satu in enumerate(bagian):
                perlu = self.ukur(satu, huruf, ukuran)
                if ke > awal and panjang + perlu > lebar:
                    hasil.append(bagian[awal:ke])
                    awal, panjang = ke, 0
                panjang += perlu
            hasil.append(bagian[awal:])
        return [bagian for bagian in hasil if bagian]

    def _sel(self, isi, huruf=BIASA):
        """Return the lines of each cell of a row."""
        return [self._lipat(teks, lebar - 2 * TEPI, huruf) for teks, lebar in zip(isi, self.kolom, strict=True)]

    def _tulis(self, teks, x, y, huruf, ukuran, geser=0):
        """Draw a line of text; ``geser`` 0 begins at x, 0.5 is centred on it, 1 ends there."""
        self.kanvas.setFont(huruf, ukuran)
        self.kanvas.drawString(x - geser * self.ukur(teks, huruf, ukuran), y, teks)

    # ------------------------------------------------------------------
    # Pages
    # ------------------------------------------------------------------

    def _kop(self):
        kiri, tengah = self.kiri, (self.kiri + self.kanan) / 2
        logo = gambar(self.buku.instansi.with_context(bin_size=False).logo)
        y = self.atas
        if logo:
            png = ImageReader(io.BytesIO(base64.b64decode(logo.partition(",")[2])))
            self.kanvas.drawImage(png, kiri, y - 22 * mm, 22 * mm, 22 * mm, mask="auto", preserveAspectRatio=True)
        lebar = self.kanan - kiri - 2 * 25 * mm
        for teks, huruf, ukuran in zip(self.buku.kop, (BIASA, TEBAL, BIASA, BIASA), (13, 15.5, 8.5, 8.5), strict=True):
            for baris in self._lipat(teks, lebar, huruf, ukuran) if teks else ():
                y -= ukuran * 1.2
                self._tulis(baris, tengah, y, huruf, ukuran, 0.5)
        y = min(y - 3 * mm, self.atas - (23.5 * mm if logo else 0))
        for tebal, turun in ((2.2, 0), (0.7, 2.4)):
            self.kanvas.setLineWidth(tebal)
            self.kanvas.line(kiri, y - turun, self.kanan, y - turun)
        self.y = y - 2.4

    def _judul(self):
        tengah, lebar = (self.kiri + self.kanan) / 2, self.kanan - self.kiri
        self.y -= 3 * mm
        for teks, huruf, ukuran in ((self.buku.judul, TEBAL, 13), (self.buku.periode, BIASA, 11)):
            for baris in self._lipat(teks.upper(), lebar, huruf, ukuran):
                self.y -= ukuran * 1.3
                self._tulis(baris, tengah, self.y, huruf, ukuran, 0.5)
        self.y -= 4 * mm

    def _kepala_tabel(self):
        """Draw the head of the table, and below it the numbers of its columns."""
        self.puncak = self.y
        nomor = [[str(ke)] for ke in range(1, len(KOLOM) + 1)]
        for sel, huruf in ((self.kepala, TEBAL), (nomor, BIASA)):
            tinggi = self._tinggi(sel)
            self.kanvas.setFillGray(0.93)
            self.kanvas.rect(self.kiri, self.y - tinggi, self.kanan - self.kiri, tinggi, stroke=0, fill=1)
            self.kanvas.setFillGray(0)
            for baris, x, lebar in zip(sel, self.garis, self.kolom, strict=False):
                y = self.y - (tinggi - len(baris) * JARAK) / 2 - UKURAN
                for ke, teks in enumerate(baris):
                    self._tulis(teks, x + lebar / 2, y - ke * JARAK, huruf, UKURAN, 0.5)
            self._garis_datar(self.y)
            self.y -= tinggi
            self._garis_datar(self.y)

    def _garis_datar(self, y):
        self.kanvas.setLineWidth(0.6)
        self.kanvas.line(self.kiri, y, self.kanan, y)

    def _tutup_tabel(self):
        for x in self.garis:
            self.kanvas.line(x, self.puncak, x, self.y)

    def _selesai_halaman(self):
        """Draw the foot of the page: what it is a page of, which one, and that a trial office made it."""
        y = self.bawah - 6 * mm
        kaki = (
            "KANTOR UJI COBA – bukan naskah dinas"
            if self.buku.instansi.uji_coba
            else f"{self.buku.judul}, {self.buku.periode}"
        )
        self._tulis(self._lipat(kaki, self.kanan - self.kiri - 45 * mm, ukuran=8)[0], self.kiri, y, BIASA, 8)
        x = self.kanan - 5 * mm  # room for the total, which is known at the end
        self._tulis(f"halaman {self.kanvas.getPageNumber()} dari ", x, y, BIASA, 8, 1)
        self.kanvas.saveState()
        self.kanvas.translate(x, y)
        self.kanvas.doForm(TOTAL)
        self.kanvas.restoreState()
        self.kanvas.showPage()

    def _halaman_baru(self):
        self._tutup_tabel()
        self._selesai_halaman()
        self.y = self.atas
        self._kepala_tabel()

    # ------------------------------------------------------------------
    # Rows and the end
    # ------------------------------------------------------------------

    def _tinggi(self, sel):
        return max(map(len, sel)) * JARAK + 2 * SELA_BARIS

    @property
    def _tinggi_penuh(self):
        """How much fits on a page that has the head of the table only."""
        return self.atas - self.bawah - self._tinggi(self.kepala) - self._tinggi([[""]])

    def _baris(self, sel, batal):
        """Draw a row, on the next page where this one has no room; one longer than a page goes on over it."""
        while self.y - self._tinggi(sel) < self.bawah - SELISIH:
            muat = int((self.y - self.bawah - 2 * SELA_BARIS) // JARAK)
            if self._tinggi(sel) > self._tinggi_penuh and muat > 0:
                self._gambar_baris([baris[:muat] for baris in sel], batal)
                sel = [baris[muat:] for baris in sel]
            self._halaman_baru()
        self._gambar_baris(sel, batal)

    def _gambar_baris(self, sel, batal):
        terakhir = len(sel) - 1
        for ke, (baris, x) in enumerate(zip(sel, self.garis, strict=False)):
            teks = self.kanvas.beginText(x + TEPI, self.y - SELA_BARIS - UKURAN)
            teks.setFont(BIASA, UKURAN, JARAK)
            for satu in baris:
                teks.textLine(satu)
            self.kanvas.drawText(teks)
            if batal and ke < terakhir:
                self.kanvas.setLineWidth(0.5)
                for nomor, satu in enumerate(baris):
                    y = self.y - SELA_BARIS - UKURAN - nomor * JARAK + UKURAN * 0.28
                    self.kanvas.line(x + TEPI, y, x + TEPI + self.ukur(satu, BIASA, UKURAN), y)
        self.y -= self._tinggi(sel)
        self._garis_datar(self.y)

    def _penutup(self, akhir):
        """Draw the last rows, and with them the total and the signatures: these never stand alone on a page."""
        jumlah = self._lipat(self.buku.penutup, self.kanan - self.kiri, ukuran=9)
        blok = [self._baris_ttd(blok) for blok in self.buku.blok]
        di_atas, di_bawah = (max(map(len, bagian)) * JARAK_TTD for bagian in zip(*blok, strict=True))
        tinggi = len(jumlah) * JARAK_TTD + di_atas + di_bawah + RUANG_TTD + 8 * mm
        for sel, batal in self._yang_bersama(akhir, tinggi):
            self._gambar_baris(sel, batal)
        self._tutup_tabel()
        y = self.y - 2 * mm
        for teks in jumlah:
            y -= JARAK_TTD
            self._tulis(teks, self.kiri, y, BIASA, 9)
        y -= 4 * mm
        for bagian, x in zip(blok, (self.kiri + 10 * mm, self.kanan - LEBAR_TTD), strict=True):
            for baris, mulai in zip(bagian, (y, y - di_atas - RUANG_TTD), strict=True):
                for ke, (teks, huruf) in enumerate(baris, 1):
                    self._tulis(teks, x, mulai - ke * JARAK_TTD, huruf, 10)

    def _yang_bersama(self, akhir, tinggi):
        """Return the rows that stand on the last page above what is ``tinggi`` high; draw those before them."""
        while len(akhir) > 1 and sum(self._tinggi(sel) for sel, _batal in akhir) + tinggi > self._tinggi_penuh:
            self._baris(*akhir.pop(0))
        if akhir and self._tinggi(akhir[0][0]) + tinggi > self._tinggi_penuh:
            # A row as long as a page: its last lines stay with the signatures.
            sel, batal = akhir.pop()
            ekor = max(map(len, sel)) - 5
            self._baris([baris[:ekor] for baris in sel], batal)
            akhir = [([baris[ekor:] for baris in sel], batal)]
        if self.y - sum(self._tinggi(sel) for sel, _batal in akhir) - tinggi < self.bawah:
            self._halaman_baru()
        return akhir

    def _baris_ttd(self, blok):
        """Return the lines of a signature block, each with its font: those above the signature, those below."""
        di_atas = [(teks, BIASA) for teks in (*blok.kepala, f"{blok.sebutan},")]
        nip = blok.nip and f"NIP. {blok.nip}"
        di_bawah = [(blok.nama or "." * 50, TEBAL), (blok.pangkat, BIASA), (nip, BIASA)]
        return [
            [(baris, huruf) for teks, huruf in bagian if teks for baris in self._lipat(teks, LEBAR_TTD, huruf, 10)]
            for bagian in (di_atas, di_bawah)
        ]
