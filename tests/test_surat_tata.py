"""Where things stand on the page: nothing outside of it, no signature alone, sheets counted, marks on every page."""

import io
import os
from pathlib import Path

import pypdfium2
from freezegun import freeze_time
from odoo import Command
from odoo.addons.dpmd_pengaduan.models.naskah.mesin_pdf import html_ke_pdf
from odoo.addons.dpmd_pengaduan.models.naskah.surat import Surat
from odoo.tests import tagged
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from .common import KantorCase
from .test_surat import CetakMixin

MM = 72 / 25.4
EMAS = Path(__file__).parent / "emas"


class Potong:
    """A meeting with fewer invitees than it has."""

    def __init__(self, rapat, jumlah):
        self._rapat, self._jumlah = rapat, jumlah
        self.peserta_ids = rapat.peserta_ids[:jumlah]

    def __getattr__(self, nama):
        return getattr(self._rapat, nama)


@tagged("standard", "post_install", "-at_install")
class TestSuratTata(CetakMixin, KantorCase):
    """One case with a meeting of sixty invitees, laid out again and again."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()
        cls.pengaduan, _kode = cls.buat()
        diri = cls("test_tables_tell_their_heads")  # the walk is the same for all
        diri.jalan(cls.pengaduan, 9)
        tamu = [
            Command.create({"nama": f"Tamu ke-{ke} dengan nama yang cukup panjang", "jabatan": "Ketua RT"})
            for ke in range(1, 61)
        ]
        cls.rapat = diri.buat_rapat(cls.pengaduan, peserta_ids=tamu).sudo()

    def cetak(self, surat):
        """Return letters (Surat) laid out one after the other in one go (PDF, bytes)."""
        templat = f"dpmd_pengaduan.surat_{surat[0].jenis.kunci}"
        return html_ke_pdf(str(self.env["ir.qweb"]._render(templat, {"naskah": surat, "gaya": ""})))

    def halaman(self, surat):
        """Return their pages."""
        return PdfReader(io.BytesIO(self.cetak(surat))).pages

    def sapu(self, jenis, doc, potong, jumlah, awal):
        """Return the pages of one paper for each number of rows, as words.

        :param str awal: what the first page of each begins with
        """
        semua = []
        for n in jumlah:
            surat = Surat(doc, jenis)
            surat.doc = potong(doc, n)
            semua.append(surat)
        naskah = []
        for lembar in self.halaman(semua):
            teks = " ".join(lembar.extract_text().split())
            if awal in teks:
                naskah.append([])
            naskah[-1].append(teks)
        self.assertEqual(len(naskah), len(semua))
        return dict(zip(jumlah, naskah, strict=True))

    # ------------------------------------------------------------------
    # Signatures
    # ------------------------------------------------------------------

    def test_a_signature_never_stands_alone_on_a_page(self):
        for kertas, huruf in (("f4", "arial"), ("a4", "bookman")):
            self.instansi.write({"kertas": kertas, "huruf": huruf})
            naskah = self.sapu("daftar_hadir", self.rapat, Potong, range(1, 31), "DAFTAR HADIR")
            naskah_undangan = self.sapu("undangan", self.rapat, Potong, range(20, 60), "Undangan Rapat Koordinasi")
            for n, lembar in [*naskah.items(), *naskah_undangan.items()]:
                with self.subTest(n, kertas=kertas):
                    if len(lembar) > 1 and n > 1:
                        self.assertGreaterEqual(lembar[-1].count("Tamu ke-"), 2, lembar[-1][:300])
                    self.assertIn("NIP.", lembar[-1])
                    self.assertIn("Tamu ke-1 ", " ".join(lembar))
                    self.assertIn(f"Tamu ke-{n} ", " ".join(lembar))

    def test_an_attachment_is_counted_in_real_sheets(self):
        for n, lembar in ((6, "1 (satu) lembar"), (30, "2 (dua) lembar"), (60, "3 (tiga) lembar")):
            surat = Surat(self.rapat, "undangan")
            surat.doc = Potong(self.rapat, n)
            halaman = [" ".join(satu.extract_text().split()) for satu in self.halaman([surat])]
            self.assertIn(f"Lampiran : {lembar}", halaman[0])
            ke = next(ke for ke, teks in enumerate(halaman) if "DAFTAR UNDANGAN" in teks)
            self.assertEqual(len(halaman) - ke, int(lembar[0]))

    # ------------------------------------------------------------------
    # The page
    # ------------------------------------------------------------------

    def test_nothing_stands_outside_the_margins(self):
        panjang = "Sangatpanjangsekalitanpaspasi" * 12
        self.rapat.write({"tempat": panjang, "agenda": "Acara " * 200 + panjang})
        for kertas, lebar, tinggi in (("f4", 215, 330), ("a4", 210, 297)):
            self.instansi.kertas = kertas
            for jenis in ("undangan", "daftar_hadir", "notulen"):
                surat = Surat(self.rapat, jenis)
                surat.doc = Potong(self.rapat, 12)
                berkas = pypdfium2.PdfDocument(self.cetak([surat]))
                for lembar in berkas:
                    self.assertEqual([round(sisi / MM) for sisi in lembar.get_size()], [lebar, tinggi])
                    teks = lembar.get_textpage()
                    kotak = [
                        [sisi / MM for sisi in teks.get_charbox(ke)]
                        for ke, huruf in enumerate(teks.get_text_range())
                        if huruf.strip() and ke not in self.cap(teks)
                    ]
                    self.assertTrue(kotak)
                    self.assertGreaterEqual(min(kiri for kiri, *_sisi in kotak), 25, jenis)  # the kop is wider by 4 mm
                    self.assertLessEqual(max(kanan for _kiri, _bawah, kanan, _atas in kotak), lebar - 20.5, jenis)
                    self.assertGreaterEqual(min(bawah for _kiri, bawah, *_sisi in kotak), 8, jenis)
                    self.assertLessEqual(max(atas for *_sisi, atas in kotak), tinggi - 24, jenis)

    def test_the_sample_letter_looks_as_it_did(self):
        """A golden picture, made anew by ``EMAS=1 ./dev test tests/test_surat_tata.py -k looks`` and looked at."""
        for kertas, huruf in (("f4", "arial"), ("a4", "bookman")):
            self.instansi.write({"kertas": kertas, "huruf": huruf})
            with freeze_time("2026-03-02 01:00"):
                berkas = pypdfium2.PdfDocument(self.instansi._pdf_contoh())
            gambar = berkas[0].render(scale=50 / 72, grayscale=True).to_pil()
            emas = EMAS / f"contoh-{kertas}-{huruf}.png"
            if os.environ.get("EMAS"):
                gambar.save(emas, optimize=True)
            with Image.open(emas) as lama:
                self.assertEqual(gambar.size, lama.size)
                beda = ImageChops.difference(gambar, lama.convert("L")).filter(ImageFilter.BoxBlur(1))
            # What moved by a line or is another word shows as dark; edges drawn by another FreeType do not.
            berubah = sum(beda.histogram()[60:]) / (beda.width * beda.height)
            self.assertLess(berubah, 0.002, f"{emas.name}: {berubah:.2%} of the page changed")

    def cap(self, teks):
        """Return where the word across the page stands among the characters of a page."""
        awal = teks.get_text_range().find("KONSEP")
        return range(awal, awal + len("KONSEP"))

    def test_fonts_are_ours_and_embedded(self):
        for huruf, nama in (("arial", "NaskahSans"), ("bookman", "NaskahBookman")):
            self.instansi.huruf = huruf
            dipakai = set()
            surat = Surat(self.rapat, "notulen")
            for lembar in self.halaman([surat]):
                for font in lembar["/Resources"]["/Font"].values():
                    dipakai.add(font["/BaseFont"].partition("+")[2].replace("-", ""))
                    turunan = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
                    self.assertTrue({"/FontFile2", "/FontFile3"} & set(turunan))
            self.assertIn(nama, dipakai)
            self.assertFalse({satu for satu in dipakai if not satu.startswith("Naskah")}, "none of the server's")

    def test_a_draft_says_so_on_every_page(self):
        surat = Surat(self.rapat, "undangan")
        halaman = self.halaman([surat])
        self.assertGreater(len(halaman), 1)
        for lembar in halaman:
            self.assertIn("KONSEP", lembar.extract_text())

    # ------------------------------------------------------------------
    # For those who hear the letter, and for the archive
    # ------------------------------------------------------------------

    def test_an_issued_letter_is_tagged_and_says_what_it_is(self):
        naskah = self.pengaduan.dokumen_ids.filtered(lambda satu: satu.jenis == "telaahan_staf")
        berkas = PdfReader(io.BytesIO(naskah._isi_pdf()))
        katalog = berkas.trailer["/Root"]
        self.assertEqual(katalog["/Lang"], "id")
        self.assertTrue(katalog["/MarkInfo"]["/Marked"])
        tag = list(self.tag(katalog["/StructTreeRoot"]))
        self.assertEqual(tag[0][0], "/Document")
        jenis = [satu for satu, _alt in tag]
        self.assertLess(jenis.index("/H1"), jenis.index("/H2"), "headings in reading order")
        for gambar in (alt for satu, alt in tag if satu == "/Figure"):
            self.assertTrue(gambar, "each picture has words")
        metadata = berkas.xmp_metadata
        self.assertEqual((metadata.pdfaid_part, metadata.pdfaid_conformance), ("3", "A"))
        self.assertEqual(metadata.dc_creator, [self.instansi.name])
        self.assertIn(naskah.name, metadata.dc_description["x-default"])
        self.assertIn(naskah.name, metadata.dc_title["x-default"])
        self.assertEqual(metadata.xmp_create_date.date(), naskah.tanggal)

    def tag(self, simpul):
        """Yield the kinds of the structure tree in reading order, each with its words for a picture."""
        if isinstance(simpul, IndirectObject):
            simpul = simpul.get_object()
        if isinstance(simpul, list):
            for anak in simpul:
                yield from self.tag(anak)
        elif isinstance(simpul, dict):
            if "/S" in simpul:
                yield simpul["/S"], simpul.get("/Alt")
            if "/K" in simpul:
                yield from self.tag(simpul["/K"])

    def test_tables_tell_their_heads(self):
        surat = Surat(self.rapat, "daftar_hadir")
        surat.doc = Potong(self.rapat, 3)
        berkas = PdfReader(io.BytesIO(self.cetak([surat])))
        jenis = [satu for satu, _alt in self.tag(berkas.trailer["/Root"]["/StructTreeRoot"])]
        self.assertEqual(jenis.count("/TH"), 5 + 4, "five labels before the table, four heads of its columns")
