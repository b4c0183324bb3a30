import base64
import io
from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time
from odoo import fields
from odoo.addons.dpmd_pengaduan.controllers import formulir
from odoo.tests import tagged
from PIL import Image

from . import pdf
from .publik import URAIAN, PublikCase, gambar, tanda_tangan

JAHAT = "{{7*7}} ${7*7} <script>alert(1)</script> '; DROP TABLE dpmd_pengaduan;-- \" 😀"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@tagged("standard", "post_install", "-at_install")
class TestPublikFormulir(PublikCase):
    """A citizen files a complaint over HTTP: what is kept, what is kept out, and what is refused."""

    def test_open_complaint_is_step_1_and_the_formulir(self):
        jawaban = self.kirim(self.isian())
        pelapor = self.pelapor_baru(jawaban)
        pengaduan = pelapor.pengaduan_id
        self.assertRegex(self.kode(jawaban), r"^(\d{4} ){3}\d{4}$")
        self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
        self.assertNotIn(self.kode(jawaban).replace(" ", ""), jawaban.url)
        self.assertRecordValues(
            pengaduan,
            [
                {
                    "state": "masuk",
                    "langkah": 2,
                    "saluran": "website",
                    "identitas": "terbuka",
                    "uraian": URAIAN,
                    "company_id": self.company.id,
                    "jenis_id": self.jenis.id,
                    "wilayah_id": self.desa.id,
                    "lokasi": "Kantor desa",
                    "terlapor": "Bendahara",
                    "kerugian": "Rp900.000",
                    "permintaan": "Dibayarkan",
                    "tanggal_kejadian": "Maret",
                    "usul_bidang_id": self.bidang_a.id,
                }
            ],
        )
        self.assertRecordValues(
            pelapor,
            [
                {
                    "nama": "Siti Marlina",
                    "alamat": "Jl. Poros RT 03",
                    "telepon": "0812 3456 7890",
                    "email": "siti@example.com",
                    "ttd_cara": "layar",
                    "isi_asli": URAIAN,
                    "partner_id": False,
                    "formulir_lengkap": True,
                }
            ],
        )
        self.assertTrue(pelapor.ttd)
        self.assertTrue(pelapor.persetujuan)
        self.assertEqual(pengaduan.kartu_ids.mapped("nomor"), [1])
        self.assertEqual(pengaduan.kartu_ids.nama, "Pelapor")

    def test_secret_words_stay_out_of_the_case(self):
        rahasia = {
            "nama": "BOCORNAMA",
            "alamat": "BOCORALAMAT",
            "telepon": "081299887766",
            "email": "bocorsurel@example.com",
            "isi": "BOCORISI",
            "lokasi": "BOCORLOKASI",
            "tanggal_kejadian": "BOCORWAKTU",
            "terlapor": "BOCORTERLAPOR",
            "kerugian": "BOCORRUGI",
            "permintaan": "BOCORMINTA",
        }
        for identitas in ("rahasia", "anonim"):
            with self.subTest(identitas=identitas):
                pelapor = self.pelapor_baru(
                    self.kirim(
                        self.isian(identitas, **rahasia),
                        [("BOCORBERKAS.jpg", gambar()), ("BOCORBERKAS2.jpg", gambar("PNG"))],
                    )
                )
                pengaduan = pelapor.pengaduan_id
                self.env.cr.execute("SELECT to_jsonb(p) FROM dpmd_pengaduan p WHERE id = %s", [pengaduan.id])
                for kolom, nilai in self.env.cr.fetchone()[0].items():
                    self.assertNotIn("BOCOR", str(nilai).upper(), f"column {kolom} of the case")
                self.assertFalse(pengaduan.uraian)
                self.assertIn(self.jenis.name, pengaduan.perihal)
                self.assertNotIn("BOCOR", str(pengaduan.message_ids.mapped("body")).upper())
                self.assertNotIn("BOCOR", str(pengaduan.kartu_ids.read()).upper())
                for kata in ("BOCORISI", "BOCORLOKASI", "BOCORWAKTU", "BOCORTERLAPOR", "BOCORRUGI", "BOCORMINTA"):
                    self.assertIn(kata, pelapor.isi_asli)
                self.assertEqual(sorted(pelapor.berkas_ids.mapped("name")), ["lampiran-1.jpg", "lampiran-2.png"])
                if identitas == "anonim":
                    self.assertFalse(pelapor.nama or pelapor.alamat or pelapor.telepon or pelapor.email or pelapor.ttd)
                    self.assertEqual(pelapor.ttd_cara, "tanpa")

    def test_no_record_names_the_account_of_a_secret_sender(self):
        self.authenticate("uji_portal", "uji_portal")
        akun = self.orang["portal"]
        for identitas in ("rahasia", "anonim"):
            with self.subTest(identitas=identitas):
                pelapor = self.pelapor_baru(self.kirim(self.isian(identitas), [("foto.jpg", gambar())]))
                self.assertFalse(pelapor.partner_id)
                pengaduan = pelapor.pengaduan_id
                for catatan in (pelapor, pengaduan, pengaduan.kartu_ids, pelapor.berkas_ids, pengaduan.message_ids):
                    self.assertNotIn(akun, catatan.create_uid | catatan.write_uid, catatan._name)
                self.assertNotIn(akun.partner_id, pengaduan.message_ids.author_id | pengaduan.message_partner_ids)
                self.assertNotIn(akun.partner_id, pelapor.message_ids.author_id | pelapor.message_partner_ids)
        terbuka = self.pelapor_baru(self.kirim(self.isian()))
        self.assertEqual(terbuka.partner_id, akun.partner_id)

    def test_errors_stand_beside_the_field_and_nothing_typed_is_lost(self):
        isian = self.isian(isi=JAHAT, telepon="abc", alamat="")
        sebelum = self.jumlah_kasus()
        jawaban = self.kirim(isian, [("kwitansi.jpg", gambar())])
        self.assertEqual(jawaban.status_code, 422)
        self.assertEqual(self.jumlah_kasus(), sebelum)
        halaman = self.halaman(jawaban)
        for kunci in ("nama", "email", "lokasi", "terlapor", "tanggal_kejadian", "telepon"):
            self.assertEqual(halaman.xpath(f"//input[@name='{kunci}']/@value"), [isian[kunci]])
        self.assertEqual(halaman.xpath("//textarea[@name='isi']")[0].text, JAHAT)
        self.assertTrue(halaman.xpath(f"//input[@name='jenis'][@value='{self.jenis.id}'][@checked]"))
        self.assertTrue(halaman.xpath(f"//select[@name='desa']//option[@value='{self.desa.id}'][@selected]"))
        self.assertTrue(halaman.xpath("//input[@name='ttd']/@value")[0].startswith("data:image/png"))
        self.assertTrue(halaman.xpath("//p[@id='g-telepon']") and halaman.xpath("//p[@id='g-alamat']"))
        self.assertFalse(halaman.xpath("//p[@id='g-nama']"))
        self.assertIn("kwitansi.jpg", halaman.xpath("string(//div[@role='alert'])"))
        jawaban = self.kirim({**isian, "telepon": "0812345678", "alamat": "RT 1"}, halaman=halaman)
        self.assertEqual(self.pelapor_baru(jawaban).isi_asli, JAHAT)

    def test_each_missing_answer_is_named(self):
        halaman = self.halaman(self.kirim({}))
        for kunci in ("identitas", "nama", "alamat", "telepon", "jenis", "desa", "isi", "persetujuan", "ttd"):
            self.assertTrue(halaman.xpath(f"//div[@role='alert']//a[@href='#f-{kunci}']"), kunci)
            self.assertTrue(halaman.xpath(f"//*[@id='f-{kunci}']"), f"the link of {kunci} leads nowhere")

    def test_signature_may_follow_on_paper(self):
        pelapor = self.pelapor_baru(self.kirim(self.isian(ttd="", ttd_nanti="1")))
        self.assertFalse(pelapor.ttd_cara)
        self.assertFalse(pelapor.formulir_lengkap)

    def test_a_forged_signature_is_refused(self):
        png = "data:image/png;base64,"
        for ttd in ("data:image/svg+xml;base64,PHN2Zz4=", f"{png}???", f"{png}PHN2Zz4=", "x" * 500_000):
            with self.subTest(ttd=ttd[:40]):
                jawaban = self.kirim(self.isian(ttd=ttd))
                self.assertEqual(jawaban.status_code, 422)
                self.assertTrue(self.halaman(jawaban).xpath("//div[@id='f-ttd']/p[@class='galat']"))

    def test_a_forged_or_old_form_token_is_not_accepted_but_loses_nothing(self):
        halaman = self.buka("/pengaduan/baru")
        for token in ("", "salah", "AA", halaman.xpath("//input[@name='token']/@value")[0][:-3] + "abc"):
            with self.subTest(token=token[:8]):
                jawaban = self.kirim(self.isian(token=token), halaman=halaman)
                self.assertEqual(jawaban.status_code, 422)
                baru = self.halaman(jawaban)
                self.assertNotEqual(baru.xpath("//input[@name='token']/@value"), [token])
                self.assertEqual(baru.xpath("//textarea[@name='isi']")[0].text, URAIAN)

    def test_robots_are_asked_again(self):
        jawaban = self.kirim(self.isian(catatan_lain="http://spam.example"))
        self.assertEqual(jawaban.status_code, 422)
        with patch.object(formulir, "JEDA_DETIK", 4):
            self.assertEqual(self.kirim(self.isian()).status_code, 422)

    def test_very_many_complaints_of_one_address_wait(self):
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        for batas in ("batas_kirim_jam", "batas_kirim_hari"):
            with self.subTest(batas=batas):
                self.env["dpmd.percobaan"].search([]).unlink()
                instansi.write({"batas_kirim_jam": 60, "batas_kirim_hari": 300, batas: 1})
                self.assertEqual(self.kirim(self.isian()).status_code, 200)
                jawaban = self.kirim(self.isian())
                self.assertEqual(jawaban.status_code, 429)
                self.assertIn(URAIAN, jawaban.text, "the words stay in the form")

    def test_the_hours_of_a_day_add_up_and_the_address_is_not_kept(self):
        Percobaan = self.env["dpmd.percobaan"].with_company(self.company)
        self.env["dpmd.instansi"]._milik(self.company).write({"batas_kirim_jam": 2, "batas_kirim_hari": 3})
        pagi = fields.Datetime.to_datetime("2030-05-05 08:10:00")
        for menit, harap in ((0, False), (10, False), (20, True), (70, False), (80, True), (24 * 60, False)):
            with freeze_time(pagi + timedelta(minutes=menit)):
                self.assertEqual(Percobaan._terlalu_sering("kirim", "203.0.113.9"), harap, menit)
                self.assertFalse(Percobaan._terlalu_sering("kirim", "203.0.113.10"), "another address is free")
                if not harap:
                    Percobaan._hitung("kirim", "203.0.113.9")
        semua = Percobaan.search([])
        self.assertEqual(len(set(semua.mapped("sidik"))), 2, "each day hashes anew")
        self.assertNotIn("203.0.113", str(semua.read()))

    def test_hostile_words_are_only_words(self):
        kolom = ("nama", "alamat", "lokasi", "tanggal_kejadian", "terlapor", "kerugian", "permintaan", "isi")
        jawaban = self.kirim(self.isian(**dict.fromkeys(kolom, JAHAT)))
        pelapor = self.pelapor_baru(jawaban)
        self.assertEqual(pelapor.nama, JAHAT)
        self.assertEqual(pelapor.pengaduan_id.uraian, JAHAT)
        galat = self.kirim(self.isian(**dict.fromkeys(kolom, JAHAT), telepon="x"))
        self.assertNotIn("<script>alert", galat.text)
        self.assertIn("{{7*7}}", galat.text)

    def test_control_characters_are_dropped_and_lengths_kept(self):
        pelapor = self.pelapor_baru(
            self.kirim(self.isian(nama="Si\x00ti\r\nBcc: x@example.com", isi="a\x00b\r\nc\x07" + "é" * 9996))
        )
        self.assertEqual(pelapor.nama, "Siti Bcc: x@example.com")
        self.assertEqual(pelapor.isi_asli, "ab\nc" + "é" * 9996)
        panjang = self.kirim(self.isian(isi="x" * 10001))
        self.assertEqual(panjang.status_code, 422)
        self.assertEqual(self.halaman(panjang).xpath("//textarea[@name='isi']")[0].text, "x" * 10001)

    def test_unknown_choices_are_refused(self):
        asing = self.env["dpmd.jenis"].create({"name": "Kantor lain", "company_id": self.company_lain.id})
        for ganti in (
            {"jenis": str(asing.id)},
            {"jenis": "1 OR 1=1"},
            {"desa": "0"},
            {"desa_tinggal": "-1"},
            {"identitas": "admin"},
        ):
            with self.subTest(**ganti):
                self.assertEqual(self.kirim(self.isian(**ganti)).status_code, 422)

    def test_fields_that_the_form_does_not_have_change_nothing(self):
        pelapor = self.pelapor_baru(
            self.kirim(
                self.isian(
                    state="selesai",
                    company_id=str(self.company_lain.id),
                    partner_id="1",
                    terkunci="1",
                    nik="1",
                    langkah="18",
                )
            )
        )
        self.assertEqual(pelapor.pengaduan_id.state, "masuk")
        self.assertEqual(pelapor.company_id, self.company)
        self.assertFalse(pelapor.partner_id or pelapor.terkunci or pelapor.nik)

    def test_get_changes_nothing(self):
        sebelum = self.jumlah_kasus()
        kueri = "identitas=anonim&isi=x&persetujuan=1&kode=1"
        for url in ("/pengaduan", "/pengaduan/baru", "/pengaduan/lacak"):
            with self.subTest(url=url):
                url = f"{url}?{kueri}"
                self.assertEqual(self.url_open(url).status_code, 200)
        for url in ("/pengaduan/lacak/surat", "/pengaduan/lacak/berkas"):
            self.assertIn(self.url_open(url).status_code, (404, 405))
        self.assertEqual(self.jumlah_kasus(), sebelum)
        self.assertFalse(self.env["dpmd.percobaan"].search_count([]))

    def test_pages_are_light_and_run_no_foreign_script(self):
        for url in ("/pengaduan/baru", "/pengaduan/lacak"):
            with self.subTest(url=url):
                jawaban = self.url_open(url)
                halaman = self.halaman(jawaban)
                sumber = halaman.xpath("//script/@src | //link[@rel='stylesheet']/@href")
                self.assertTrue(all(alamat.startswith("/dpmd_pengaduan/static/") for alamat in sumber), sumber)
                berat = len(jawaban.content) + sum(len(self.url_open(alamat).content) for alamat in sumber)
                self.assertLess(berat, 122_000)
                self.assertIn("default-src 'none'", jawaban.headers["Content-Security-Policy"])
                self.assertEqual(jawaban.headers["Referrer-Policy"], "same-origin")
                self.assertFalse(halaman.xpath("//*[@style] | //script[not(@src)] | //*[@onclick]"))

    def test_every_field_has_a_label(self):
        halaman = self.buka("/pengaduan/baru")
        for isian in halaman.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            bernama = isian.xpath("ancestor::label") or halaman.xpath(f"//label[@for='{isian.get('id')}']")
            self.assertTrue(bernama, isian.get("name"))


