from freezegun import freeze_time
from odoo import fields
from odoo.tests import tagged

from .publik import URAIAN, PublikCase, gambar

ANCAMAN = f"{URAIAN} Kepala desa mengancam saya."


@tagged("standard", "post_install", "-at_install")
class TestPublikDuaVersi(PublikCase):
    """One form, sent twice: the same words lead to the same receipt, other words are never dropped."""

    def kirim_lagi(self, token, alamat="/pengaduan/baru", kunci="token", **ganti):
        """Send a form from another visit: only what was filled in and the form's token come along."""
        self.opener.cookies.clear()
        return self.url_open(alamat, data={**self.isian("anonim"), kunci: token, **ganti})

    def pertama(self, **ganti):
        """Send a form for the first time; return its token, receipt number and record."""
        halaman = self.buka("/pengaduan/baru")
        jawaban = self.kirim(self.isian("anonim", **ganti), halaman=halaman)
        token = halaman.xpath("//input[@name='token']/@value")[0]
        return token, self.kode(jawaban), self.pelapor_baru(jawaban)

    def test_the_same_words_lead_to_the_same_receipt(self):
        token, kode, pelapor = self.pertama()
        sebelum = self.jumlah_kasus()
        for _kali in range(2):
            self.assertEqual(self.kode(self.kirim_lagi(token)), kode)
        self.assertEqual(self.jumlah_kasus(), sebelum)
        self.assertEqual(pelapor.isi_asli.partition("\n")[0], URAIAN)

    def test_what_came_along_the_second_time_is_kept(self):
        halaman = self.buka("/pengaduan/baru")
        pelapor = self.pelapor_baru(self.kirim(self.isian(ttd="", ttd_nanti="1"), halaman=halaman))
        self.assertFalse(pelapor.ttd_cara)
        self.kirim(self.isian(), [("foto.jpg", gambar())], halaman=halaman)
        self.assertEqual(pelapor.ttd_cara, "layar")
        self.assertEqual(pelapor.berkas_ids.mapped("name"), ["foto.jpg"])

    def test_other_words_are_asked_about_and_no_number_is_shown(self):
        token, kode, pelapor = self.pertama()
        sebelum = self.jumlah_kasus()
        jawaban = self.kirim_lagi(token, isi=ANCAMAN)
        self.assertEqual(jawaban.status_code, 409)
        self.assertIn("Your first complaint has arrived", jawaban.text)
        self.assertIn(ANCAMAN, jawaban.text)
        self.assertNotIn(kode, jawaban.text)
        self.assertNotIn(kode.replace(" ", ""), jawaban.text)
        self.assertEqual(self.jumlah_kasus(), sebelum)
        self.assertFalse(pelapor.pesan_ids)

    def test_they_are_sent_as_a_new_complaint(self):
        token, kode, _pelapor = self.pertama()
        halaman = self.halaman(self.kirim_lagi(token, isi=ANCAMAN))
        formulir = {satu.get("name"): satu.get("value") for satu in halaman.xpath("//form//input[@name]")}
        jawaban = self.url_open("/pengaduan/baru", data=formulir)
        baru = self.pelapor_baru(jawaban)
        self.assertIn(ANCAMAN, baru.isi_asli)
        self.assertNotEqual(self.kode(jawaban), kode)

    def test_they_are_added_as_a_message_once(self):
        token, kode, pelapor = self.pertama()
        sebelum = self.jumlah_kasus()
        for _kali in range(2):
            jawaban = self.kirim_lagi(token, "/pengaduan/baru/tambah", "token_pertama", isi=ANCAMAN)
            self.assertEqual(jawaban.status_code, 200)
            self.assertNotIn(kode, jawaban.text)
        self.assertEqual(self.jumlah_kasus(), sebelum)
        self.assertEqual(len(pelapor.pesan_ids), 1)
        self.assertIn(ANCAMAN, pelapor.pesan_ids.isi)
        self.assertIn("Dibayarkan", pelapor.pesan_ids.isi, "the other fields go along")
        self.assertFalse(pelapor.pesan_ids.user_id or pelapor.pesan_ids.create_uid == self.orang["portal"])

    def test_of_a_secret_sender_the_message_repeats_no_name(self):
        halaman = self.buka("/pengaduan/baru")
        pelapor = self.pelapor_baru(self.kirim(self.isian("rahasia"), halaman=halaman))
        token = halaman.xpath("//input[@name='token']/@value")[0]
        isian = {**self.isian("rahasia", isi=ANCAMAN, telepon="0899 1111 2222"), "token_pertama": token}
        self.assertEqual(self.url_open("/pengaduan/baru/tambah", data=isian).status_code, 200)
        self.assertNotIn(pelapor.nama, pelapor.pesan_ids.isi, "whoever holds the number reads the messages")
        self.assertIn("0899 1111 2222", pelapor.pesan_ids.isi, "a new number of his is not lost")

    def test_a_long_story_is_no_longer_message_than_the_form_takes(self):
        token, _kode, pelapor = self.pertama()
        panjang = "Panjang. " * 1100
        jawaban = self.kirim_lagi(token, "/pengaduan/baru/tambah", "token_pertama", isi=panjang)
        self.assertEqual(jawaban.status_code, 200)
        self.assertIn(panjang.strip(), pelapor.pesan_ids.isi)

    def test_an_unknown_token_adds_nothing_and_gives_the_words_back(self):
        sebelum = self.env["dpmd.pesan"].search_count([])
        for token in ("", "salah", self.env["dpmd.pelapor"]._token_formulir()):
            jawaban = self.kirim_lagi(token, "/pengaduan/baru/tambah", "token_pertama", isi=ANCAMAN)
            self.assertEqual(jawaban.status_code, 404)
            self.assertIn(ANCAMAN, jawaban.text)
        self.assertEqual(self.env["dpmd.pesan"].search_count([]), sebelum)

    def test_a_number_given_anew_at_the_counter_stays_the_only_one(self):
        token, kode, pelapor = self.pertama()
        baru = pelapor._buat_kode()
        jawaban = self.kirim_lagi(token)
        self.assertEqual(jawaban.status_code, 409)
        for satu in (kode, baru):
            self.assertNotIn(satu, jawaban.text)

    def test_a_form_that_was_open_for_a_week_is_taken(self):
        halaman = self.buka("/pengaduan/baru")
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), days=8)):
            jawaban = self.kirim(self.isian("anonim"), halaman=halaman)
        self.assertEqual(jawaban.status_code, 200)
        self.assertTrue(self.kode(jawaban))
