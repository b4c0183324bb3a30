from odoo import fields
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestPenugasan(KantorCase):
    """Who holds which jabatan: rights and desks follow the dates, and nothing is erased."""

    def hari(self, geser):
        return fields.Date.add(self.env["dpmd.penugasan"]._hari_ini(), days=geser)

    def test_acting_official_takes_desk_and_rights_and_gives_them_back(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 4)
        self.assertEqual(pengaduan.desk_user_id, self.orang["kadis"])
        waktu = {"date_from": self.hari(0), "date_to": self.hari(3)}
        plh = self.tugaskan(self.orang["sekretaris"], "kepala_dinas", jenis="plh", **waktu)
        self.assertTrue(self.orang["sekretaris"].has_group("dpmd_pengaduan.group_kepala_dinas"))
        self.assertEqual(pengaduan.desk_user_id, self.orang["sekretaris"])
        self.assertEqual(plh.sebutan, "Plh. Kepala Dinas")
        plh.date_to = self.hari(-1)
        self.env.invalidate_all()
        self.assertFalse(self.orang["sekretaris"].has_group("dpmd_pengaduan.group_kepala_dinas"))
        self.assertTrue(self.orang["sekretaris"].has_group("dpmd_pengaduan.group_sekretaris_dinas"))
        self.assertEqual(pengaduan.desk_user_id, self.orang["kadis"])
        with self.assertRaises(AccessError):
            self.sebagai("sekretaris", pengaduan).action_tugaskan_sekretaris()

    def test_cron_gives_rights_on_the_first_day_and_takes_them_after_the_last(self):
        user = self.orang["pegawai_biasa"]
        tugas = self.tugaskan(user, "sub_koor_psm", bidang=self.bidang_a, date_from=self.hari(1), date_to=self.hari(2))
        self.assertFalse(user.has_group("dpmd_pengaduan.group_sub_koor_psm"))
        # A day passes without anybody touching the appointment.
        for geser, anggota in ((0, True), (-3, False)):
            self.env.cr.execute(
                "UPDATE dpmd_penugasan SET date_from = %s, date_to = %s WHERE id = %s",
                (self.hari(geser), self.hari(geser + 1), tugas.id),
            )
            self.env.invalidate_all()
            self.env["dpmd.penugasan"]._cron_selaraskan()
            self.assertEqual(user.has_group("dpmd_pengaduan.group_sub_koor_psm"), anggota)

    def test_nip_bidang_dates_and_portal_users_are_checked(self):
        for salah in (
            {"nip": "1978 0502 2005"},
            {"nip": "19780502200502100X"},
            {"jabatan": "kepala_bidang", "bidang_id": False},
            {"user_id": self.orang["portal"].id},
            {"bidang_id": self.bidang_lain.id, "jabatan": "kepala_bidang"},
        ):
            with self.subTest(salah), self.assertRaises(ValidationError), self.cr.savepoint():
                self.tugaskan(self.orang["pegawai_biasa"], **{"jabatan": "pengadministrasi_umum", **salah})

    def test_never_deleted_and_changed_by_the_administrator_only(self):
        tugas = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["psm_a"].id)])
        with self.assertRaises(ValidationError):
            tugas.unlink()
        self.assertEqual(self.sebagai("psm_a", tugas).jabatan, "sub_koor_psm")
        for login in ("kadis", "pengadmin", "psm_a", "pengawas"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, tugas).write({"jabatan": "kepala_dinas"})

    def test_two_definitive_holders_are_warned_about(self):
        with Form(self.env["dpmd.penugasan"].with_company(self.company)) as form:
            form.user_id = self.orang["pegawai_biasa"]
            form.nama = "Pejabat Kedua"
            form.jabatan = "kepala_dinas"
            self.assertIn("Kepala Dinas", form.peringatan)
            form.jenis = "plt"
            self.assertFalse(form.peringatan)
            form.date_to = self.hari(30)
            form.nomor_surat = "800.1.3.3/1"
