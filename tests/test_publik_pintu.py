from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.controllers.formulir import Formulir
from odoo.addons.dpmd_pengaduan.models.pelapor.nomor_tanda_terima import angka, nomor, salah_ketik
from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .publik import URAIAN, PublikCase

HALAMAN = ("/pengaduan/baru", "/pengaduan/lacak", "/pengaduan/angka", "/pengaduan/verifikasi")


@tagged("standard", "post_install", "-at_install")
class TestPublikTanpaSesi(PublikCase):
    """The public pages need no cookie and set none; what other sites post is refused with the words kept."""

    def test_no_page_and_no_answer_sets_a_cookie(self):
        for alamat in (*HALAMAN, "/pengaduan/tidak-ada"):
            with self.subTest(alamat=alamat):
                self.opener.cookies.clear()
                self.assertNotIn("Set-Cookie", self.url_open(alamat).headers)
        self.opener.cookies.clear()
        jawaban = self.kirim(self.isian())
        self.lacak(self.kode(jawaban), "/pengaduan/lacak/pesan", isi_pesan="Tanpa kue.")
        self.assertFalse(self.opener.cookies.get_dict())
        self.assertEqual(self.pelapor_baru(jawaban).pesan_ids.isi, "Tanpa kue.")

    def test_a_post_is_answered_by_a_page_that_can_be_loaded_anew(self):
        isian = {**self.isian(), **self.rahasia_halaman(self.buka("/pengaduan/baru"), "token")}
        jawaban = self.url_open("/pengaduan/baru", data=isian, allow_redirects=False)
        self.assertEqual(jawaban.status_code, 303)
        kode = self.kode(self.url_open(jawaban.headers["Location"]))
        self.assertEqual(self.kode(self.url_open(jawaban.headers["Location"])), kode)
        for alamat, data in {"/pengaduan/lacak": {}, "/pengaduan/lacak/pesan": {"isi_pesan": "Halo"}}.items():
            jawaban = self.url_open(alamat, data={"kode": kode, **data}, allow_redirects=False)
            self.assertEqual(jawaban.status_code, 303)
            self.assertNotIn(angka(kode), jawaban.headers["Location"])
            for _kali in range(2):
                self.assertIn("Not registered yet", self.url_open(jawaban.headers["Location"]).text)
        self.assertEqual(len(self.env["dpmd.pelapor"]._cari_kode_sudo(kode).pesan_ids), 1)

    def test_a_ticket_opens_for_an_hour_and_only_what_it_was_made_for(self):
        jawaban = self.kirim(self.isian())
        kode, alamat = self.kode(jawaban), jawaban.url
        self.env["website"].search([]).write({"company_id": self.company_lain.id})
        tiket = alamat.partition("?t=")[2]
        self.assertEqual(self.url_open(f"/pengaduan/lacak?t={tiket}").status_code, 410, "another office")
        for palsu in ("", "x", tiket[:-4] + "AAAA", "é"):
            self.assertEqual(self.url_open("/pengaduan/diterima", params={"t": palsu}).status_code, 410)
        self.env["website"].search([]).write({"company_id": self.company.id})
        lacak = self.lacak(kode).url.partition("?t=")[2]
        for tukar in (f"/pengaduan/lacak?t={tiket}", f"/pengaduan/diterima?t={lacak}"):
            self.assertEqual(self.url_open(tukar).status_code, 200, "the other page of the same number")
        with patch("odoo.addons.dpmd_pengaduan.controllers.tiket.UMUR_DETIK", -1):
            lewat = self.url_open(alamat)
        self.assertEqual(lewat.status_code, 410)
        self.assertNotIn(kode, lewat.text)
        self.assertIn("for an hour only", lewat.text)

    def test_another_site_can_post_nothing_and_no_word_is_lost(self):
        sebelum = self.jumlah_kasus()
        isian = {**self.isian(), **self.rahasia_halaman(self.buka("/pengaduan/baru"), "token")}
        for kepala in (
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://jahat.example"},
            {"Origin": "null"},
        ):
            with self.subTest(kepala=kepala):
                jawaban = self.url_open("/pengaduan/baru", data=isian, headers=kepala)
                self.assertEqual(jawaban.status_code, 403)
                self.assertIn(URAIAN, jawaban.text)
                self.assertFalse(self.halaman(jawaban).xpath("//main//form"), "nothing to press that another wrote")
        self.assertEqual(self.jumlah_kasus(), sebelum)
        for kepala in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": self.base_url()}, {}):
            isian.update(self.rahasia_halaman(self.buka("/pengaduan/baru"), "token"))
            self.assertEqual(self.url_open("/pengaduan/baru", data=isian, headers=kepala).status_code, 200)
        self.assertEqual(self.jumlah_kasus(), sebelum + 3)


