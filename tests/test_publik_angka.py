"""The public figures: true, useful, and pointing at nobody."""

import csv
import io
from datetime import datetime, timedelta

from odoo import fields
from odoo.addons.dpmd_pengaduan.models.kantor.hari import awal_hari, hari_setempat
from odoo.addons.dpmd_pengaduan.models.publik.dpmd_angka import samarkan
from odoo.tests import tagged

from .publik import PublikCase


@tagged("post_install", "-at_install")
class TestPublikAngka(PublikCase):
    def awal_bulan(self):
        """Return the first day of this month, as the office has it."""
        return hari_setempat(self.company, fields.Datetime.now()).replace(day=1)

    def bulan_lalu(self, hari=5):
        """Return a moment of the month before this one (UTC)."""
        akhir = self.awal_bulan() - timedelta(days=1)
        return datetime(akhir.year, akhir.month, hari, 3)

    def terima(self, jumlah, **pengaduan):
        for _ke in range(jumlah):
            self.buat(waktu=self.bulan_lalu(), pengaduan=pengaduan)

    def hitung(self):
        return self.env["dpmd.angka"]._hitung(self.company).isi

    def test_counts_below_five_are_hidden_and_cannot_be_worked_out(self):
        for nama, masuk, keluar in (
            ("large ones stay", [["a", 9], ["b", 5]], [["a", 9], ["b", 5]]),
            ("nothing is no person", [["a", 9], ["b", 0]], [["a", 9], ["b", 0]]),
            ("the next smallest goes too", [["a", 9], ["b", 6], ["c", 2]], [["a", 9], ["b", None], ["c", None]]),
            ("two small ones hide each other", [["a", 9], ["b", 1], ["c", 2]], [["a", 9], ["b", None], ["c", None]]),
            ("a single row", [["a", 3]], [["a", None]]),
        ):
            with self.subTest(nama):
                self.assertEqual(samarkan(masuk), keluar)

    def test_only_full_months_are_counted_and_voided_entries_are_not(self):
        self.terima(6)
        self.buat(waktu=awal_hari(self.company, self.awal_bulan()))
        isi = self.hitung()
        self.assertEqual(isi["jumlah"], 6)
        self.assertEqual(isi["bulan"][-1], [f"{self.bulan_lalu():%Y-%m}", 6])
        self.assertEqual(len(isi["bulan"]), 12)

    def test_what_where_and_how_they_stand(self):
        kecamatan = self.env["dpmd.wilayah"].create({"name": "Kec. Uji", "kode": "99.99.98", "tingkat": "kecamatan"})
        desa = self.env["dpmd.wilayah"].create(
            {"name": "Desa Lain", "kode": "99.99.98.2001", "tingkat": "desa", "parent_id": kecamatan.id}
        )
        self.terima(5, wilayah_id=desa.id)
        self.terima(6, jenis_id=False)
        isi = self.hitung()
        self.assertIn(["Kec. Uji", 5], isi["kecamatan"])
        self.assertIn(["Bantuan", 5], isi["jenis"])
        self.assertEqual(dict(map(tuple, isi["keadaan"]))["menunggu"], 11)

    def test_the_time_of_a_step_and_the_share_in_time_need_five_cases(self):
        pengaduan = [self.buat(waktu=self.bulan_lalu())[0] for _ke in range(5)]
        for satu in pengaduan[:4]:
            self.jalan(satu, 16)
        self.assertIsNone(self.hitung()["tepat"])
        self.assertIsNone(dict(map(tuple, self.hitung()["langkah"]))[15])
        self.jalan(pengaduan[4], 16)
        isi = self.hitung()
        self.assertEqual(isi["tepat"], 100)
        self.assertIsNotNone(dict(map(tuple, isi["langkah"]))[15])
        # A limit that is set later makes none of them late; a promise that was missed before the signature does.
        self.env["dpmd.tenggat"]._berjalan(self.company)["putusan"].jumlah = 1
        self.assertEqual(self.hitung()["tepat"], 100)
        pengaduan[0].sudo()._tulis({"janji_lewat": pengaduan[0].tanggal_tanda_tangan.date() - timedelta(days=1)})
        self.assertEqual(self.hitung()["tepat"], 80)

    def test_the_page_and_the_table_show_the_figures_and_no_word_of_a_case(self):
        self.terima(7, perihal="Kata Rahasia Perihal")
        self.jenis.name = '=HYPERLINK("http://x")'
        self.hitung()
        halaman = self.url_open("/pengaduan/angka")
        self.assertEqual(halaman.status_code, 200)
        self.assertIn("7", halaman.text)
        berkas = self.url_open("/pengaduan/angka.csv")
        baris = list(csv.reader(io.StringIO(berkas.text)))
        self.assertIn(["jenis", "'" + self.jenis.name, "7"], baris)
        for teks in (halaman.text, berkas.text):
            self.assertNotIn("Kata Rahasia", teks)
            self.assertNotIn("Siti Marlina", teks)

    def test_before_the_first_count_the_page_says_so(self):
        self.assertEqual(self.url_open("/pengaduan/angka").status_code, 200)
        self.assertEqual(self.url_open("/pengaduan/angka.csv").text.strip(), "tabel,baris,nilai")

    def test_nobody_but_the_administrator_reads_the_record_and_nobody_writes_it(self):
        self.hitung()
        for login in ("kadis", "pengadmin", "portal", "administrator"):
            with self.subTest(login):
                Angka = self.env["dpmd.angka"].with_user(self.orang[login])
                self.assertEqual(Angka.has_access("read"), login == "administrator")
                self.assertFalse(Angka.has_access("write"))
