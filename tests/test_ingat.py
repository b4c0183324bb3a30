"""The summary of the morning: to each person what waits, once, in words that may leave the house."""

from datetime import date, datetime

from freezegun import freeze_time
from odoo import fields
from odoo.addons.dpmd_pengaduan.models.ingat.isi_ringkasan import IsiRingkasan
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KantorCase

SENIN = datetime(2026, 3, 9, 0, 0)  # 08.00 at the office
KEGIATAN = "dpmd_pengaduan.activity_ringkasan"


class IngatCase(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.resource_calendar_id = cls.env["resource.calendar"].create(
            {"name": "Jam Kerja", "tz": "Asia/Makassar", "company_id": cls.company.id}
        )
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        cls.Ringkasan = cls.env["dpmd.ringkasan"]
        cls.startClassPatcher(freeze_time(SENIN))
        for tugas in cls.env["dpmd.penugasan"].sudo().search([("company_id", "=", cls.company.id)]):
            cls.env.cr.execute("UPDATE dpmd_penugasan SET date_from = '2025-01-01' WHERE id = %s", [tugas.id])
        cls.env.invalidate_all()

    def kasus(self, sampai=2, **kolom):
        """Return a case at a step, with columns of its desk as the passing of days would leave them."""
        pengaduan = self.jalan(self.buat()[0], sampai)
        pengaduan.sudo()._tulis(kolom)
        self.env.flush_all()
        return pengaduan

    def ringkas(self, hari=None):
        """Tell the office's people; return what each was told, by login."""
        hari = hari or SENIN.date()
        isi = IsiRingkasan(self.instansi.sudo(), hari)
        users = self.Ringkasan._belum(self.company, hari)
        self.assertTrue(self.Ringkasan._ringkas_sekali(isi, users))
        milik = self.Ringkasan.search([("company_id", "=", self.company.id), ("tanggal", "=", hari)])
        return {satu.user_id.login.removeprefix("uji_"): satu for satu in milik}

    def surel(self):
        return self.env["mail.mail"].search([("subject", "like", "Complaint desk:")])


@tagged("standard", "post_install", "-at_install")
class TestRingkasan(IngatCase):
    def test_everybody_is_told_what_waits_and_who_has_nothing_hears_nothing(self):
        lewat = self.kasus(8, desk_tenggat=date(2026, 3, 2))
        segera = self.kasus(8, desk_tenggat=date(2026, 3, 12))
        self.kasus(8, desk_tenggat=date(2026, 3, 30), desk_sejak=datetime(2026, 3, 2))
        hari_ini = self.ringkas()
        psm = hari_ini["psm_a"]
        for kalimat in ("On your desk: 3", "– late: 1", "– due within 3 working days: 1", "– new: 2"):
            self.assertIn(kalimat, psm.teks)
        self.assertIn(f"{lewat.name}: Hand in the telaah, 7 days late", psm.teks)
        self.assertIn(f"{segera.name}: Hand in the telaah, 3 days left", psm.teks)
        self.assertIn("/odoo/meja-saya", psm.teks)
        self.assertIn("– Sub Koor / PSM, Bidang A: 1", hari_ini["kabid_a"].teks, "late for more than three days")
        self.assertEqual({login for login, satu in hari_ini.items() if satu.jumlah}, {"psm_a", "kabid_a"})
        penerima = set(self.surel().mapped("email_to"))
        self.assertEqual(penerima, {"uji_psm_a@example.com", "uji_kabid_a@example.com"})
        kegiatan = self.env["mail.activity"].search([("activity_type_id", "=", self.env.ref(KEGIATAN).id)])
        self.assertEqual(kegiatan.user_id, self.orang["psm_a"] | self.orang["kabid_a"])

    def test_nothing_of_a_complaint_but_its_number_leaves_the_house(self):
        self.kasus(8, desk_tenggat=date(2026, 3, 2))
        self.kasus(2, desk_tenggat=date(2026, 3, 2))
        self.ringkas()
        isi = " ".join([*self.Ringkasan.search([]).mapped("teks"), *self.surel().mapped("body_html")])
        isi += " ".join(self.surel().mapped("subject"))
        for kata in ("BLT", "Siti", "Marlina", "Desa Uji", "siti@", "Bantuan", "Jl. Poros"):
            self.assertNotIn(kata, isi)

    def test_the_activity_of_yesterday_is_replaced_and_goes_when_nothing_waits(self):
        pengaduan = self.kasus(8, desk_tenggat=date(2026, 3, 2))
        domain = [("activity_type_id", "=", self.env.ref(KEGIATAN).id), ("user_id", "=", self.orang["psm_a"].id)]
        for hari in (9, 10):
            with freeze_time(datetime(2026, 3, hari)):
                psm = self.ringkas(date(2026, 3, hari))["psm_a"]
            self.assertEqual(self.env["mail.activity"].search(domain).mapped("res_id"), psm.ids)
        pengaduan.sudo()._tulis({"desk_jabatan": False, "desk_user_id": False})
        with freeze_time(datetime(2026, 3, 11)):
            self.ringkas(date(2026, 3, 11))
        self.assertFalse(self.env["mail.activity"].search(domain))

    def test_papers_and_promises_are_counted_for_who_has_to_act(self):
        pengaduan = self.jalan(self.buat()[0], 13)
        janji = pengaduan.rapat_ids.berita_acara_ids.kesepakatan_ids
        janji.sudo()._tulis({"tenggat": date(2026, 3, 6)})
        self.env.flush_all()
        hari_ini = self.ringkas()
        self.assertIn("For your paraf or signature: 1", hari_ini["kabid_a"].teks)
        self.assertIn("Kesepakatan past their day: 1", hari_ini["psm_a"].teks)
        self.assertEqual(hari_ini["sekretaris"].jumlah, 0)

    def test_who_acts_today_is_told_and_not_who_is_away(self):
        self.tugaskan(
            self.orang["sekretaris"], "kepala_dinas", jenis="plh", date_from=date(2026, 3, 9), date_to=date(2026, 3, 10)
        )
        self.kasus(5)
        hari_ini = self.ringkas()
        self.assertTrue(hari_ini["sekretaris"].jumlah)
        self.assertFalse(hari_ini["kadis"].jumlah)

    def test_a_person_without_address_gets_the_activity_alone(self):
        self.orang["psm_a"].email = False
        self.kasus(8)
        self.ringkas()
        self.assertFalse(self.surel())
        kegiatan = self.env["mail.activity"].search([("activity_type_id", "=", self.env.ref(KEGIATAN).id)])
        self.assertEqual(kegiatan.user_id, self.orang["psm_a"])

    def test_late_at_the_top_is_told_to_the_inspector_and_a_reported_official_is_told_nothing(self):
        self.kasus(5, desk_tenggat=date(2026, 3, 2))
        lapor = self.kasus(7, desk_tenggat=date(2026, 3, 2))
        self.sebagai("kadis", lapor).action_tetapkan_terlapor(
            "kabid", self.bidang_a.id, self.orang["kabid_a"].ids, "Disebut pelapor"
        )
        lapor.sudo()._tulis({"desk_tenggat": date(2026, 3, 2)})
        self.env.flush_all()
        hari_ini = self.ringkas()
        self.assertIn("– Kepala Dinas: 1", hari_ini["pengawas"].teks)
        self.assertIn("On your desk: 1", hari_ini["sekretaris"].teks)
        self.assertNotIn(lapor.name, " ".join(satu.teks for satu in hari_ini.values()), "others read it too")
        self.assertIn("– Sekretaris Dinas: 1", hari_ini["pengawas"].teks, "nobody of the chain")
        self.assertEqual(hari_ini["kabid_a"].jumlah, 0)

    def test_only_on_a_working_day_from_the_hour_on_and_not_where_it_is_switched_off(self):
        for saat, harap in (
            (datetime(2026, 3, 8, 2), False),  # Sunday
            (datetime(2026, 3, 8, 22, 30), False),  # Monday, half past six
            (datetime(2026, 3, 8, 23, 0), date(2026, 3, 9)),
        ):
            with freeze_time(saat):
                self.assertEqual(self.instansi._saatnya_ringkasan(), harap, saat)
        libur = self.env["resource.calendar.leaves"].create(
            {
                "name": "Libur",
                "calendar_id": self.company.resource_calendar_id.id,
                "company_id": self.company.id,
                "date_from": datetime(2026, 3, 8, 16),
                "date_to": datetime(2026, 3, 9, 15, 59, 59),
            }
        )
        self.assertFalse(self.instansi._saatnya_ringkasan())
        self.assertEqual(self.instansi._geser_hari_kerja(date(2026, 3, 6), 1), date(2026, 3, 10))
        self.assertEqual(self.instansi._geser_hari_kerja(date(2026, 3, 10), -1), date(2026, 3, 6))
        libur.unlink()
        self.company.resource_calendar_id = False
        self.assertEqual(self.instansi._geser_hari_kerja(date(2026, 3, 6), 1), date(2026, 3, 9))
        self.assertEqual(self.instansi._geser_hari_kerja(date(2026, 3, 9), -1), date(2026, 3, 6))

    def test_a_summary_is_read_by_its_person_and_by_who_hands_it_on(self):
        self.kasus(8, desk_tenggat=date(2026, 3, 2))
        hari_ini = self.ringkas()
        for login, dibaca in (
            ("psm_a", {"psm_a"}),
            ("kadis", {"kadis"}),
            ("pengadmin", set(hari_ini)),
            ("sekretaris", set(hari_ini)),
            ("kadis_lain", set()),
        ):
            milik = self.Ringkasan.with_user(self.orang[login]).search([("company_id", "=", self.company.id)])
            self.assertEqual({satu.user_id.login.removeprefix("uji_") for satu in milik.sudo()}, dibaca, login)
        self.orang["psm_a"].sudo().phone = "0812 3456 7890"
        aksi = self.sebagai("pengadmin", hari_ini["psm_a"]).action_whatsapp()
        self.assertTrue(aksi["url"].startswith("https://wa.me/6281234567890?text=What%20waits"))
        with self.assertRaises(AccessError):
            self.sebagai("kabid_a", hari_ini["psm_a"]).action_whatsapp()
        with self.assertRaises(UserError):
            self.sebagai("pengadmin", hari_ini["kabid_a"]).action_whatsapp()
        with self.assertRaises(AccessError):
            self.sebagai("pengadmin", hari_ini["psm_a"]).write({"teks": "x"})

    def test_counting_costs_the_same_for_one_and_for_twenty_cases(self):
        biaya = []
        for jumlah in (1, 20):
            for _kali in range(jumlah):
                self.kasus(2, desk_tenggat=date(2026, 3, 2))
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            IsiRingkasan(self.instansi.sudo(), SENIN.date())
            biaya.append(self.env.cr.sql_log_count - mulai)
        self.assertEqual(biaya[0], biaya[1])
        self.assertLessEqual(biaya[0], 20)

    def test_telling_costs_little_for_each_person(self):
        self.kasus(8, desk_tenggat=date(2026, 3, 2))
        self.kasus(2, desk_tenggat=date(2026, 3, 2))
        isi = IsiRingkasan(self.instansi.sudo(), SENIN.date())
        users = self.Ringkasan._belum(self.company, SENIN.date())
        self.env.flush_all()
        mulai = self.env.cr.sql_log_count
        self.Ringkasan._ringkas_sekali(isi, users)
        self.env.flush_all()
        self.assertLessEqual(self.env.cr.sql_log_count - mulai, 60)

    def test_summaries_are_forgotten_after_a_month(self):
        self.ringkas()
        semua = self.Ringkasan.search([("company_id", "=", self.company.id)])
        semua[:1].sudo().tanggal = fields.Date.subtract(SENIN.date(), days=40)
        self.Ringkasan._gc_ringkasan()
        self.assertEqual(semua.exists(), semua[1:])
