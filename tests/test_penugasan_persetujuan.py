"""Nobody appoints himself: what needs a second person is in force only when that one says so."""

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import Form, tagged
from odoo.tools import html2plaintext

from .common import KantorCase

KEGIATAN = "dpmd_pengaduan.activity_persetujuan"
PUTUSAN = {"persetujuan": "disetujui", "diputus_oleh_id": 1, "diputus_pada": "2026-01-01 00:00:00", "alasan_tolak": "x"}


@tagged("standard", "post_install", "-at_install")
class TestPenugasanPersetujuan(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pengaduan = cls("run").jalan(cls.buat()[0], 4)  # registered: the office is set up

    def isi(self, login, jabatan, **lain):
        return {
            "user_id": self.orang[login].id,
            "jabatan": jabatan,
            "nama": login,
            "company_id": self.company.id,
            "date_from": fields.Date.to_string(self.env["dpmd.penugasan"]._hari_ini()),
            **lain,
        }

    def buat_tugas(self, oleh, login, jabatan, **lain):
        """Make an appointment over RPC, as the web client does."""
        Penugasan = self.sebagai(oleh, self.env["dpmd.penugasan"])
        ids = call_kw(Penugasan, "create", [[self.isi(login, jabatan, **lain)]], {})
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env["dpmd.penugasan"].browse(ids)

    def kegiatan(self, tugas):
        return tugas.activity_ids.filtered(lambda satu: satu.activity_type_id == self.env.ref(KEGIATAN))

    def tak_berlaku(self, tugas):
        """Nothing in the office takes the appointment for one in force."""
        self.env.invalidate_all()
        Penugasan = self.env["dpmd.penugasan"]
        user, jabatan = tugas.user_id, tugas.jabatan
        self.assertFalse(tugas.berlaku)
        self.assertNotIn(tugas, Penugasan.search([("berlaku", "=", True)]))
        self.assertNotIn(tugas, Penugasan._pejabat(jabatan, self.company))
        self.assertNotIn(tugas, Penugasan._tugas_user(user, self.company))
        self.assertFalse(user.has_group(f"dpmd_pengaduan.group_{jabatan}"))
        self.assertFalse(user.dpmd_kadis_company_ids or user.dpmd_pengadmin_company_ids)
        self.assertFalse(self.pengaduan.with_user(user).has_access("read"))

    # When ------------------------------------------------------------------

    def test_for_oneself_and_for_the_three_it_waits_and_gives_nothing(self):
        for login, jabatan, lain in (
            ("administrator", "pengadministrasi_umum", {}),
            ("administrator", "kepala_bidang", {"bidang_id": self.bidang_a.id}),
            ("administrator", "kepala_dinas", {}),
            ("pegawai_biasa", "kepala_dinas", {}),
            ("pegawai_biasa", "sekretaris_dinas", {}),
            ("pegawai_biasa", "pengawas", {}),
            ("pegawai_biasa", "kepala_dinas", {"jenis": "plh", "date_to": "2999-01-01", "nomor_surat": "1"}),
        ):
            with self.subTest(login, jabatan=jabatan, **lain), self.env.cr.savepoint() as titik_balik:
                tugas = self.buat_tugas("administrator", login, jabatan, **lain)
                self.assertEqual(tugas.persetujuan, "menunggu")
                self.tak_berlaku(tugas)
                self.env["dpmd.penugasan"]._cron_selaraskan()
                self.tak_berlaku(tugas)
                titik_balik.rollback()
            self.env.registry.clear_cache()

    def test_a_case_stays_on_the_desk_of_the_kadis_in_force(self):
        tugas = self.buat_tugas(
            "administrator", "administrator", "kepala_dinas", jenis="plh", date_to="2999-01-01", nomor_surat="1"
        )
        self.assertEqual(self.pengaduan.desk_user_id, self.orang["kadis"])
        with self.assertRaises(AccessError):
            self.sebagai("administrator", self.pengaduan).action_tugaskan_sekretaris()
        with self.assertRaises(UserError):
            bukti = self.env["ir.attachment"].with_user(self.orang["pengadmin"])
            bukti = bukti.create({"name": "scan.pdf", "raw": b"%PDF-1.4"})
            self.sebagai("pengadmin", self.pengaduan).action_catatkan(
                tugas.id, fields.Datetime.now(), bukti.id, "Di atas kertas"
            )
        self.sebagai("pengawas", tugas).action_setujui()
        self.assertEqual(self.pengaduan.desk_user_id, self.orang["administrator"])

    def test_for_somebody_else_it_is_in_force_at_once(self):
        tugas = self.buat_tugas("administrator", "pegawai_biasa", "pengadministrasi_umum")
        self.assertEqual((tugas.persetujuan, tugas.berlaku), ("tidak_perlu", True))

    def test_what_nobodys_hand_made_waits_too(self):
        tugas = self.env["dpmd.penugasan"].create(self.isi("administrator", "pengadministrasi_umum"))
        self.assertEqual(tugas.persetujuan, "menunggu")

    def test_the_first_setup_ends_with_the_first_registered_complaint(self):
        company = self.env["res.company"].create({"name": "Dinas Baru"})
        self.orang["administrator"].company_ids += company

        def kadis():
            return self.buat_tugas("administrator", "administrator", "kepala_dinas", company_id=company.id)

        self.assertEqual(kadis().persetujuan, "tidak_perlu")
        perkara = self.pengaduan.sudo().search([("company_id", "=", self.company_lain.id)])
        self.assertFalse(perkara)
        baru = self.buat(lengkap=False)[0]
        baru._tulis({"company_id": company.id})
        self.assertEqual(kadis().persetujuan, "tidak_perlu", "it came in, it is not registered")
        baru._tulis({"tanggal_daftar": fields.Datetime.now()})
        self.assertEqual(kadis().persetujuan, "menunggu")

    # Who confirms ----------------------------------------------------------

    def test_confirmed_once_by_one_of_the_three_who_neither_made_it_nor_is_appointed(self):
        tugas = self.buat_tugas("administrator", "sekretaris", "pengawas")
        for login in ("administrator", "sekretaris", "pengadmin", "kabid_a", "kadis_lain", "pegawai_biasa", "portal"):
            with self.subTest(login), self.assertRaises(AccessError):
                call_kw(self.sebagai(login, tugas), "action_setujui", [tugas.ids], {})
            with self.subTest(login, tolak=True), self.assertRaises(AccessError):
                call_kw(self.sebagai(login, tugas), "action_tolak", [tugas.ids], {"alasan": "Tidak"})
        with self.assertRaises(AccessError):
            tugas.action_setujui()  # nor the superuser
        self.tak_berlaku_pengawas(tugas)
        call_kw(self.sebagai("kadis", tugas), "action_setujui", [tugas.ids], {})
        self.env.invalidate_all()
        self.assertEqual((tugas.persetujuan, tugas.diputus_oleh_id), ("disetujui", self.orang["kadis"]))
        self.assertTrue(tugas.diputus_pada and tugas.berlaku)
        self.assertTrue(self.orang["sekretaris"].has_group("dpmd_pengaduan.group_pengawas"))
        for ulang in ("action_setujui", "action_tolak"):
            with self.assertRaises(UserError):
                getattr(self.sebagai("pengawas", tugas), ulang)(*(["Terlambat"] if ulang == "action_tolak" else []))
        self.assertTrue(tugas.berlaku)

    def tak_berlaku_pengawas(self, tugas):
        self.assertFalse(tugas.berlaku or self.orang["sekretaris"].has_group("dpmd_pengaduan.group_pengawas"))

    def test_who_made_it_does_not_confirm_it_though_he_is_inspector(self):
        self.tugaskan(self.orang["administrator"], "pengawas")
        tugas = self.buat_tugas("administrator", "pegawai_biasa", "kepala_dinas")
        with self.assertRaises(AccessError):
            self.sebagai("administrator", tugas).action_setujui()
        self.assertFalse(self.sebagai("administrator", tugas).boleh_diputus)

    def test_declined_it_is_ended_and_never_in_force(self):
        tugas = self.buat_tugas("administrator", "pegawai_biasa", "kepala_dinas")
        with self.assertRaises(UserError):
            self.sebagai("pengawas", tugas).action_tolak("  ")
        self.env["dpmd.alasan.wizard"].with_user(self.orang["pengawas"]).create(
            {"res_id": tugas.id, "aksi": "tolak_penugasan", "alasan": "Tidak ada surat"}
        ).action_jalankan()
        self.assertEqual((tugas.persetujuan, tugas.alasan_tolak), ("ditolak", "Tidak ada surat"))
        self.assertLess(tugas.date_to, tugas.date_from)
        self.assertIn("Tidak ada surat", tugas.keterangan_persetujuan)
        self.tak_berlaku(tugas)
        with self.assertRaises(UserError):
            self.sebagai("kadis", tugas).action_setujui()

    def test_where_nobody_can_confirm_it_stays_waiting_and_says_so(self):
        lama = self.env["dpmd.penugasan"].search(
            [("company_id", "=", self.company.id), ("jabatan", "in", ("kepala_dinas", "sekretaris_dinas", "pengawas"))]
        )
        lama.write({"date_to": fields.Date.subtract(self.env["dpmd.penugasan"]._hari_ini(), days=1)})
        tugas = self.buat_tugas("administrator", "administrator", "kepala_dinas")
        self.tak_berlaku(tugas)
        self.assertIn("nobody in office today can", tugas.keterangan_persetujuan)
        self.assertFalse(self.kegiatan(tugas))

    # Doors -----------------------------------------------------------------

    def test_nobody_writes_the_confirmation(self):
        tugas = self.buat_tugas("administrator", "administrator", "pengadministrasi_umum")
        for name, nilai in PUTUSAN.items():
            for pelaku in (self.sebagai("administrator", tugas), self.sebagai("kadis", tugas).sudo(), tugas):
                with self.subTest(name), self.assertRaises(UserError):
                    pelaku.write({name: nilai})
            with self.subTest(name, buat=True), self.assertRaises(UserError):
                self.buat_tugas("administrator", "administrator", "kepala_dinas", **{name: nilai})
            kolom = f"{name}/.id" if name == "diputus_oleh_id" else name
            hasil = self.sebagai("administrator", tugas).load([".id", kolom], [[str(tugas.id), str(nilai)]])
            self.assertFalse(hasil["ids"])
        self.assertEqual(tugas.persetujuan, "menunggu")
        self.assertFalse(tugas.diputus_oleh_id or tugas.diputus_pada)

    def test_no_default_and_no_import_makes_it_pass_as_confirmed(self):
        bawaan = {f"default_{name}": nilai for name, nilai in PUTUSAN.items()}
        self.env["ir.default"].set("dpmd.penugasan", "persetujuan", "disetujui")
        Penugasan = self.sebagai("administrator", self.env["dpmd.penugasan"]).with_context(**bawaan)
        tugas = Penugasan.create(self.isi("administrator", "kepala_dinas"))
        self.assertEqual((tugas.persetujuan, tugas.diputus_oleh_id.id), ("menunggu", False))
        isi = self.isi("administrator", "kepala_dinas")
        kolom = ["user_id/.id", "jabatan", "nama", "company_id/.id", "date_from"]
        hasil = Penugasan.load(kolom, [[str(nilai) for nilai in isi.values()]])
        self.assertEqual(self.env["dpmd.penugasan"].browse(hasil["ids"]).persetujuan, "menunggu")
        salinan = self.sebagai("administrator", self.buat_tugas("administrator", "pegawai_biasa", "pengawas")).copy()
        self.assertEqual(salinan.persetujuan, "menunggu")

    def test_one_that_waits_hides_no_group_given_by_hand(self):
        self.buat_tugas("administrator", "administrator", "kepala_dinas")
        self.orang["administrator"].group_ids += self.env.ref("dpmd_pengaduan.group_kepala_dinas")
        self.assertTrue(self.env["dpmd.perubahan"].search([("res_id", "=", self.orang["administrator"].id)]))

    # Screens ---------------------------------------------------------------

    def test_who_can_confirm_finds_it_on_his_list_reads_it_and_sees_the_button(self):
        tugas = self.buat_tugas("administrator", "sekretaris", "kepala_dinas")
        self.assertEqual(self.kegiatan(tugas).user_id, self.orang["kadis"] | self.orang["pengawas"])
        for login in ("kadis", "pengawas"):
            with Form(self.sebagai(login, tugas)) as form:
                self.assertTrue(form.boleh_diputus)
                self.assertIn("Pengawas", form.keterangan_persetujuan)
            menunggu = self.sebagai(login, tugas).search([("persetujuan", "=", "menunggu")])
            self.assertEqual(menunggu, tugas)
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, self.kegiatan(tugas)).unlink()
        self.assertFalse(self.sebagai("sekretaris", tugas).boleh_diputus)
        self.sebagai("pengawas", tugas).action_setujui()
        self.assertFalse(self.kegiatan(tugas))

    def test_it_is_asked_of_who_comes_into_office_and_no_more_of_who_leaves(self):
        tugas = self.buat_tugas("administrator", "pegawai_biasa", "sekretaris_dinas")
        pengawas = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["pengawas"].id)])
        baru = self.tugaskan(self.orang["kabid_b"], "pengawas")
        pengawas.date_to = fields.Date.subtract(self.env["dpmd.penugasan"]._hari_ini(), days=1)
        self.assertEqual(self.kegiatan(tugas).user_id, self.orang["kadis"] | self.orang["sekretaris"] | baru.user_id)

    def test_confirming_and_declining_are_told(self):
        tugas = self.buat_tugas("administrator", "pegawai_biasa", "kepala_dinas")
        self.sebagai("pengawas", tugas).action_tolak("Tidak ada surat")
        kabar = self.env["mail.message"].search(
            [("model", "=", "dpmd.penugasan"), ("res_id", "=", tugas.id), ("message_type", "=", "user_notification")],
            limit=1,
        )
        orang = self.orang["kadis"] | self.orang["sekretaris"] | self.orang["pegawai_biasa"]
        self.assertLessEqual(orang.partner_id, kabar.notified_partner_ids)
        teks = html2plaintext(kabar.body)
        self.assertIn("Waits for a second person → Declined", teks)
        self.assertIn("uji_pengawas", teks)