@tagged("standard", "post_install", "-at_install")
class TestPublikGalat(PublikCase):
    """Whatever goes wrong is said in the light layout, with the words that were typed and what to do."""

    def assertGalat(self, jawaban, status):
        self.assertEqual(jawaban.status_code, status)
        halaman = self.halaman(jawaban)
        self.assertTrue(halaman.xpath("//p[@data-galat]"))
        self.assertTrue(halaman.xpath("//header[@class='kepala']"))
        self.assertNotIn("Traceback", jawaban.text)
        self.assertNotIn("Set-Cookie", jawaban.headers)
        self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
        return halaman

    def test_what_is_not_there_or_is_only_for_a_form(self):
        self.assertGalat(self.url_open("/pengaduan/tidak-ada"), 404)
        self.assertGalat(self.url_open("/pengaduan/lacak/pesan"), 405)
        self.assertGalat(self.url_open("/pengaduan/%00"), 400)

    def test_a_fault_of_ours_gives_the_words_back_to_be_sent_again(self):
        isian = {**self.isian(), **self.rahasia_halaman(self.buka("/pengaduan/baru"), "token")}
        sebelum = self.jumlah_kasus()
        with patch.object(Formulir, "_diterima", side_effect=ZeroDivisionError), mute_logger("odoo.http"):
            jawaban = self.url_open("/pengaduan/baru", data=isian)
        halaman = self.assertGalat(jawaban, 500)
        self.assertEqual(self.jumlah_kasus(), sebelum, "undone as a whole")
        self.assertIn(URAIAN, halaman.text_content())
        self.assertNotIn("terbuka", halaman.xpath("//p[@class='kata']/text()"), "words, not choices")
        formulir = {satu.get("name"): satu.get("value") for satu in halaman.xpath("//form//input[@name]")}
        self.assertTrue(self.kode(self.url_open("/pengaduan/baru", data=formulir)))
        self.assertEqual(self.jumlah_kasus(), sebelum + 1)

    def test_a_refusal_from_below_is_no_bare_page_either(self):
        with patch.object(Formulir, "_halaman_formulir", side_effect=AccessError("rahasia dalam")):
            jawaban = self.url_open("/pengaduan/baru")
        self.assertGalat(jawaban, 403)
        self.assertNotIn("rahasia dalam", jawaban.text)

    def test_too_large_is_said(self):
        besar = [("berkas", ("besar.jpg", b"x" * (65 * 2**20), "image/jpeg"))]
        jawaban = self.url_open("/pengaduan/baru", data=self.isian(), files=besar, timeout=120)
        self.assertGalat(jawaban, 413)


@tagged("standard", "post_install", "-at_install")
class TestPublikNomor(PublikCase):
    """A receipt number that was mistyped is called so, stays in the field, and costs no try."""

    def test_typing_errors_are_told_from_unknown_numbers(self):
        kode = nomor(123456789)
        self.assertEqual(len(kode), 16)
        self.assertFalse(salah_ketik(self.env, kode))
        self.assertFalse(salah_ketik(self.env, "-".join(kode)))
        self.assertIn("3", salah_ketik(self.env, "123"))
        for posisi in range(16):
            for digit in "0123456789":
                satu = kode[:posisi] + digit + kode[posisi + 1 :]
                self.assertEqual(bool(salah_ketik(self.env, satu)), satu != kode)
            tukar = kode[:posisi] + kode[posisi : posisi + 2][::-1] + kode[posisi + 2 :]
            self.assertEqual(bool(salah_ketik(self.env, tukar)), tukar != kode)

    def test_the_field_keeps_what_was_typed_and_a_typing_error_is_no_try(self):
        for ketikan, status in (("123", 422), (nomor(5)[::-1], 422), ("0000 0000 0000 0000", 404)):
            jawaban = self.lacak(ketikan)
            self.assertEqual(jawaban.status_code, status)
            self.assertEqual(self.halaman(jawaban).xpath("//input[@name='kode']/@value"), [ketikan])
        self.assertEqual(self.env["dpmd.percobaan"].search_count([]), 1)

    def test_digits_of_any_script_open(self):
        _pengaduan, kode = self.buat()
        arab = kode.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        self.assertEqual(self.lacak(arab).status_code, 200)

    def test_a_right_number_opens_however_many_wrong_ones_came_before(self):
        _pengaduan, kode = self.buat()
        self.env["dpmd.instansi"]._milik(self.company).batas_lacak_jam = 2
        status = [self.lacak("0" * 16).status_code for _kali in range(4)]
        self.assertEqual(status, [404, 404, 429, 429])
        self.assertEqual(self.lacak(kode).status_code, 200)
        percobaan = self.env["dpmd.percobaan"].search([])
        self.assertEqual(len(percobaan), 2)
        self.assertNotIn("127.0.0.1", str(percobaan.read()))
        self.env.cr.execute("UPDATE dpmd_percobaan SET jam = jam - interval '2 days'")
        self.env["dpmd.percobaan"]._gc_lama()
        self.env.invalidate_all()
        self.assertFalse(self.env["dpmd.percobaan"].search_count([]))

    def test_very_many_misses_warn_the_administrators(self):
        Percobaan = self.env["dpmd.percobaan"]
        sejam = "odoo.addons.dpmd_pengaduan.models.publik.dpmd_percobaan"
        Percobaan.create([{"kegiatan": "lacak", "sidik": str(n), "jam": Percobaan._jam_ini()} for n in range(3)])
        self.env.cr.execute("UPDATE dpmd_percobaan SET jam = jam - interval '1 hour'")
        kabar = [("subject", "=", "Very many wrong receipt numbers")]
        Percobaan._cron_siaga()
        self.assertFalse(self.env["mail.message"].search_count(kabar))
        with patch(f"{sejam}.SIAGA", 3), self.assertLogs(sejam, "WARNING"):
            Percobaan._cron_siaga()
        penerima = self.env["mail.message"].search(kabar).mapped("partner_ids")
        self.assertTrue(penerima)
        self.assertEqual(penerima, self.env.ref("dpmd_pengaduan.group_administrator").all_user_ids.partner_id)
