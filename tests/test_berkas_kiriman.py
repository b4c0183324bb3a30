"""What citizens send is kept without what is hidden in it, or refused by name with what to do."""

import io
import struct
import zlib
from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.models.dasar import pdf_bersih, terpisah
from odoo.addons.dpmd_pengaduan.models.dasar.berkas import bersihkan_berkas
from odoo.addons.dpmd_pengaduan.models.dasar.kiriman import bersihkan_kiriman
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from . import pdf
from .publik import gambar

RAHASIA = "Siti Marlina"  # nothing of a clean file may say it
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>{RAHASIA}</creator></x:xmpmeta>'.encode()


def nama(teks):
    return NameObject(teks)


def kamus(**isi):
    """Return a dictionary of a PDF; strings that begin with a slash are names."""
    nilai = {kunci: nama(satu) if isinstance(satu, str) and satu[:1] == "/" else satu for kunci, satu in isi.items()}
    return DictionaryObject(
        {nama(f"/{kunci}"): TextStringObject(satu) if type(satu) is str else satu for kunci, satu in nilai.items()}
    )


def aliran(data, **isi):
    satu = DecodedStreamObject()
    satu.set_data(data)
    satu.update(kamus(**isi))
    return satu


def exif():
    isi = Image.Exif()
    isi[0x013B] = RAHASIA  # Artist
    isi.get_ifd(0x8825)[1] = "S"  # GPS
    return isi.tobytes()


def citra(format_gambar, **simpan):
    keluar = io.BytesIO()
    Image.new("RGB", (64, 48), "#337755").save(keluar, format=format_gambar, **simpan)
    return keluar.getvalue()


def png_teks():
    teks = PngImagePlugin.PngInfo()
    teks.add_text("Author", RAHASIA)
    teks.add_itxt("XML:com.adobe.xmp", XMP.decode())
    teks.add_text("Comment", RAHASIA, zip=True)
    return citra("PNG", pnginfo=teks)


def surat_foto():
    """Return a PDF whose page is a photo as a phone took it."""
    isi = pdf.penulis()
    foto = aliran(
        citra("JPEG", exif=exif(), comment=RAHASIA.encode()) + b"SEFT" + RAHASIA.encode(),
        Type="/XObject", Subtype="/Image", Filter="/DCTDecode", ColorSpace="/DeviceRGB",
    )  # fmt: skip
    sumber = isi.pages[0]["/Resources"]
    sumber[nama("/XObject")] = kamus(A=isi._add_object(foto))
    return pdf.tulis(isi)


def surat_xmp():
    isi = pdf.penulis()
    for tempat in (isi.root_object, isi.pages[0], isi.pages[0]["/Resources"]["/Font"]["/F1"]):
        tempat[nama("/Metadata")] = isi._add_object(aliran(XMP, Type="/Metadata", Subtype="/XML"))
    isi.pages[0][nama("/PieceInfo")] = kamus(Word=kamus(Private=RAHASIA))
    return pdf.tulis(isi)


def surat_skrip():
    isi = pdf.penulis()
    skrip = kamus(S="/JavaScript", JS=f"app.alert('{RAHASIA}')")
    isi.root_object[nama("/Names")] = kamus(JavaScript=kamus(Names=ArrayObject([TextStringObject(RAHASIA), skrip])))
    isi.root_object[nama("/OpenAction")] = isi.pages[0][nama("/AA")] = kamus(O=skrip, S="/JavaScript", JS=RAHASIA)
    return pdf.tulis(isi)


def surat_lampiran():
    isi = pdf.penulis()
    isi.add_attachment(f"{RAHASIA}.txt", RAHASIA.encode())
    berkas = kamus(Type="/Filespec", F=RAHASIA, EF=kamus(F=isi._add_object(aliran(RAHASIA.encode()))))
    catatan = kamus(Type="/Annot", Subtype="/FileAttachment", FS=berkas, Contents=RAHASIA)
    isi.pages[0][nama("/Annots")] = ArrayObject([isi._add_object(catatan)])
    isi.root_object[nama("/AF")] = ArrayObject([berkas])
    return pdf.tulis(isi)


