"""The first hour: citizens can complain once the office has all it needs, and are cut off by no later lapse."""

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import PNG, KantorCase
from .publik import PublikCase
from .surel import SurelMasukMixin


def tutup(instansi):
    """Make an office one that was never opened."""
    perintah = "UPDATE dpmd_instansi SET dibuka = NULL WHERE id = %s"
    instansi.env.cr.execute(perintah, (instansi.id,))
    instansi.invalidate_recordset(["dibuka"])


def lengkapi(instansi):
    """Give an office of the tests the rest of what it needs."""
    instansi.write({"logo": PNG, "alamat": "Jalan Uji 1", "telepon": "0541 1"})
    instansi._isi_libur()
    instansi.env["ir.mail_server"].create({"name": "uji", "smtp_host": "localhost"})


@tagged("standard", "post_install", "-at_install")
class TestBukaLayanan(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        lengkapi(cls.instansi)
        tutup(cls.instansi)

    def kurang(self, instansi=None):
        return [satu["kunci"] for satu in (instansi or self.instansi).persiapan if satu["kurang"]]

    def test_the_list_says_what_is_missing_and_where_it_is_done(self):
        self.assertEqual(self.kurang(), [])
        Penugasan = self.env["dpmd.penugasan"]
        hari_ini = Penugasan._hari_ini()
        for kunci, rusak in (
            ("kop", lambda: self.instansi.write({"logo": False})),
            ("alamat", lambda: self.instansi.write({"telepon": False})),
            ("surel", lambda: self.env["ir.mail_server"].search([]).write({"active": False})),
            ("surel", lambda: (self.instansi.write({"email": False}), self.company.write({"email": False}))),
            ("alamat_publik", lambda: self.instansi.write({"alamat_publik": False})),
            ("klasifikasi", lambda: self.env["dpmd.klasifikasi"].search([]).write({"active": False})),
            ("jenis", lambda: self.env["dpmd.jenis"].search([]).write({"bidang_id": False})),
            ("tenggat", lambda: self.env["dpmd.tenggat"].search([]).write({"active": False})),
            ("hari_kerja", lambda: self.env["resource.calendar.leaves"].search([]).unlink()),
            ("bidang", lambda: self.env["dpmd.bidang"].create({"name": "Baru", "company_id": self.company.id})),
            (
                "pejabat",
                lambda: Penugasan.search([("user_id", "=", self.orang["sekretaris"].id)]).write(
                    {"date_to": fields.Date.subtract(hari_ini, days=1)}
                ),
            ),
        ):
            with self.subTest(kunci):
                titik = self.cr.savepoint()
                rusak()
                self.env.flush_all()
                self.env.invalidate_all()
                self.assertEqual(self.kurang(), [kunci])
                with self.assertRaises(UserError):
                    self.instansi.with_user(self.orang["administrator"]).action_buka_layanan()
                titik.close(rollback=True)
                self.env.invalidate_all()
        administrator = self.instansi.with_user(self.orang["administrator"])
        for satu in administrator.persiapan:
            self.assertTrue(administrator.action_persiapan(satu["kunci"]) or satu["tab"], satu)

    def test_a_trial_office_needs_no_server_and_no_address(self):
        self.env["ir.mail_server"].search([]).active = False
        self.instansi.write({"alamat_publik": False, "uji_coba": True})
        self.assertEqual(self.kurang(), [])

    def test_an_upgrade_closes_no_office_that_had_cases(self):
        self.buat()
        lain = self.env["dpmd.instansi"]._milik(self.company_lain)
        tutup(lain)
        self.env.flush_all()
        self.env["dpmd.instansi"]._init_column("dibuka")
        self.env.invalidate_all()
        self.assertTrue(self.instansi.dibuka)
        self.assertFalse(lain.dibuka)

    def test_an_office_is_opened_by_its_button_and_stays_open(self):
        administrator = self.instansi.with_user(self.orang["administrator"])
        with self.assertRaises(UserError):
            administrator.write({"dibuka": fields.Datetime.now()})
        with self.assertRaises(AccessError):
            self.instansi.with_user(self.orang["kadis"]).action_buka_layanan()
        administrator.action_buka_layanan()
        self.assertTrue(self.env["dpmd.instansi"]._layanan_terbuka(self.company))
        with self.assertRaises(UserError):
            administrator.write({"dibuka": False})
        self.instansi.logo = False
        self.assertTrue(self.env["dpmd.instansi"]._layanan_terbuka(self.company))


@tagged("standard", "post_install", "-at_install")
class TestPintuBelumDibuka(PublikCase):
    def test_no_door_takes_a_complaint_before_and_all_do_afterwards(self):
        halaman = self.buka("/pengaduan/baru")
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        instansi.write({"alamat": "Jalan Uji 1", "telepon": "0541 123"})
        tutup(instansi)
        sebelum = self.jumlah_kasus()
        for url in ("/pengaduan", "/pengaduan/baru"):
            belum = self.buka(url)
            self.assertIn("0541 123", belum.xpath("string(//*[@data-belum-dibuka])"))
            self.assertFalse(belum.xpath("//form[@enctype] | //main//a[@href='/pengaduan/baru']"))
        jawaban = self.kirim(self.isian(), halaman=halaman)
        self.assertEqual(jawaban.status_code, 409)
        self.assertIn("0541 123", jawaban.text)
        self.assertEqual(self.jumlah_kasus(), sebelum)
        instansi._buka_layanan()
        self.env.flush_all()
        self.pelapor_baru(self.kirim(self.isian()))
        self.assertEqual(self.jumlah_kasus(), sebelum + 1)


@tagged("standard", "post_install", "-at_install")
class TestSurelBelumDibuka(SurelMasukMixin, KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()

    def test_a_mail_that_comes_too_early_is_answered_and_not_taken(self):
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        instansi.alamat = "Jalan Uji 1"
        tutup(instansi)
        sebelum = self.env["dpmd.pelapor"].search_count([])
        self.env["mail.thread"].message_process(None, self.pesan().as_bytes())
        self.env.flush_all()
        self.assertEqual(self.env["dpmd.pelapor"].search_count([]), sebelum)
        jawaban = self.surat()["budi@example.com"][2]
        self.assertIn("Jalan Uji 1", self.teks(jawaban))
