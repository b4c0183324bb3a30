import io
import json
import zlib
from urllib.parse import quote, urlencode

from lxml import html
from odoo.addons.dpmd_pengaduan.controllers.isian import BERBARIS, PANJANG
from odoo.tests import tagged
from PIL import Image

from .publik import gambar
from .test_publik_formulir_kiriman import KirimanCase

TEKS = {
    "template": "{{7*7}} ${7*7} #{7*7} %(x)s {0} <%= 7*7 %>",
    "qweb": '<t t-out="request.env[\'res.users\'].sudo().search([])"/><t t-call="web.login"/>',
    "html": '</textarea><img src=x onerror=alert(1)><script>alert(1)</script>" onfocus="alert(1)',
    "sql": "'; DROP TABLE dpmd_pengaduan; -- \\'; SELECT pg_sleep(9)",
    "emoji": "🧑🏽‍🌾👩‍👩‍👧 ❤️ 𝒜",
    "rtl": "\u202eevil\u202c \u200f\u0634\u0643\u0648\u0649 \u2066x\u2069",
    "rumus": '=HYPERLINK("http://x","y")',
}


def png_bom(sisi):
    """Return a PNG of a few kilobytes that says it unpacks to ``sisi`` x ``sisi`` pixels."""

    def bagian(nama, isi):
        return len(isi).to_bytes(4, "big") + nama + isi + zlib.crc32(nama + isi).to_bytes(4, "big")

    kepala = sisi.to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n"
        + bagian(b"IHDR", kepala)
        + bagian(b"IDAT", zlib.compress(b"\x00" * 1_000_000))
        + bagian(b"IEND", b"")
    )


