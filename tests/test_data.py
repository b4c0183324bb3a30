from datetime import datetime

import pytz
from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import Form, TransactionCase, new_test_user, tagged

# Row -> pelaksana, kelengkapan, output; the SOP leaves the rest empty.
BARIS_SOP = {
    1: ("pelapor", "Informasi Pengaduan", False),
    2: ("pengadministrasi_umum", "Buku Register Pengaduan", "Buku register pengaduan"),
    3: ("pengadministrasi_umum", "Formulir Pengaduan", "Formulir pengaduan"),
    4: ("kepala_dinas", "Formulir Pengaduan", False),
    5: ("kepala_dinas", "Formulir Pengaduan", False),
    6: ("sekretaris_dinas", "Formulir Pengaduan", False),
    7: ("kepala_bidang", "Formulir Pengaduan", False),
    8: ("sub_koor_psm", "Formulir Pengaduan", False),
    9: ("sub_koor_psm", "Surat Undangan Pelaksanaan Rapat", "Surat undangan pelaksanaan rapat"),
    10: ("sub_koor_psm", "Daftar hadir, notulen rapat", "Daftar hadir, notulen rapat"),
    11: ("sub_koor_psm", "Berita acara hasil rapat pengaduan", "Berita acara hasil rapat pengaduan"),
    12: ("sub_koor_psm", False, False),
    13: ("kepala_bidang", False, False),
    14: ("sekretaris_dinas", False, False),
    15: ("kepala_dinas", False, False),
    16: ("pengadministrasi_umum", False, False),
    17: ("pengadministrasi_umum", False, False),
}
KEGIATAN = {
    1: "Aduan masuk di DPMD Kab. Kutai Kartanegara (Online / tertulis)",
    5: "Kepala Dinas Menugaskan Sekretaris Dinas untuk menindaklanjuti aduan",
    9: "Sub Koor / PSM / staf Membuat undangan pelaksanaan rapat yang ditujukan kepada pihak - pihak yang bersangkutan "
    "dengan jenis aduan",
    10: "Selanjutnya dilaksanakan rapat penangan pengaduan untuk membahas penyelesaian permasalahan dan seluruh "
    "undangan rapat diwajibkan mengisi daftar hadir peserta rapat sebagai bukti pelaksanaan rapat",
    17: "Menginformasikan kembali hasil pelaksanaan pembahasan yang sudah disetujui kepala dinas kepelapor "
    "(online / tertulis)",
}


@tagged("standard", "post_install", "-at_install")
class TestData(TransactionCase):
    """What the addon ships is what the SOP, the region list and the law say."""

    def test_sop_rows_equal_the_written_sop(self):
        sop = self.env.ref("dpmd_pengaduan.sop_2022")
        self.assertEqual(sop.nomor, "0001/ DPM/1.1/11/2022")
        self.assertEqual(
            (sop.tanggal_pembuatan, sop.tanggal_efektif, sop.tanggal_revisi),
            (fields.Date.to_date("2022-11-17"), fields.Date.to_date("2022-11-18"), False),
        )
        baris = {langkah.nomor: langkah for langkah in sop.langkah_ids}
        self.assertEqual(
            {nomor: (isi.pelaksana, isi.kelengkapan, isi.keluaran) for nomor, isi in baris.items()}, BARIS_SOP
        )
        self.assertEqual({nomor: baris[nomor].kegiatan for nomor in KEGIATAN}, KEGIATAN)
        self.assertFalse(any(sop.langkah_ids.mapped("waktu")), "the SOP's column Waktu is empty")
        for nomor in range(1, 18):
            self.assertEqual(self.env.ref(f"dpmd_pengaduan.sop_2022_langkah_{nomor}"), baris[nomor])

    def test_regions_are_complete_and_hang_together(self):
        wilayah = self.env["dpmd.wilayah"].search([("kode", "=like", "64.02%")])
        jumlah = {
            tingkat: len(wilayah.filtered(lambda w, t=tingkat: w.tingkat == t))
            for tingkat in ("kabupaten", "kecamatan", "kelurahan", "desa")
        }
        self.assertEqual(jumlah, {"kabupaten": 1, "kecamatan": 20, "kelurahan": 44, "desa": 193})
        self.assertEqual(len(set(wilayah.mapped("kode"))), len(wilayah))
        for bagian in wilayah - self.env.ref("dpmd_pengaduan.wilayah_64_02"):
            self.assertEqual(bagian.kode.rpartition(".")[0], bagian.parent_id.kode)
            self.assertEqual(bagian, self.env.ref(f"dpmd_pengaduan.wilayah_{bagian.kode.replace('.', '_')}"))

    def test_clocks_of_the_law_run_and_superseded_ones_are_off(self):
        jam = self.env["dpmd.tenggat"].with_context(active_test=False).search([("company_id", "=", False)])
        self.assertEqual(
            {tenggat.kode: (tenggat.jumlah, tenggat.satuan, tenggat.active) for tenggat in jam},
            {
                "verifikasi": (3, "kerja", True),
                "tanggapan": (14, "kalender", True),
                "melengkapi": (30, "kalender", True),
                "putusan": (60, "kalender", True),
                "pemberitahuan": (14, "kalender", True),
                "tanpa_pengawasan": (14, "kerja", False),
                "pengawasan": (60, "kerja", False),
            },
        )
        self.assertTrue(all(jam.mapped("dasar")))