@tagged("standard", "post_install", "-at_install")
class TestPublikBerkas(PublikCase):
    """Files are known by their content; a bad one is named, and sinks nothing."""

    def test_bad_files_are_refused_by_name_and_the_rest_stays(self):
        buruk = {
            "halaman.jpg": b"<html><script>alert(1)</script></html>",
            "gambar.svg": SVG,
            "gambar.png": SVG,
            "kosong.jpg": b"",
            "rusak.jpg": gambar()[:200],
            "program.pdf": b"MZ\x90\x00" + b"\x00" * 200,
            "arsip.jpg": b"PK\x03\x04" + b"\x00" * 200,
        }
        self.env["dpmd.instansi"]._milik(self.company).maks_berkas = 20
        berkas = [("baik.jpg", gambar()), *buruk.items(), ("surat.pdf", pdf.surat())]
        jawaban = self.kirim(self.isian(), berkas)
        pelapor = self.pelapor_baru(jawaban)
        self.assertEqual(sorted(pelapor.berkas_ids.mapped("name")), ["baik.jpg", "surat.pdf"])
        self.assertEqual(set(pelapor.berkas_ids.mapped("mimetype")), {"image/jpeg", "application/pdf"})
        ditolak = self.halaman(jawaban).xpath("//div[@role='alert']//li/strong/text()")
        self.assertEqual(sorted(ditolak), sorted(buruk))

    def test_size_and_number_follow_the_office(self):
        self.env["dpmd.instansi"]._milik(self.company).write({"maks_berkas": 2, "maks_berkas_mb": 1})
        besar = b"%PDF-1.4\n" + b"0" * 1024 * 1024
        foto = [(f"{n}.jpg", gambar(ukuran=(64, 40 + n))) for n in range(3)]
        jawaban = self.kirim(self.isian(), [("besar.pdf", besar), *foto])
        pelapor = self.pelapor_baru(jawaban)
        self.assertEqual(sorted(pelapor.berkas_ids.mapped("name")), ["0.jpg", "1.jpg"])
        self.assertEqual(self.halaman(jawaban).xpath("//div[@role='alert']//li/strong/text()"), ["besar.pdf", "2.jpg"])

    def test_a_picture_bomb_is_refused(self):
        bom = io.BytesIO()
        Image.new("1", (20000, 20000)).save(bom, format="PNG")
        jawaban = self.kirim(self.isian(), [("bom.png", bom.getvalue())])
        self.assertFalse(self.pelapor_baru(jawaban).berkas_ids)

    def test_photos_lose_what_they_carry_along(self):
        exif = Image.Exif()
        exif[0x010E] = "TANDAEXIF"
        for format_gambar in ("JPEG", "WEBP", "PNG"):
            with self.subTest(format_gambar=format_gambar):
                foto = gambar(format_gambar, exif=exif.tobytes())
                self.assertIn(b"TANDAEXIF", foto)
                berkas = self.pelapor_baru(self.kirim(self.isian("rahasia"), [("foto.jpg", foto)])).berkas_ids
                self.assertEqual(len(berkas), 1)
                self.assertNotIn(b"TANDAEXIF", berkas.raw)
                self.assertFalse(Image.open(io.BytesIO(berkas.raw)).getexif())

    def test_a_path_in_the_name_is_dropped(self):
        pelapor = self.pelapor_baru(self.kirim(self.isian(), [("..\\..\\etc/passwd\x07.jpg", gambar())]))
        self.assertEqual(pelapor.berkas_ids.name, "passwd.jpg")

    def test_files_are_out_of_reach_by_their_id(self):
        berkas = self.pelapor_baru(self.kirim(self.isian(), [("foto.jpg", gambar())])).berkas_ids
        for login in (None, "uji_portal", "uji_pegawai_biasa"):
            self.authenticate(login, login)
            jawaban = self.url_open(f"/web/content/{berkas.id}")
            self.assertEqual(jawaban.status_code, 404, login)

    def test_signature_is_stored_as_a_clean_picture(self):
        pelapor = self.pelapor_baru(self.kirim(self.isian(ttd=tanda_tangan())))
        with Image.open(io.BytesIO(base64.b64decode(pelapor.ttd))) as ttd:
            self.assertEqual(ttd.format, "PNG")