@tagged("standard", "post_install", "-at_install")
class TestPublikFormulirJahat(KirimanCase):
    """Whatever is sent to the form comes back as plain text or is refused; nothing of it runs."""

    def unsur(self, halaman):
        """Return what could run or load something on a page, with its place."""
        return sorted(
            (unsur.tag, tuple(sorted(kunci for kunci in unsur.attrib if kunci.startswith("on"))), unsur.get("src", ""))
            for unsur in halaman.iter()
            if isinstance(unsur.tag, str)
            and (unsur.tag in ("script", "img", "iframe", "svg", "t") or any(k.startswith("on") for k in unsur.attrib))
        )

    def test_hostile_text_in_every_field_comes_back_as_typed(self):
        biasa = self.unsur(self.buka("/pengaduan/baru"))
        for nama, teks in TEKS.items():
            with self.subTest(teks=nama):
                kotor = {kunci: teks for kunci in PANJANG if kunci not in ("telepon", "email")}
                galat = self.halaman(self.kirim(self.isian(**kotor, kuasa="1", telepon=teks, email=teks)))
                for kunci in PANJANG:
                    letak = "//textarea[@name='%s']/text()" if kunci in BERBARIS else "//input[@name='%s']/@value"
                    self.assertEqual(galat.xpath(letak % kunci), [teks], kunci)
                self.assertEqual(self.unsur(galat), biasa)

                jawaban = self.kirim(self.isian(**kotor, kuasa="1", token=""))
                self.assertEqual(jawaban.status_code, 422)
                jawaban = self.kirim(self.isian(**kotor, kuasa="1"))
                pelapor = self.pelapor_baru(jawaban)
                self.assertEqual({pelapor.nama, pelapor.alamat, pelapor.kuasa_nama, pelapor.isi_asli}, {teks})
                kasus = pelapor.pengaduan_id
                for kolom in ("uraian", "lokasi", "terlapor", "kerugian", "permintaan", "tanggal_kejadian"):
                    self.assertEqual(kasus[kolom], teks, kolom)
                lacak = self.lacak(self.kode(jawaban))
                self.assertEqual(lacak.status_code, 200)
                # The staff sees text as well: the only HTML of the case is what our own templates render.
                petugas = self.sebagai("pengadmin", kasus)
                for kolom in ("langkah_tampil", "kartu_tampil"):
                    self.assertFalse(html.fromstring(f"<div>{petugas[kolom]}</div>").xpath("//script | //img | //t"))

    def test_every_field_has_an_end_and_keeps_what_was_typed_beyond_it(self):
        for kunci, maks in PANJANG.items():
            with self.subTest(kunci=kunci):
                panjang = "8" * (maks + 1)
                jawaban = self.kirim(self.isian(**{"kuasa": "1", "kuasa_nama": "Amat", kunci: panjang}))
                self.assertEqual(jawaban.status_code, 422)
                halaman = self.halaman(jawaban)
                galat = halaman.xpath(f"string(//p[@id='g-{kunci}'])")
                self.assertIn(f"At most {maks} characters; you wrote {maks + 1}", galat)
                self.assertIn(panjang, jawaban.text)

    def test_nul_and_broken_bytes_are_dropped(self):
        halaman = self.buka("/pengaduan/baru")
        isian = {**self.rahasia_halaman(halaman, "token"), **self.isian(isi="a\x00b\x1bc", nama="Si\x00ti")}
        pelapor = self.pelapor_baru(self.url_open("/pengaduan/baru", data=isian))
        self.assertEqual((pelapor.isi_asli, pelapor.nama), ("abc", "Siti"))
        isian["token"] = self.rahasia_halaman(self.buka("/pengaduan/baru"), "token")["token"]
        mentah = "&".join(
            f"{kunci}={nilai}"
            for kunci, nilai in {
                **{kunci: quote(nilai) for kunci, nilai in isian.items()},
                "isi": "rusak%FF%C3%28akhir",
                "nama": "%ED%A0%80Siti",
            }.items()
        )
        jawaban = self.url_open(
            "/pengaduan/baru", data=mentah, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
        self.assertIn("akhir", self.pelapor_baru(jawaban).isi_asli)

    def test_a_field_sent_twice_or_as_a_file_breaks_nothing(self):
        halaman = self.buka("/pengaduan/baru")
        isian = {**self.rahasia_halaman(halaman, "token"), **self.isian()}
        pasangan = [*isian.items(), ("isi", "kedua"), ("identitas", "anonim")]
        self.assertIn(self.url_open("/pengaduan/baru", data=pasangan).status_code, (200, 422))
        for kunci in ("isi", "identitas", "token", "ttd", "nama", "kuasa"):
            with self.subTest(kunci=kunci):
                token = self.rahasia_halaman(self.buka("/pengaduan/baru"), "token")
                data = {nama: nilai for nama, nilai in {**isian, **token}.items() if nama != kunci}
                berkas = [(kunci, ("x.txt", b"1234", "text/plain"))]
                jawaban = self.url_open("/pengaduan/baru", data=data, files=berkas)
                self.assertEqual(jawaban.status_code, 200 if kunci == "kuasa" else 422)
        for url in ("/pengaduan/lacak", "/pengaduan/berkas", "/pengaduan/lacak/berkas"):
            with self.subTest(url=url):
                jawaban = self.url_open(url, files=[("kode", ("x.txt", b"1234", "text/plain"))])
                self.assertIn(jawaban.status_code, (404, 422))

    def test_poisoned_files_are_refused_one_by_one(self):
        pengaduan, kode = self.buat()
        polos = gambar()
        for nama, isi in {
            "skrip.svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
            "halaman.jpg": b"<!DOCTYPE html><script>alert(1)</script>",
            "arsip.pdf": b"PK\x03\x04" + zlib.compress(b"\x00" * 50_000_000),
            "bom.png": png_bom(60_000),
            "gif.jpg": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
            "dalam.pdf": b"<html>%PDF-1.4",
            "terpotong.jpg": polos[: len(polos) // 2],
        }.items():
            with self.subTest(nama=nama):
                jawaban = self.unggah(kode, (nama, isi))
                self.assertEqual(jawaban.status_code, 422)
                self.assertTrue(jawaban.json()["galat"])
        self.assertFalse(pengaduan.pelapor_ids.berkas_ids)

    def test_what_hides_in_a_picture_is_not_stored(self):
        pengaduan, kode = self.buat()
        foto = gambar() + b"<script>alert(1)</script>PK\x03\x04"
        self.assertEqual(self.unggah(kode, ("a.jpg", foto)).status_code, 200)
        berkas = pengaduan.pelapor_ids.berkas_ids
        self.assertNotIn(b"script", berkas.raw)
        self.assertEqual(Image.open(io.BytesIO(berkas.raw)).format, "JPEG")

    def test_a_pdf_with_a_script_is_never_shown_in_our_pages(self):
        pengaduan, kode = self.buat()
        pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n"
        self.assertIn(self.unggah(kode, ("surat.pdf", pdf)).status_code, (200, 422))
        for berkas in pengaduan.pelapor_ids.berkas_ids:
            self.assertFalse(berkas.public)
            self.authenticate("uji_pengadmin", "uji_pengadmin")
            jawaban = self.url_open(f"/web/content/{berkas.id}?download=1")
            self.assertIn("attachment", jawaban.headers["Content-Disposition"])

    def test_too_large_is_said_in_words(self):
        self.env["dpmd.instansi"]._milik(self.company).maks_berkas_mb = 1
        pengaduan, kode = self.buat()
        jawaban = self.unggah(kode, ("besar.pdf", b"%PDF-1.4\n" + b"0" * 1024 * 1024))
        self.assertEqual((jawaban.status_code, jawaban.json()["galat"]), (422, "larger than 1 MB"))
        self.assertFalse(pengaduan.pelapor_ids.berkas_ids)

    def test_names_of_files_are_plain_text(self):
        for nama in (*TEKS.values(), "../../etc/passwd", "a" * 300 + ".jpg", "CON.jpg"):
            with self.subTest(nama=nama[:20]):
                pengaduan, kode = self.buat()
                jawaban = self.unggah(kode, (nama, b"<html>"))
                self.assertEqual(jawaban.headers["Content-Type"].split(";")[0], "application/json")
                self.assertNotIn("/", json.loads(jawaban.text)["nama"])
                self.assertEqual(self.unggah(kode, (nama, gambar())).status_code, 200)
                self.assertNotIn("/", pengaduan.pelapor_ids.berkas_ids.name)

    def test_forged_tokens_make_no_case(self):
        sebelum = self.jumlah_kasus()
        halaman = self.buka("/pengaduan/baru")
        sah = self.rahasia_halaman(halaman, "token")
        for token in ("AQOUNGsA", sah["token"] + "A", sah["token"][::-1]):
            jawaban = self.url_open("/pengaduan/baru", data={**self.isian(), "token": token})
            self.assertEqual(jawaban.status_code, 422)
            self.assertNotIn("Traceback", jawaban.text)
        self.assertEqual(self.jumlah_kasus(), sebelum)

    def test_get_on_what_only_post_may_do(self):
        sebelum = self.jumlah_kasus()
        for url in ("/pengaduan/berkas", "/pengaduan/lacak/berkas", "/pengaduan/lacak/surat"):
            jawaban = self.url_open(f"{url}?kode=0000000000000000")
            self.assertIn(jawaban.status_code, (404, 405))
            self.assertNotIn("Traceback", jawaban.text)
        self.url_open("/pengaduan/baru?" + urlencode(self.isian("anonim")))
        self.assertEqual(self.jumlah_kasus(), sebelum)


@tagged("standard", "post_install", "-at_install")
class TestPublikBerat(KirimanCase):
    """A page with all it loads fits through 2G: at most 140 kB, with every desa of the kabupaten in it."""

    BATAS = 140_000

    def berat(self, jawaban):
        """Return the bytes of a page and of what it loads, as sent."""
        semua = {"HTML": len(jawaban.content)}
        for alamat in self.halaman(jawaban).xpath("//script/@src | //link[@rel='stylesheet']/@href | //img/@src"):
            if alamat.startswith("data:"):
                continue  # in the page already
            muatan = self.url_open(alamat)
            self.assertEqual(muatan.status_code, 200, alamat)
            semua[alamat] = len(muatan.content)
        return semua

    def test_the_form_the_receipt_and_the_tracking_page(self):
        jumlah = self.env["dpmd.wilayah"].search_count([("tingkat", "in", ("desa", "kelurahan"))])
        self.assertGreater(jumlah, 230, "the pages are weighed with the real list")
        kode = self.kode(terima := self.kirim(self.isian()))
        for nama, jawaban in {
            "baru": self.url_open("/pengaduan/baru"),
            "salah": self.kirim(self.isian(isi="x" * 10_000, nama="")),
            "terima": terima,
            "lacak": self.url_open("/pengaduan/lacak"),
            "kabar": self.lacak(kode),
        }.items():
            with self.subTest(halaman=nama):
                berat = self.berat(jawaban)
                self.assertLessEqual(sum(berat.values()), self.BATAS, berat)
