"""A small file can unpack to gigabytes: its size is read before its pixels, and limits count before both."""

import base64
import io
import zlib
from contextlib import ExitStack, contextmanager, suppress
from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.models.dasar import berkas
from odoo.addons.dpmd_pengaduan.models.dasar.berkas import baca_tanda_tangan, bersihkan_berkas
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged
from PIL import Image, ImageFile, WebPImagePlugin

from .publik import PublikCase, gambar, tanda_tangan


def potongan(nama, isi):
    """Return one chunk of a PNG."""
    return len(isi).to_bytes(4, "big") + nama + isi + zlib.crc32(nama + isi).to_bytes(4, "big")


def png(lebar, tinggi, *lain, bagian=1, selang=0, data=b""):
    """Return a PNG whose header says that it is as large, with further chunks, its data in so many of them."""
    kepala = lebar.to_bytes(4, "big") + tinggi.to_bytes(4, "big") + bytes([8, 6, 0, 0, selang])
    data = zlib.compress(data)
    langkah = -(-len(data) // bagian)
    idat = [potongan(b"IDAT", data[n : n + langkah]) for n in range(0, len(data), langkah)]
    return b"".join((b"\x89PNG\r\n\x1a\n", potongan(b"IHDR", kepala), *lain, *idat, potongan(b"IEND", b"")))


def jpeg(lebar, tinggi):
    """Return a JPEG whose header says that it is as large."""
    isi = gambar()
    letak = isi.index(b"\xff\xc0") + 5
    return isi[:letak] + tinggi.to_bytes(2, "big") + lebar.to_bytes(2, "big") + isi[letak + 4 :]


def simpan(format_gambar, ukuran):
    """Return a picture of one colour that really is as large."""
    keluar = io.BytesIO()
    Image.new("L", ukuran, 90).save(keluar, format=format_gambar)
    return keluar.getvalue()


def data_url(isi):
    return "data:image/png;base64," + base64.b64encode(isi).decode()


@contextmanager
def piksel_dibaca():
    """Yield a list that grows with every picture whose pixels are read."""
    dibaca = []

    def mencatat(asli):
        def load(citra):
            dibaca.append(citra.size)
            return asli(citra)

        return load

    with ExitStack() as tumpukan:
        for kelas in (ImageFile.ImageFile, WebPImagePlugin.WebPImageFile):
            tumpukan.enter_context(patch.object(kelas, "load", mencatat(kelas.load)))
        yield dibaca


@tagged("standard", "post_install", "-at_install")
class TestUkuranGambar(TransactionCase):
    def test_too_many_pixels_are_refused_before_one_is_read(self):
        for lebar, tinggi in ((1415, 1414), (7070, 7070), (2_000_001, 1)):
            with self.subTest(lebar=lebar), piksel_dibaca() as dibaca:
                with self.assertRaisesRegex(UserError, "draw it again"):
                    baca_tanda_tangan(self.env, data_url(png(lebar, tinggi)))
                self.assertFalse(dibaca)
        for nama, isi in {
            "png": png(4001, 4000),
            "jpg": jpeg(7100, 7100),
            "webp": simpan("WEBP", (4001, 4000)),
        }.items():
            with self.subTest(nama), piksel_dibaca() as dibaca:
                with self.assertRaisesRegex(UserError, "too many pixels"):
                    bersihkan_berkas(self.env, isi, 10)
                self.assertFalse(dibaca)

    def test_what_a_phone_takes_is_read(self):
        with piksel_dibaca() as dibaca:
            self.assertTrue(baca_tanda_tangan(self.env, tanda_tangan()))
            isi, _mimetype, _akhiran = bersihkan_berkas(self.env, simpan("JPEG", (8000, 6000)), 10)
        self.assertGreater(len(dibaca), 1)
        self.assertEqual(Image.open(io.BytesIO(isi)).size, (2560, 1920))
        self.assertLess(max(dibaca)[0], 8000, "a large JPEG is read at a fraction of its size")

    def test_a_png_that_is_odd_in_its_chunks_is_read_or_refused(self):
        nol = zlib.compress(bytes(5_000_000), 9)
        sejuta = potongan(b"zTXt", b"a\0\0" + zlib.compress(bytes(1_000_000), 9))
        for nama, lain in {
            "long text": [potongan(b"zTXt", b"a\0\0" + nol)],
            "long international text": [potongan(b"iTXt", b"a\0\1\0\0\0" + nol)],
            "large colour profile": [potongan(b"iCCP", b"a\0\0" + nol)],
            "very many texts": [sejuta] * 80,
            "a chunk of no length": [b"\xff\xff\xff\xffzTXt"],
        }.items():
            with self.subTest(nama), suppress(UserError):  # nothing else is raised, and nothing comes of it
                self.assertIsNone(baca_tanda_tangan(self.env, data_url(png(8, 8, *lain, data=bytes(33 * 8)))))
        putih = {"data": bytes(33 * 16)}
        for nama, isi in {"parts": png(8, 8, bagian=40, **putih), "interlaced": png(8, 8, selang=1, **putih)}.items():
            with self.subTest(nama):
                self.assertIsNone(baca_tanda_tangan(self.env, data_url(isi)), "nothing is drawn on it")


@tagged("standard", "post_install", "-at_install")
class TestBatasGambar(PublikCase):
    """A connection over its limit has no picture decoded, by whatever door it comes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["dpmd.instansi"]._milik(cls.company).write({"batas_kirim_jam": 1, "batas_unggah_jam": 1})

    @contextmanager
    def diurai(self):
        """Yield a mock that was called once for each picture that was decoded."""
        with patch.object(berkas, "_tulis_ulang", wraps=berkas._tulis_ulang) as diurai:
            yield diurai

    def test_the_form_counts_before_it_decodes(self):
        with self.diurai() as diurai:
            jawaban = self.kirim(self.isian(ttd=data_url(png(7070, 7070))))
            self.assertEqual(jawaban.status_code, 422)
            self.assertIn("draw it again", jawaban.text)
            self.assertEqual(diurai.call_count, 1)
            jawaban = self.kirim(self.isian(), berkas=[("foto.jpg", gambar())])
            self.assertEqual(jawaban.status_code, 429)
            self.assertIn("Very many complaints", jawaban.text)
            self.assertEqual(diurai.call_count, 1)

    def test_a_form_with_another_fault_decodes_nothing_and_keeps_the_signature(self):
        ttd = tanda_tangan()
        with self.diurai() as diurai:
            jawaban = self.kirim(self.isian(nama="", ttd=ttd))
        self.assertEqual(jawaban.status_code, 422)
        self.assertEqual(diurai.call_count, 0)
        self.assertEqual(self.rahasia_halaman(self.halaman(jawaban), "ttd")["ttd"], ttd)

    def test_every_other_door_counts_before_it_decodes(self):
        pengaduan, kode = self.buat(lengkap=False, pelapor={"partner_id": self.orang["portal"].partner_id.id})
        rapat = self.jalan(self.buat()[0], 10).rapat_ids.sudo()
        saya = f"/my/pengaduan/{pengaduan.pelapor_ids.id}"
        self.authenticate("uji_portal", "uji_portal")
        csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))["csrf_token"]
        ttd = {"csrf_token": csrf, "kode": kode, "ttd": tanda_tangan(), "peserta": str(rapat.peserta_ids[0].id)}
        for alamat in (
            "/pengaduan/lacak/formulir",
            "/pengaduan/lacak/berkas",
            "/pengaduan/berkas",
            f"{saya}/formulir",
            f"{saya}/berkas",
            f"/rapat/{rapat.token}",
        ):
            self.env["dpmd.percobaan"].search([]).unlink()
            if "/rapat/" in alamat:  # signed there on the tablet of an officer
                self.authenticate("uji_psm_a", "uji_psm_a")
                ttd |= self.rahasia_halaman(self.buka("/pengaduan/lacak"))
            with self.subTest(alamat=alamat), self.diurai() as diurai:
                foto = [("berkas", ("foto.jpg", gambar(), "image/jpeg"))]
                self.assertIn(self.url_open(alamat, data=ttd, files=foto).status_code, (200, 422))
                sekali = diurai.call_count
                self.assertGreater(sekali, 0)
                self.assertEqual(self.url_open(alamat, data=ttd, files=foto).status_code, 429)
                self.assertEqual(diurai.call_count, sekali)

    def test_one_sending_decodes_no_more_files_than_a_complaint_may_have(self):
        pengaduan, kode = self.buat()
        self.env["dpmd.instansi"]._milik(self.company).maks_berkas = 2
        pelapor = pengaduan.pelapor_ids
        with self.diurai() as diurai:
            ditolak = pelapor._tambah_berkas([(f"{n}.jpg", gambar(ukuran=(64 + n, 48))) for n in range(5)])
        self.assertEqual(diurai.call_count, 2)
        self.assertEqual([nama for nama, _sebab in ditolak], ["2.jpg", "3.jpg", "4.jpg"])
