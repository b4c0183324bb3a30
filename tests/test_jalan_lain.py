from datetime import timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import PNG, KantorCase


@tagged("standard", "post_install", "-at_install")
class TestJalanLain(KantorCase):
    """The ways off the main path: by the right desk, with a reason, on the card."""

    def kasus(self, sampai, **kw):
        return self.jalan(self.buat(**kw)[0], sampai)

    def scan(self, login="pengadmin"):
        return self.env["ir.attachment"].with_user(self.orang[login]).create({"name": "scan.pdf", "raw": b"%PDF-1.4"})

    def catatkan(self, pengaduan, login, terjadi=None, **isi):
        """Enter the next step from paper, as done by one of the office's people."""
        penugasan = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang[login].id)], limit=1)
        self.sebagai("pengadmin", pengaduan).action_catatkan(
            penugasan.id, terjadi or fields.Datetime.now(), self.scan().id, "Diterima di atas kertas", **isi
        )
        return pengaduan.kartu_ids.sorted("urutan")[-1]

    # Paper -----------------------------------------------------------------

    def test_letter_handed_to_the_kadis_is_entered_afterwards_with_all_steps(self):
        kemarin = fields.Datetime.now() - timedelta(days=1)
        pengaduan, _kode = self.buat(waktu=kemarin)
        self.jalan(pengaduan, 4)
        baris = self.catatkan(pengaduan, "kadis", terjadi=kemarin)
        self.assertEqual(
            (baris.nomor, baris.user_id, baris.dicatat_oleh_id), (4, self.orang["kadis"], self.orang["pengadmin"])
        )
        self.assertEqual(baris.terjadi, kemarin)
        self.assertTrue(baris.dicatatkan and baris.bukti_id)
        self.assertTrue(baris.menyimpang, "it happened before the line above it")
        self.catatkan(pengaduan, "kadis", disposisi={"instruksi": "Tindak lanjuti"})
        self.assertEqual((pengaduan.state, pengaduan.disposisi_ids.dari_user_id), ("sekretaris", self.orang["kadis"]))
        self.sebagai("kadis", pengaduan).action_konfirmasi()
        self.jalan(pengaduan, 18)
        kartu = pengaduan.kartu_ids.filtered(lambda baris: baris.jenis == "langkah")
        self.assertEqual(sorted(kartu.mapped("nomor")), list(range(1, 18)))
        self.assertTrue(pengaduan._kartu_utuh())

    def test_paper_step_needs_scan_past_time_and_the_right_official(self):
        pengaduan = self.kasus(4)
        petugas = self.sebagai("pengadmin", pengaduan)
        kadis = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["kadis"].id)])
        sekarang = fields.Datetime.now()
        for penugasan, terjadi, bukti in (
            (kadis.id, sekarang, False),
            (kadis.id, sekarang, self.scan("psm_a").id),
            (kadis.id, sekarang + timedelta(days=1), self.scan().id),
            (kadis.search([("user_id", "=", self.orang["psm_a"].id)]).id, sekarang, self.scan().id),
            (kadis.id, sekarang - timedelta(days=3000), self.scan().id),
        ):
            with self.assertRaises(UserError):
                petugas.action_catatkan(penugasan, terjadi, bukti, "alasan")
        self.assertEqual(pengaduan.langkah, 4)
        with self.assertRaises(AccessError):
            self.sebagai("kadis", pengaduan).action_catatkan(kadis.id, sekarang, self.scan("kadis").id, "alasan")

    # Without a meeting -----------------------------------------------------

    def test_case_without_a_meeting_says_so_on_rows_9_to_11(self):
        pengaduan = self.kasus(9)
        self.sebagai("psm_a", pengaduan).action_usul_tanpa_rapat("Sudah jelas dari dokumen")
        self.assertEqual(pengaduan.desk_jabatan, "kepala_bidang")
        with self.assertRaises(AccessError):
            self.sebagai("psm_a", pengaduan).action_setujui_tanpa_rapat("setuju")
        self.sebagai("kabid_a", pengaduan).action_setujui_tanpa_rapat("Setuju")
        tidak = pengaduan.kartu_ids.filtered(lambda baris: baris.jenis == "tidak")
        self.assertEqual(tidak.mapped("nomor"), [9, 10, 11])
        self.assertTrue(all(tidak.mapped("menyimpang")))
        self.jalan(pengaduan, 18)
        self.assertEqual(pengaduan.state, "selesai")

    def test_kabid_may_refuse_and_kadis_may_still_order_a_meeting(self):
        pengaduan = self.kasus(9)
        self.sebagai("psm_a", pengaduan).action_usul_tanpa_rapat("Cukup")
        self.sebagai("kabid_a", pengaduan).action_tolak_tanpa_rapat("Perlu rapat")
        self.assertEqual((pengaduan.langkah, pengaduan.desk_jabatan), (9, "sub_koor_psm"))
        lain = self.kasus(9)
        self.sebagai("psm_a", lain).action_usul_tanpa_rapat("Cukup")
        self.sebagai("kabid_a", lain).action_setujui_tanpa_rapat("Setuju")
        self.jalan(lain, 14)
        self.sebagai("kadis", lain).action_perintah_rapat("Tetap rapat")
        self.assertEqual((lain.state, lain.langkah), ("rapat", 9))
        self.assertFalse(lain.laporan_ids.dokumen_id, "the paraf given before are void")
        self.jalan(lain, 18)

    # Back ------------------------------------------------------------------

    def test_each_desk_sends_back_with_a_reason(self):
        for sampai, login, state, langkah in (
            (5, "kadis", "formulir", 3),
            (6, "sekretaris", "kadis", 5),
            (7, "kabid_a", "sekretaris", 6),
            (8, "psm_a", "kabid", 7),
        ):
            with self.subTest(sampai=sampai):
                pengaduan = self.kasus(sampai)
                with self.assertRaises(UserError):
                    self.sebagai(login, pengaduan).action_kembalikan("  ")
                self.sebagai(login, pengaduan).action_kembalikan("Bukan bidang kami")
                self.assertEqual((pengaduan.state, pengaduan.langkah), (state, langkah))
                baris = pengaduan.kartu_ids.sorted("urutan")[-1]
                self.assertEqual((baris.jenis, baris.alasan), ("kembali", "Bukan bidang kami"))
                self.jalan(pengaduan, 18)

    def test_returned_report_loses_its_paraf(self):
        for sampai, login in ((13, "kabid_a"), (14, "sekretaris"), (15, "kadis")):
            with self.subTest(sampai=sampai):
                pengaduan = self.kasus(sampai)
                dokumen = pengaduan.laporan_ids.dokumen_id
                self.sebagai(login, pengaduan).action_kembalikan("Perbaiki simpulan")
                self.assertEqual((pengaduan.langkah, dokumen.state), (12, "batal"))
                self.assertFalse(pengaduan.laporan_ids.pengesahan_ids)
                self.sebagai("psm_a", pengaduan).laporan_ids.write({"simpulan_saran": "Diperbaiki"})
                self.jalan(pengaduan, 18)
                baru = pengaduan.laporan_ids.dokumen_id
                self.assertEqual(baru.pengesahan_ids.mapped("jenis"), ["penyusun", "paraf", "paraf", "tanda_tangan"])

    def test_report_on_its_way_up_is_not_edited(self):
        pengaduan = self.kasus(13)
        with self.assertRaises(UserError):
            self.sebagai("psm_a", pengaduan).laporan_ids.write({"simpulan_saran": "Diam-diam"})

    # Over and beside a desk ------------------------------------------------

    def test_desk_is_skipped_only_by_the_next_higher_one(self):
        pengaduan = self.kasus(6)
        for login in ("pengadmin", "sekretaris"):
            with self.assertRaises(AccessError):
                self.sebagai(login, pengaduan).action_lewati("alasan", {"bidang_id": self.bidang_a.id})
        self.sebagai("kadis", pengaduan).action_lewati("Sekretaris terlapor", {"bidang_id": self.bidang_a.id})
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertEqual(
            (baris.jenis, baris.nomor, baris.user_id, baris.alasan),
            ("dilewati", 6, self.orang["kadis"], "Sekretaris terlapor"),
        )
        self.jalan(pengaduan, 14)
        self.sebagai("kadis", pengaduan.laporan_ids.dokumen_id).action_dibuka()
        self.sebagai("kadis", pengaduan).action_lewati_paraf("Sekretaris terlapor")
        with self.assertRaisesRegex(UserError, "two desks"), self.env.cr.savepoint():
            self.sebagai("kadis", pengaduan).action_tanda_tangan_kadis()
        self.sebagai("kadis", pengaduan).action_tanda_tangan_kadis("Sekretaris terlapor, tidak ada pejabat lain")
        self.jalan(pengaduan, 18)

    def test_case_is_handed_to_another_pelaksana_of_the_bidang_only(self):
        pengaduan = self.kasus(9)
        kabid = self.sebagai("kabid_a", pengaduan)
        with self.assertRaises(UserError):
            kabid.action_alih_pelaksana(self.orang["psm_b"].id, "sakit")
        kabid.action_alih_pelaksana(self.orang["psm_a2"].id, "sakit")
        self.assertEqual((pengaduan.pelaksana_id, pengaduan.desk_user_id), (self.orang["psm_a2"], self.orang["psm_a2"]))
        with self.assertRaises(AccessError):
            self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        self.jalan_dengan(pengaduan, "psm_a2")

    def jalan_dengan(self, pengaduan, login):
        self.orang["psm_a"] = self.orang[login]
        self.jalan(pengaduan, 12)
        with self.assertRaises(UserError):
            self.sebagai("kabid_a", pengaduan).action_alih_pelaksana(self.orang["psm_a"].id, "terlambat")

    def test_joined_case_waits_for_its_lead_and_gets_its_own_answer(self):
        induk = self.kasus(9)
        anak = self.kasus(7)
        self.sebagai("kabid_a", anak).action_gabung(induk.id, "Pokok perkara sama")
        self.assertFalse(anak.desk_jabatan)
        with self.assertRaises(UserError):
            self.sebagai("kabid_a", anak).action_disposisi_pelaksana({"kepada_user_id": self.orang["psm_a"].id})
        self.jalan(induk, 17)
        self.assertEqual((anak.state, anak.langkah, anak.hasil), ("arsip", 17, "terbukti"))
        self.langkah_17(anak)
        self.assertEqual(anak.state, "selesai")
        self.assertTrue(anak._kartu_utuh())

    # Closing early ---------------------------------------------------------

    def test_only_the_kadis_closes_early_and_the_pelapor_is_told(self):
        pengaduan = self.kasus(8)
        for login in ("pengadmin", "sekretaris", "kabid_a", "psm_a"):
            with self.assertRaises(AccessError):
                self.sebagai(login, pengaduan).action_tutup("bukan_pengaduan", "alasan")
            self.sebagai(login, pengaduan).action_usul_tutup("Bukan kewenangan")
        kadis = self.sebagai("kadis", pengaduan)
        for salah in (
            ("dilimpahkan", "alasan"),
            ("bukan_pengaduan", " "),
            ("mengada", "alasan"),
            ("tidak_lengkap", "x"),
        ):
            with self.assertRaises(UserError):
                kadis.action_tutup(*salah)
        kadis.action_tutup("dilimpahkan", "Kewenangan Inspektorat", "Inspektorat Kabupaten")
        self.assertEqual((pengaduan.state, pengaduan.desk_jabatan), ("ditutup", "pengadministrasi_umum"))
        with self.assertRaises(UserError):
            self.sebagai("pengadmin", pengaduan).action_informasikan_tutup("surel")
        self.sahkan("kadis", pengaduan)
        self.sebagai("pengadmin", pengaduan).action_informasikan_tutup("surel")
        surat = pengaduan.sudo().pelapor_ids.dokumen_ids.filtered(lambda d: d.jenis == "pelimpahan")
        self.assertEqual(surat.state, "berlaku")
        self.assertFalse(pengaduan.desk_jabatan)
        with self.assertRaises(UserError):
            self.sebagai("pengadmin", pengaduan).action_informasikan_tutup("surel")
        with self.assertRaises(UserError):
            kadis.action_tutup("dicabut", "lagi")

    def test_incomplete_form_closes_or_goes_on_only_after_the_time_limit_and_by_the_kadis(self):
        pengaduan = self.kasus(3, lengkap=False)
        petugas = self.sebagai("pengadmin", pengaduan)
        petugas.action_beri_formulir()
        self.assertEqual(pengaduan.desk_jabatan, "pelapor")
        self.minta_lengkapi(pengaduan, "Tanda tangan belum ada")
        kadis = self.sebagai("kadis", pengaduan)
        with self.assertRaises(UserError):
            kadis.action_tutup("tidak_lengkap", "alasan")
        with self.assertRaises(UserError):
            kadis.action_lanjut_tanpa_formulir("alasan")
        with freeze_time(fields.Datetime.now() + timedelta(days=32)):
            kadis.action_lanjut_tanpa_formulir("Pokok aduan penting")
        self.assertEqual((pengaduan.state, pengaduan.langkah), ("kadis", 4))

    # Ralat, secrecy --------------------------------------------------------

    def test_ralat_keeps_the_old_value_visible(self):
        pengaduan = self.kasus(5)
        petugas = self.sebagai("pengadmin", pengaduan)
        with self.assertRaises(UserError):
            petugas.write({"perihal": "Lain"})
        with self.assertRaises(UserError):
            petugas.action_ralat({"state": "selesai"}, "alasan")
        petugas.action_ralat({"perihal": "BLT Maret belum dibayar"}, "Salah ketik")
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertIn("BLT belum dibayar → BLT Maret belum dibayar", baris.keluaran)

    def test_secret_complaint_needs_a_confirmed_kutipan_before_the_kadis(self):
        pengaduan = self.kasus(3, identitas="rahasia")
        petugas = self.sebagai("pengadmin", pengaduan)
        self.assertEqual(petugas.state, "formulir")
        with self.assertRaises(UserError):
            petugas.action_nyatakan_lengkap()
        petugas.action_konfirmasi_kutipan("Bantuan belum dibayarkan.")
        petugas.action_nyatakan_lengkap()
        self.assertEqual(pengaduan.state, "kadis")
        self.assertEqual(self.sebagai("kadis", pengaduan).pelapor_tampil, "kept secret")

    # Calendar --------------------------------------------------------------

    def test_a_called_meeting_stands_in_the_calendar_until_it_is_called_off(self):
        pengaduan = self.kasus(9)
        mulai = fields.Datetime.now() + timedelta(days=3)
        rapat = self.buat_rapat(pengaduan, mulai=mulai, selesai=mulai + timedelta(hours=2))
        self.undang(pengaduan)
        event = rapat.sudo().event_id
        self.assertEqual((event.start, event.privacy), (mulai, "private"))
        with self.assertRaises(UserError):
            event.with_user(self.orang["psm_a"]).write({"name": "Aduan Siti"})
        with self.assertRaises(UserError):
            event.with_user(self.orang["psm_a"]).unlink()
        rapat.action_batal("Kepala Desa berhalangan")
        self.assertFalse(event.active)
        self.assertEqual(rapat.dokumen_ids.state, "batal")

    def test_meeting_is_not_held_before_it_starts_nor_without_settled_attendance(self):
        pengaduan = self.kasus(9)
        mulai = fields.Datetime.now() + timedelta(days=3)
        self.buat_rapat(pengaduan, mulai=mulai, selesai=mulai + timedelta(hours=2))
        self.undang(pengaduan)
        with self.assertRaises(UserError):
            self.sebagai("psm_a", pengaduan).rapat_ids.peserta_ids.write({"kehadiran": "hadir", "ttd": PNG})
        pengaduan.rapat_ids.peserta_ids._tulis({"kehadiran": "hadir", "ttd": PNG})
        pengaduan.rapat_ids._tulis({"notulen_pembahasan": "Dibahas.", "notulen_kesimpulan": "Dibayar."})
        with self.assertRaises(UserError) as galat:
            self.sebagai("psm_a", pengaduan).action_rapat_dilaksanakan()
        self.assertIn("has not started yet", str(galat.exception))
        lain = self.kasus(10)
        rapat = self.isi_rapat(lain)
        rapat.peserta_ids[0].write({"ttd": False, "ttd_cara": False})
        with self.assertRaises(UserError):
            self.sebagai("psm_a", lain).action_rapat_dilaksanakan()
        self.assertEqual(lain.langkah, 10)
