"""Photos from a phone into a draft at the counter: by an address that does nothing else."""

from datetime import timedelta
from urllib.parse import urlsplit

from odoo import fields
from odoo.tests import tagged

from .publik import PublikCase, gambar
from .test_loket import NAMA, LoketMixin


@tagged("standard", "post_install", "-at_install")
class TestLoketFoto(LoketMixin, PublikCase):
    def setUp(self):
        super().setUp()
        self.draf = self.konsep()
        self.alamat = self.minta()

    def minta(self):
        return urlsplit(self.draf.action_foto_ponsel()["alamat"]).path

    def kirim_foto(self, *isi, alamat="", satu=False, nama="Siti Marlina KTP.jpg"):
        return self.url_open(
            (alamat or self.alamat) + ("/satu" if satu else ""),
            data={"x": "1"},
            files=[("berkas", (nama, satu_isi, "image/jpeg")) for satu_isi in isi] or None,
        )

    def test_a_photo_arrives_clean_in_the_draft_with_and_without_a_script(self):
        self.assertIn("multipart/form-data", self.url_open(self.alamat).text)
        self.assertEqual(self.kirim_foto(gambar()).status_code, 200)
        self.assertEqual(self.kirim_foto(gambar(ukuran=(40, 30)), satu=True).json()["jumlah"], 2)
        self.kirim_foto(gambar())  # sent again
        self.assertEqual(self.draf.berkas_ids.sorted("id").mapped("name"), ["lampiran-1.jpg", "lampiran-2.jpg"])
        self.assertEqual(self.draf.berkas_ids.create_uid, self.orang["pengadmin"])
        berkas = self.draf.berkas_ids
        self.draf.action_terima()
        self.assertEqual(self.kasus_terakhir().pelapor_ids.berkas_ids, berkas)

    def test_the_page_shows_nothing_of_the_complaint_and_sets_no_cookie(self):
        self.kirim_foto(gambar())
        jawaban = self.url_open(self.alamat)
        self.assertNotIn("Set-Cookie", jawaban.headers)
        for kata in (NAMA, "RT 03", "0812000111", "Bantuan", "lampiran-1"):
            self.assertNotIn(kata, jawaban.text)

    def test_a_bad_file_is_refused_and_the_good_ones_stay(self):
        jawaban = self.kirim_foto(b"MZ program", gambar())
        self.assertEqual(jawaban.status_code, 422)
        self.assertEqual(len(self.draf.berkas_ids), 1)
        self.assertIn("galat", self.kirim_foto(b"<svg onload=alert(1)>", satu=True).json())

    def test_there_is_room_for_no_more_than_a_form_may_have(self):
        self.env["dpmd.instansi"]._milik(self.company).maks_berkas = 2
        self.kirim_foto(*(gambar(ukuran=(20 + nomor, 20)) for nomor in range(4)))
        self.assertEqual(len(self.draf.berkas_ids), 2)

    def test_an_address_works_for_half_an_hour_for_one_draft_and_until_the_next_one(self):
        lain = self.konsep()
        self.kirim_foto(gambar())
        self.assertFalse(lain.berkas_ids)
        baru = self.minta()
        self.tutup(self.alamat)
        self.assertEqual(self.kirim_foto(gambar(ukuran=(50, 50)), alamat=baru).status_code, 200)
        self.draf.sudo().ponsel_sampai = fields.Datetime.now() - timedelta(seconds=1)
        self.tutup(baru)
        self.tutup("/pengaduan/foto/" + "x" * 32)

    def tutup(self, alamat):
        ada = self.env["ir.attachment"].search_count([])
        self.assertEqual(self.url_open(alamat).status_code, 410)
        self.assertEqual(self.kirim_foto(gambar(ukuran=(33, 33)), alamat=alamat).status_code, 410)
        self.assertEqual(self.kirim_foto(gambar(ukuran=(33, 33)), alamat=alamat, satu=True).status_code, 410)
        self.assertEqual(self.env["ir.attachment"].search_count([]), ada)

    def test_it_dies_when_the_draft_is_received_or_thrown_away(self):
        self.draf.action_terima()
        self.tutup(self.alamat)
        self.draf = self.konsep()
        alamat = self.minta()
        self.draf.action_buang()
        self.tutup(alamat)

    def test_it_dies_with_the_office_of_its_author(self):
        self.env["dpmd.penugasan"].search(
            [("user_id", "=", self.orang["pengadmin"].id)]
        ).date_to = fields.Date.subtract(fields.Date.today(), days=2)
        self.tutup(self.alamat)

    def test_only_a_hash_of_it_is_kept_and_nobody_reads_that(self):
        self.assertNotIn(self.alamat.rpartition("/")[2], str(self.draf.sudo().read()))
        self.assertNotIn("ponsel_hash", self.draf.fields_get())

    def test_another_site_cannot_post_there(self):
        jawaban = self.url_open(
            self.alamat, files=[("berkas", ("a.jpg", gambar(), "image/jpeg"))], headers={"Sec-Fetch-Site": "cross-site"}
        )
        self.assertEqual(jawaban.status_code, 403)
        self.assertFalse(self.draf.berkas_ids)