def surat_catatan():
    isi = pdf.penulis()
    orang = kamus(Type="/Annot", Subtype="/Text", T=RAHASIA, Subj=RAHASIA, NM=RAHASIA, RC=RAHASIA, Contents="Lihat ini")
    orang[nama("/A")] = kamus(S="/JavaScript", JS=RAHASIA)
    tombol = kamus(Type="/Annot", Subtype="/Widget", T=RAHASIA, V=RAHASIA)
    tombol[nama("/AP")] = kamus(N=isi._add_object(aliran(b"0 0 9 9 re f", Type="/XObject", Subtype="/Form")))
    tautan = kamus(Type="/Annot", Subtype="/Link", A=kamus(S="/URI", URI=f"https://example.com/{RAHASIA}"))
    isi.pages[0][nama("/Annots")] = ArrayObject(map(isi._add_object, (orang, tombol, tautan)))
    return pdf.tulis(isi)


def surat_versi():
    """Return a PDF that was saved over an older version with a name in it."""
    lama = pdf.penulis()
    lama.add_metadata({"/Author": RAHASIA})
    isi = pdf.tulis(lama)
    xref = isi.rindex(b"startxref")
    akhir = int(isi[xref:].split()[1])
    info = int(isi[isi.rindex(b"/Info") :].split()[1])
    tambahan = f"{info} 0 obj\n<< /Title (Baru) >>\nendobj\n".encode()
    letak = len(isi) + len(tambahan)
    akar = int(isi[isi.rindex(b"/Root") :].split()[1])
    ekor = (
        f"xref\n{info} 1\n{len(isi):010} 00000 n \ntrailer\n<< /Size {info + 40} /Root {akar} 0 R /Info {info} 0 R"
        f" /Prev {akhir} >>\nstartxref\n{letak}\n%%EOF\n"
    )
    return isi + tambahan + ekor.encode()


def surat_kunci():
    isi = pdf.penulis()
    isi.encrypt("", "pemilik")  # opens without a password, and still
    return pdf.tulis(isi)


def surat_bom():
    """Return a PDF of some kilobytes that unpacks to gigabytes."""
    isi = pdf.penulis()
    data = zlib.compress(bytes(50_000_000), 9)
    for _ke in range(4):
        data = zlib.compress(data, 9)
    satu = aliran(data, Type="/XObject", Subtype="/Image", ColorSpace="/DeviceRGB")
    satu[nama("/Filter")] = ArrayObject([nama("/FlateDecode")] * 5 + [nama("/DCTDecode")])
    isi.pages[0]["/Resources"][nama("/XObject")] = kamus(X=isi._add_object(satu))
    return pdf.tulis(isi)