@tagged("standard", "post_install", "-at_install")
class TestHariKerja(TransactionCase):
    """Working days skip weekends and holidays, and a day ends at midnight in the office."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kalender = cls.env["resource.calendar"].create({"name": "Kantor", "tz": "Asia/Makassar"})
        cls.company = cls.env["res.company"].create({"name": "Dinas Kalender", "resource_calendar_id": cls.kalender.id})
        cls.kalender.company_id = cls.company
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        cls.jam = cls.env["dpmd.tenggat"]._semua(cls.company)
        cls.tiga = cls.jam["verifikasi"]  # 3 working days

    def tempo(self, wita):
        """Return the last day of three working days that start at a moment in the office."""
        mulai = pytz.timezone("Asia/Makassar").localize(datetime.fromisoformat(wita)).astimezone(pytz.utc)
        return str(self.tiga._jatuh_tempo(mulai.replace(tzinfo=None), self.company))

    def test_counts_from_the_next_day_and_skips_the_weekend(self):
        self.assertEqual(self.tempo("2026-11-02 09:00"), "2026-11-05")  # Monday: Tue, Wed, Thu
        self.assertEqual(self.tempo("2026-11-05 09:00"), "2026-11-10")  # Thursday: Fri, Mon, Tue

    def test_skips_holidays(self):
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Libur",
                "calendar_id": self.kalender.id,
                "date_from": "2026-11-03 16:00:00",
                "date_to": "2026-11-04 15:59:59",  # 4 November in the office
            }
        )
        self.assertEqual(self.tempo("2026-11-02 09:00"), "2026-11-06")

    def test_day_ends_at_midnight_in_the_office(self):
        self.assertEqual(self.tempo("2026-11-03 23:59"), "2026-11-06")
        self.assertEqual(self.tempo("2026-11-04 00:01"), "2026-11-09")

    def test_calendar_days_and_switched_off(self):
        # 23:30 UTC is the next day in the office.
        self.assertEqual(
            str(self.jam["tanggapan"]._jatuh_tempo(datetime(2026, 11, 1, 23, 30), self.company)), "2026-11-16"
        )
        self.assertFalse(self.jam["pengawasan"]._jatuh_tempo(datetime(2026, 11, 1), self.company))

    def test_national_holidays_are_filled_in_once(self):
        tahun = self.env["dpmd.penugasan"]._hari_ini().year
        self.instansi.action_isi_libur()
        cuti = self.env["resource.calendar.leaves"].search([("calendar_id", "=", self.kalender.id)])
        self.assertIn(f"{tahun}-08-16 16:00:00", [str(saat) for saat in cuti.mapped("date_from")])
        self.assertIn(f"{tahun + 1}-12-24 16:00:00", [str(saat) for saat in cuti.mapped("date_from")])
        self.instansi.action_isi_libur()
        self.instansi._cron_isi_libur()
        self.assertEqual(cuti.search_count([("calendar_id", "=", self.kalender.id)]), len(cuti))

    def test_an_estimate_that_moved_is_replaced(self):
        tahun = self.env["dpmd.penugasan"]._hari_ini().year
        usang = self.env["resource.calendar.leaves"].create(
            {
                "name": "Hari Raya (perkiraan)",
                "calendar_id": self.kalender.id,
                "date_from": f"{tahun + 1}-09-29 16:00:00",
                "date_to": f"{tahun + 1}-09-30 15:59:59",
            }
        )
        self.instansi._isi_libur()
        self.assertFalse(usang.exists())

    def test_only_the_administrator_opens_the_office(self):
        admin = new_test_user(self.env, login="uji_admin", groups="dpmd_pengaduan.group_administrator")
        buka = self.env["dpmd.instansi"].with_user(admin).action_buka()
        with Form(self.env["dpmd.instansi"].with_user(admin).browse(buka["res_id"])) as form:
            form.telepon = "(0541) 555 0199"
        pegawai = new_test_user(self.env, login="uji_pegawai", groups="base.group_user")
        with self.assertRaises(AccessError):
            self.env["dpmd.instansi"].with_user(pegawai).action_buka()
        with self.assertRaises(AccessError):
            self.instansi.with_user(pegawai).action_isi_libur()
