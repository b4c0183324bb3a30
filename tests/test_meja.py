"""What makes the work at a desk quick, and what must not get around it."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KantorCase

MEJA = "dpmd_pengaduan.activity_meja"


@tagged("post_install", "-at_install")
class TestMeja(KantorCase):
    def test_the_activity_of_a_desk_ends_with_its_step_and_by_nothing_else(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        kegiatan = pengaduan.activity_ids.filtered(lambda a: a.activity_type_id == self.env.ref(MEJA))
        self.assertEqual(kegiatan.user_id, self.orang["kadis"])
        for login in ("kadis", "pengadmin"):
            with self.subTest(login=login):
                milik = self.sebagai(login, kegiatan)
                self.assertFalse(milik.can_write)
                for cara in (
                    milik.action_feedback,
                    milik.action_done,
                    milik.action_cancel,
                    milik.unlink,
                    lambda milik=milik: milik.write({"user_id": self.orang["sekretaris"].id}),
                ):
                    with self.assertRaises(AccessError):
                        cara()
        self.jalan(pengaduan, 6)
        self.assertFalse(kegiatan.exists().filtered("active"))
        self.assertEqual(pengaduan.activity_ids.user_id, self.orang["sekretaris"])

    def test_other_activities_are_everybodys_own(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        kadis = self.sebagai("kadis", pengaduan)
        catatan = kadis.activity_schedule("mail.mail_activity_data_todo", user_id=self.orang["kadis"].id)
        catatan.action_feedback(feedback="Sudah.")
        self.assertFalse(catatan.exists().filtered("active"))

    def test_a_meeting_called_from_the_screen_of_the_case_adds_no_second_activity(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        self.buat_rapat(pengaduan)
        layar = {"active_model": "dpmd.pengaduan", "active_id": pengaduan.id}
        self.sebagai("psm_a", pengaduan).with_context(**layar).action_ajukan_undangan()
        self.baca("kadis", pengaduan).with_context(**layar).action_sahkan()
        self.assertEqual(pengaduan.activity_ids.activity_type_id, self.env.ref(MEJA))
        self.assertTrue(pengaduan.rapat_ids.event_id)

    def test_who_holds_two_jabatan_is_invited_under_the_one_of_the_case(self):
        plt = self.tugaskan(self.orang["kabid_a"], "kepala_bidang", bidang=self.bidang_b, jenis="plt")
        self.assertTrue(plt.berlaku)
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        rapat = self.buat_rapat(pengaduan)
        self.assertEqual(rapat.peserta_ids[0].jabatan, "Kepala Bidang Bidang A")

    def test_the_desk_shows_the_hat_of_an_acting_official_and_of_nobody_else(self):
        dua = self.jalan(self.buat()[0], 5) | self.jalan(self.buat()[0], 6)
        plh = self.tugaskan(self.orang["sekretaris"], "kepala_dinas", jenis="plh")
        self.assertEqual(self.sebagai("sekretaris", dua).mapped("sebagai"), [plh.sebutan, False])
        for login in ("kadis", "pengawas", "pengadmin"):
            self.assertEqual(self.sebagai(login, dua).mapped("sebagai"), [False, False])
        self.tugaskan(self.orang["kabid_a"], "kepala_bidang", bidang=self.bidang_b, jenis="plt")
        self.jalan(dua[1], 7)
        self.assertFalse(self.sebagai("kabid_a", dua[1]).sebagai, "his own bidang")

    def test_a_new_meeting_proposes_a_working_morning_and_two_hours(self):
        self.company.resource_calendar_id = self.env["resource.calendar"].create(
            {"name": "Jam Kerja", "tz": "Asia/Makassar", "company_id": self.company.id}
        )
        rapat = self.env["dpmd.rapat"].with_user(self.orang["psm_a"]).new({})
        setempat = fields.Datetime.context_timestamp(self.env.user.with_context(tz="Asia/Makassar"), rapat.mulai)
        self.assertEqual((setempat.hour, setempat.minute), (9, 0))
        self.assertLess(setempat.weekday(), 5)
        self.assertGreater(rapat.mulai, fields.Datetime.now())
        self.assertEqual(rapat.selesai - rapat.mulai, timedelta(hours=2))
        self.assertEqual(rapat.pencatat_user_id, self.orang["psm_a"])

    def test_the_end_of_a_meeting_follows_its_start_unless_it_still_fits(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        rapat = self.buat_rapat(pengaduan)
        mulai = rapat.mulai
        rapat.mulai = mulai - timedelta(minutes=30)
        self.assertEqual(rapat.selesai, mulai + timedelta(hours=1))
        rapat.mulai = mulai + timedelta(days=7)
        self.assertEqual(rapat.selesai, rapat.mulai + timedelta(hours=2))

    def test_paraf_and_signature_are_reached_from_the_page_of_the_report(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 13)
        laporan = pengaduan.laporan_ids
        for login, state in (
            ("kabid_a", "diparaf_kabid"),
            ("sekretaris", "diparaf_sekretaris"),
            ("kadis", "ditandatangani"),
        ):
            for orang_lain in {"kabid_a", "sekretaris", "kadis", "psm_a"} - {login}:
                with self.assertRaises(UserError):
                    self.sebagai(orang_lain, laporan).action_baca()
            naskah = self.env["dpmd.dokumen"].browse(self.sebagai(login, laporan).action_baca()["res_id"])
            self.sebagai(login, naskah).action_dibuka()
            self.sebagai(login, naskah).action_sahkan()
            self.assertEqual(laporan.state, state)
        self.assertEqual(pengaduan.langkah, 16)

    def test_the_answer_is_proposed_by_mail_where_there_is_an_address(self):
        for email, cara in (("siti@example.com", "surel"), (False, "portal")):
            pengaduan, _kode = self.buat(pelapor={"email": email})
            wizard = self.env["dpmd.jawab.wizard"].with_user(self.orang["pengadmin"])
            self.assertEqual(wizard.with_context(active_id=pengaduan.id).create({}).cara, cara)

    def test_whoever_has_a_desk_starts_at_it_unless_he_chose_another_page(self):
        meja = self.env.ref("dpmd_pengaduan.action_meja_saya")
        self.assertEqual(self.orang["kadis"].action_id.id, meja.id)
        self.assertEqual(self.orang["pengawas"].action_id.id, self.env.ref("dpmd_pengaduan.action_pengaduan").id)
        pilihan = self.env.ref("dpmd_pengaduan.action_register")
        self.orang["kadis"].action_id = pilihan.id
        self.tugaskan(self.orang["kadis"], "sekretaris_dinas", jenis="plh")
        self.assertEqual(self.orang["kadis"].action_id.id, pilihan.id)