@tagged("standard", "post_install", "-at_install")
class TestKirimanBersih(TransactionCase):
    def bersih(self, isi):
        """Return a file as it is kept, with its MIME type; fail where it still says the name."""
        hasil, mimetype, _akhiran = bersihkan_kiriman(self.env, isi, 10)
        semua = [hasil]
        if mimetype == "application/pdf":
            baca = PdfReader(io.BytesIO(hasil))
            semua += [str(baca.trailer).encode()]
            semua += [
                satu.get_data()
                for satu in map(baca.get_object, range(1, baca.trailer["/Size"]))
                if hasattr(satu, "get_data")
            ]
        for satu in semua:
            self.assertNotIn(RAHASIA.encode(), satu)
            self.assertNotIn(RAHASIA.encode("utf-16-be"), satu)
        return hasil, mimetype

    def test_pictures_lose_all_but_their_pixels(self):
        for jenis, isi in {
            "JPEG": citra("JPEG", exif=exif(), xmp=XMP, comment=RAHASIA.encode(), icc_profile=RAHASIA.encode()),
            "PNG": png_teks(),
            "WEBP": citra("WEBP", exif=exif(), xmp=XMP, icc_profile=RAHASIA.encode()),
        }.items():
            with self.subTest(jenis):
                hasil, _mimetype = self.bersih(isi + RAHASIA.encode())
                with Image.open(io.BytesIO(hasil)) as baca:
                    self.assertEqual((baca.format, baca.size), (jenis, (64, 48)))
                    self.assertFalse(baca.getexif() or {"xmp", "comment", "icc_profile", "exif"} & set(baca.info))

    def test_a_pdf_keeps_what_its_pages_show_and_nothing_else(self):
        tentang = pdf.penulis()
        tentang.add_metadata({"/Author": RAHASIA, "/Title": RAHASIA, "/Creator": "Word"})
        for jenis, isi in {
            "info": pdf.tulis(tentang),
            "xmp": surat_xmp(),
            "script": surat_skrip(),
            "embedded file": surat_lampiran(),
            "author of a note": surat_catatan(),
            "older version": surat_versi(),
            "photo of a phone": surat_foto(),
            "something behind it": pdf.surat() + b"PK\x03\x04" + RAHASIA.encode(),
        }.items():
            with self.subTest(jenis):
                self.assertIn(
                    b"Siti" if b"Siti" in isi else b"S\x00i", isi + "Si".encode("utf-16-le"), "the test is one"
                )
                hasil, mimetype = self.bersih(isi)
                self.assertEqual(mimetype, "application/pdf")
                baca = PdfReader(io.BytesIO(hasil))
                self.assertEqual(baca.pages[0].extract_text().strip(), "Surat dari Word")
                self.assertFalse({"/Info", "/ID"} & baca.trailer.keys())
                self.assertEqual(set(baca.trailer["/Root"]), {"/Type", "/Pages"})
                self.assertEqual(bersihkan_kiriman(self.env, isi, 10)[0], hasil, "sent twice it is the same file")

    def test_notes_and_photos_of_a_pdf_are_still_seen(self):
        catatan = PdfReader(io.BytesIO(self.bersih(surat_catatan())[0])).pages[0]["/Annots"]
        self.assertEqual([satu["/Subtype"] for satu in catatan], ["/Text", "/Stamp"])
        self.assertEqual(catatan[0]["/Contents"], "Lihat ini")
        sumber = PdfReader(io.BytesIO(self.bersih(surat_foto())[0])).pages[0]["/Resources"]
        foto = sumber["/XObject"]["/A"]._data
        semula = Image.open(io.BytesIO(citra("JPEG"))).convert("RGB").tobytes()
        self.assertEqual(Image.open(io.BytesIO(foto)).convert("RGB").tobytes(), semula)
        self.assertNotIn(b"Exif", foto)

    def test_what_cannot_be_written_anew_is_refused_with_what_to_do(self):
        isian, kumpulan, tanpa = pdf.penulis(), pdf.penulis(), PdfWriter()
        isian.root_object[nama("/AcroForm")] = kamus(XFA=isian._add_object(aliran(XMP)))
        kumpulan.root_object[nama("/Collection")] = kamus(View="/T")
        kolom = pdf.penulis()
        kolom.pages[0][nama("/Annots")] = ArrayObject([kamus(Type="/Annot", Subtype="/Widget", FT="/Tx", V=RAHASIA)])
        for jenis, (isi, sebab) in {
            "locked": (surat_kunci(), "is locked"),
            "broken": (b"%PDF-1.4\n1 0 obj << >>", "is damaged"),
            "cut": (pdf.surat()[:300], "is damaged"),
            "form": (pdf.tulis(isian), "is a form"),
            "filled in and not drawn": (pdf.tulis(kolom), "is a form"),
            "collection": (pdf.tulis(kumpulan), "collection"),
            "no page": (pdf.tulis(tanpa), "has no pages"),
            "very many pages": (pdf.surat(pdf_bersih.MAKS_HALAMAN + 1), "has no pages, or more"),
            "bomb": (surat_bom(), "damaged|too complicated"),
        }.items():
            with self.subTest(jenis), self.assertRaisesRegex(UserError, sebab):
                bersihkan_kiriman(self.env, isi, 10)

    def test_a_name_or_a_promise_tells_nothing(self):
        for isi in (
            b"<html>",
            b"GIF89a" + bytes(20),
            b"\n%PDF-1.4",
            b"PK\x03\x04" + pdf.surat(),
            struct.pack(">I4s4s", 24, b"ftyp", b"heic"),
        ):
            with self.subTest(isi[:12]), self.assertRaisesRegex(UserError, "not a photo"):
                bersihkan_kiriman(self.env, isi, 10)

    def test_a_hostile_pdf_is_given_up_in_its_time(self):
        with patch.object(terpisah, "BATAS_MEMORI", 2**20), self.assertRaisesRegex(UserError, "too complicated"):
            bersihkan_kiriman(self.env, pdf.surat(), 10)

    def test_the_scans_of_officers_stay_as_they_are(self):
        isi = surat_versi()
        self.assertEqual(bersihkan_berkas(self.env, isi, 10)[0], isi)
        with self.assertRaises(UserError):
            bersihkan_berkas(self.env, b"OggS" + bytes(60), 10)
        self.assertTrue(bersihkan_berkas(self.env, gambar(), 10))
