"""The clocks of a case: what each is called, what stops it, and that no setting rewrites what was."""

import json
import runpy
from datetime import date, datetime, time, timedelta
from pathlib import Path

from freezegun import freeze_time
from odoo import fields
from odoo.addons.dpmd_pengaduan.models.kantor.dpmd_tenggat import jatuh_tempo
from odoo.addons.dpmd_pengaduan.models.kantor.hari import akhir_hari, hari_setempat
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import file_path

from .common import KantorCase

# A Monday half a year ago, ten in the morning in the office: all hold their jabatan since a year.
SENIN = date.today() - timedelta(days=180 + date.today().weekday())
MULAI = datetime.combine(SENIN, time(2))


@tagged("post_install", "-at_install")
class TestJam(KantorCase):
    def setUp(self):
        super().setUp()
        self.jam = self.env["dpmd.tenggat"]._semua(self.company)
        self.pukul(MULAI)
        self.pengaduan, _kode = self.buat()

    def pukul(self, saat):
        """Let it be a moment (UTC) from now on, until the test ends or another moment is named."""
        pembeku = freeze_time(saat)
        pembeku.start()
        self.addCleanup(pembeku.stop)

    def hari(self, banyak):
        """Let some days pass."""
        self.pukul(fields.Datetime.now() + timedelta(days=banyak))

    def setelah(self, banyak):
        """Return the date so many days after that Monday."""
        return SENIN + timedelta(days=banyak)

    def sasaran(self, nomor):
        return self.env["dpmd.sasaran"].search([("company_id", "=", self.company.id), ("nomor", "=", nomor)])

    # ------------------------------------------------------------------
    # The desk
    # ------------------------------------------------------------------

    def test_a_desk_is_due_by_its_target_else_its_order_else_the_law(self):
        terima = self.pengaduan.tanggal_terima
        self.assertEqual(self.pengaduan.desk_tenggat, self.setelah(1))  # step 2: one working day
        self.sasaran(2).hari = 0
        self.assertEqual(self.buat()[0].desk_tenggat, self.jam["verifikasi"]._jatuh_tempo(terima, self.company))
        self.jam["verifikasi"].active = False
        self.assertEqual(self.buat()[0].desk_tenggat, self.jam["tanggapan"]._jatuh_tempo(terima, self.company))

    def test_an_order_names_the_target_unless_its_giver_writes_another_day(self):
        self.jalan(self.pengaduan, 6)
        order = self.pengaduan.disposisi_ids[:1]
        self.assertEqual(order.tenggat, self.pengaduan.desk_tenggat)
        self.assertEqual(order.tenggat, jatuh_tempo(self.company, fields.Datetime.now(), 1, kerja=True))
        isi = {"bidang_id": self.bidang_a.id, "tenggat": self.setelah(18)}
        self.sebagai("sekretaris", self.pengaduan).action_tugaskan_kabid(isi)
        self.assertEqual(self.pengaduan.desk_tenggat, self.setelah(18))
        self.jalan(self.pengaduan, 8)
        self.assertEqual(self.pengaduan.desk_sasaran, 5)
        self.jalan(self.pengaduan, 9)  # the order was for the telaah; the undangan has its own target
        self.assertEqual(self.pengaduan.desk_tenggat, jatuh_tempo(self.company, fields.Datetime.now(), 2, kerja=True))

    def test_without_a_target_the_order_says_the_office_s_days(self):
        self.sasaran(6).hari = 0
        self.jalan(self.pengaduan, 6)
        self.assertEqual(self.pengaduan.desk_tenggat, self.setelah(7))

    def test_the_card_keeps_the_target_that_held_and_whether_it_was_kept(self):
        self.sasaran(2).hari = 7
        self.hari(2)
        self.jalan(self.pengaduan, 3)
        baris = self.pengaduan._kartu_langkah(2)
        self.assertEqual((baris.meja, baris.tenggat, baris.sasaran_hari), ("pengadministrasi_umum", self.setelah(1), 1))
        self.assertTrue(baris.telat)
        sampai = akhir_hari(self.company, baris.tenggat)
        self.assertAlmostEqual(baris.target_jam, (sampai - baris.mulai).total_seconds() / 3600)
        self.assertGreater(baris.lama_jam, baris.target_jam)
        self.jalan(self.pengaduan, 5)
        self.assertFalse(self.pengaduan.kartu_ids.sorted("urutan")[-1].telat)
        self.assertEqual(self.pengaduan._cacat(), [])

    def test_a_line_of_before_is_whole_without_the_columns_that_came_later(self):
        Langkah = self.env["dpmd.langkah"]
        lama = {"nomor": 2, "nama": "A", "terjadi": fields.Datetime.now(), "lama_jam": 1.5}
        kosong = {**lama, "meja": False, "tenggat": False, "sasaran_hari": 0, "telat": False, "batas_jam": False}
        self.assertEqual(Langkah._hitung_segel("x", lama), Langkah._hitung_segel("x", kosong))
        for kolom, nilai in (("meja", "pelapor"), ("sasaran_hari", 1), ("telat", True), ("batas_jam", "{}")):
            self.assertNotEqual(Langkah._hitung_segel("x", lama), Langkah._hitung_segel("x", {**kosong, kolom: nilai}))

    # ------------------------------------------------------------------
    # What is promised, and what is not
    # ------------------------------------------------------------------

    def test_nothing_is_promised_before_the_form_is_complete(self):
        self.assertEqual(set(self.pengaduan.batas_jam), {"verifikasi", "tanggapan"})
        self.assertEqual(self.pengaduan.batas_id, self.jam["verifikasi"])
        self.assertFalse(self.pengaduan.tenggat)
        belum, _kode = self.buat(lengkap=False)
        self.hari(20)
        self.assertFalse(belum.terlambat)
        self.jalan(belum, 3)
        self.assertEqual(belum.batas_id, self.jam["tanggapan"])
        self.assertFalse(belum.janji_lewat)
        self.sebagai("pengadmin", belum).action_beri_formulir()
        self.assertEqual((belum.desk_jabatan, belum.batas_id), ("pelapor", self.jam["melengkapi"]))
        self.jalan(self.pengaduan, 4)
        self.assertEqual(self.pengaduan.tenggat_id, self.jam["putusan"])
        self.assertFalse(self.pengaduan.batas)

    def test_of_several_promises_the_one_that_ends_first_counts(self):
        biasa, pengawasan = self.jam["tanpa_pengawasan"], self.jam["pengawasan"]
        (biasa | pengawasan).write({"active": True, "satuan": "kalender"})
        self.jalan(self.pengaduan, 5)
        terima = self.pengaduan.tanggal_terima
        self.assertEqual(self.pengaduan.tenggat_id, biasa)
        self.assertEqual(self.pengaduan.tenggat, biasa._jatuh_tempo(terima, self.company))
        self.jenis.pengawasan = True
        pengawasan.jumlah = 90
        berat, _kode = self.buat(waktu=terima - timedelta(days=1))
        self.jalan(berat, 5)
        self.assertEqual(berat.tenggat_id, self.jam["putusan"])

    def test_waiting_for_the_pelapor_stops_the_promise_and_moves_its_end(self):
        self.jalan(self.pengaduan, 5)
        lengkap, dijanjikan = self.pengaduan.tanggal_lengkap, self.pengaduan.tenggat
        self.hari(3)
        self.sebagai("kadis", self.pengaduan).action_kembalikan("Surat kuasa tidak terbaca.")
        self.assertEqual(self.pengaduan.tenggat, dijanjikan, "what the office does to and fro counts against it")
        self.minta_lengkapi(self.pengaduan, "Surat kuasa.")
        self.assertEqual(self.pengaduan.desk_jabatan, "pelapor")
        self.assertFalse(self.pengaduan.tenggat)
        self.assertEqual(self.pengaduan.desk_tenggat, self.pengaduan._batas_melengkapi())
        self.jam["melengkapi"].jumlah = 1
        self.hari(10)
        self.assertFalse(self.pengaduan._lewat_melengkapi(), "the pelapor was told 30 days")
        self.assertFalse(self.pengaduan.terlambat)
        self.sebagai("pengadmin", self.pengaduan).action_nyatakan_lengkap()
        self.assertEqual(self.pengaduan.tenggat, fields.Date.add(dijanjikan, days=10))
        self.assertEqual(self.pengaduan.tenggat, jatuh_tempo(self.company, lengkap, 70))
        self.assertFalse(self.pengaduan.kartu_ids.filtered(lambda baris: baris.meja == "pelapor").filtered("telat"))

    def test_a_promise_that_was_missed_stays_missed(self):
        self.jalan(self.pengaduan, 16)
        dijanjikan = self.pengaduan.tenggat  # the answer, 14 days after the signature
        self.assertEqual(self.pengaduan.tenggat_id, self.jam["pemberitahuan"])
        self.hari(15)
        self.assertTrue(self.pengaduan.terlambat)
        self.jam["pemberitahuan"].jumlah = 100
        self.assertTrue(self.pengaduan.terlambat, "a setting changes no promise that was made")
        self.jalan(self.pengaduan, 17)
        self.assertEqual(self.pengaduan.janji_lewat, dijanjikan)
        self.assertGreater(self.pengaduan.tenggat, dijanjikan)
        self.assertTrue(self.pengaduan.terlambat)
        self.jalan(self.pengaduan, 18)
        self.assertFalse(self.pengaduan.terlambat, "a finished case waits for nobody")
        self.pengaduan.sudo()._tempuh("keberatan")
        self.assertEqual(self.pengaduan.janji_lewat, dijanjikan)
        self.assertTrue(self.pengaduan.terlambat)
        self.assertIn(self.pengaduan, self.pengaduan.search([("terlambat", "=", True)]))
        self.assertNotIn(self.pengaduan, self.pengaduan.search([("terlambat", "=", False)]))

    def test_a_decision_on_paper_before_its_day_was_in_time(self):
        self.jalan(self.pengaduan, 5)
        dijanjikan = self.pengaduan.tenggat
        self.pengaduan._tulis({"tenggat": hari_setempat(self.company, fields.Datetime.now()) - timedelta(days=1)})
        self.assertTrue(self.pengaduan._janji_lewat(fields.Datetime.now()))
        self.assertFalse(self.pengaduan._janji_lewat(fields.Datetime.now() - timedelta(days=1)))
        self.assertTrue(dijanjikan)

    def test_a_changed_setting_reaches_an_open_case_with_its_next_move_and_a_finished_one_never(self):
        selesai, _kode = self.buat()
        self.jalan(selesai, 18)
        self.jalan(self.pengaduan, 5)
        kolom = ["tenggat", "tenggat_id", "batas", "desk_tenggat", "janji_lewat", "batas_jam"]
        dulu = {kasus: kasus.read(kolom) for kasus in (selesai, self.pengaduan)}
        kartu = selesai.kartu_ids.read(["tenggat", "sasaran_hari", "target_jam", "telat", "batas_jam"])
        for jam in self.jam.values():
            jam.jumlah = 3
        self.sasaran(6).hari = 9
        self.pengaduan._segarkan_meja(self.company)
        for kasus, nilai in dulu.items():
            self.assertEqual(kasus.read(kolom), nilai)
        self.assertEqual(selesai.kartu_ids.read(["tenggat", "sasaran_hari", "target_jam", "telat", "batas_jam"]), kartu)
        self.jalan(self.pengaduan, 6)
        self.assertEqual(self.pengaduan.tenggat, jatuh_tempo(self.company, self.pengaduan.tanggal_lengkap, 3))
        self.assertEqual(self.pengaduan.desk_sasaran, 9)
        putusan = [json.loads(baris.batas_jam).get("putusan") for baris in selesai.kartu_ids if baris.batas_jam]
        self.assertEqual({isi[1] for isi in putusan if isi}, {60})

    def test_what_an_older_version_kept_is_told_apart(self):
        selesai, _kode = self.buat()
        self.jalan(selesai, 18)
        self.pengaduan._tulis(
            {"tenggat": self.setelah(14), "tenggat_id": self.jam["tanggapan"].id, "batas": False, "batas_id": False}
        )
        selesai._tulis({"tanggal_lengkap": selesai.tanggal_tanda_tangan - timedelta(days=61)})
        self.env["dpmd.sasaran"].search([("company_id", "=", self.company.id), ("nomor", ">", 3)]).sudo().unlink()
        self.env.flush_all()
        skrip = Path(file_path("dpmd_pengaduan/__manifest__.py")).parent / "migrations/19.0.1.1.0/post-jam.py"
        runpy.run_path(str(skrip))["migrate"](self.env.cr, "19.0.1.0.0")
        self.env.invalidate_all()
        self.assertFalse(self.pengaduan.tenggat)
        self.assertEqual((self.pengaduan.batas, self.pengaduan.batas_id), (self.setelah(14), self.jam["tanggapan"]))
        self.assertEqual(selesai.janji_lewat, hari_setempat(self.company, selesai.tanggal_tanda_tangan) - timedelta(1))
        self.assertEqual(self.sasaran(8).hari, 5)

    # ------------------------------------------------------------------
    # Whose they are
    # ------------------------------------------------------------------

    def test_each_office_has_its_own_and_only_its_administrator_changes_them(self):
        admin, kadis = self.orang["administrator"], self.orang["kadis"]
        jam_lain = self.env["dpmd.tenggat"]._semua(self.company_lain)
        self.assertEqual(set(jam_lain), set(self.jam))
        for model, milik in (("dpmd.tenggat", self.jam["putusan"]), ("dpmd.sasaran", self.sasaran(8))):
            with self.subTest(model):
                semua = self.env[model].with_user(admin).with_context(active_test=False).search([])
                self.assertEqual(semua.company_id, self.company)
                with self.assertRaises(AccessError):
                    milik.with_user(kadis).write({"sequence": 1} if model == "dpmd.tenggat" else {"hari": 1})
                with self.assertRaises(AccessError):
                    milik.with_user(admin).copy()
                with self.assertRaises(AccessError):
                    milik.with_user(admin).unlink()
                with self.assertRaises(UserError):
                    milik.with_user(admin).write({"company_id": self.company_lain.id})
        self.sasaran(8).with_user(admin).hari = 4
        self.jam["putusan"].with_user(admin).jumlah = 45
        self.assertEqual(self.env["dpmd.sasaran"]._hari(self.company_lain)[8], 5)
        self.assertEqual(jam_lain["putusan"].jumlah, 60)
        perubahan = self.env["dpmd.perubahan"].search([("jenis", "=", "jam")])
        self.assertEqual(set(perubahan.mapped("kolom")), {"hari", "jumlah"})

    def test_the_steps_together_fit_into_the_time_of_the_decision(self):
        hari = sum(banyak for nomor, banyak in self.env["dpmd.sasaran"]._hari(self.company).items() if 4 <= nomor <= 15)
        akhir = jatuh_tempo(self.company, fields.Datetime.now(), hari, kerja=True)
        self.assertLess(akhir, jatuh_tempo(self.company, fields.Datetime.now(), 60))

    def test_the_clocks_of_a_case_cost_the_same_however_long_its_card(self):
        def kueri():
            self.env.flush_all()
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            self.pengaduan._nilai_jam()
            return self.env.cr.sql_log_count - sebelum

        self.jalan(self.pengaduan, 5)
        pendek = kueri()
        for _ke in range(20):
            self.pengaduan._catat("Catatan")
        self.assertLessEqual(kueri(), pendek)
        self.assertLessEqual(pendek, 16)
