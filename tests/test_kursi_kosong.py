"""No case lies on nobody's desk: where nobody holds a jabatan, the next higher desk has its cases."""

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestKursiKosong(KantorCase):
    def kosongkan(self, *logins):
        """End the appointments of these people yesterday."""
        kemarin = fields.Date.subtract(self.env["dpmd.penugasan"]._hari_ini(), days=1)
        users = self.env["res.users"].union(*(self.orang[login] for login in logins))
        self.env["dpmd.penugasan"].search([("user_id", "in", users.ids)]).date_to = kemarin
        self.env.flush_all()
        self.env.invalidate_all()

    def di_meja(self, login, pengaduan):
        """Return whether somebody finds a case on the own desk."""
        milik = self.env["dpmd.pengaduan"].with_user(self.orang[login]).search([("di_meja_saya", "=", True)])
        return pengaduan.id in milik.ids

    def test_every_empty_seat_leaves_its_cases_with_somebody(self):
        for langkah, logins, pengganti in (
            (2, ["pengadmin"], "sekretaris"),
            (2, ["pengadmin", "sekretaris"], "kadis"),
            (4, ["kadis"], "sekretaris"),
            (4, ["kadis", "sekretaris"], "pengadmin"),
            (6, ["sekretaris"], "kadis"),
            (7, ["kabid_a"], "sekretaris"),
            (7, ["kabid_a", "sekretaris"], "kadis"),
            (8, ["psm_a"], "kabid_a"),
            (8, ["psm_a", "kabid_a"], "sekretaris"),
            (13, ["kabid_a"], "sekretaris"),
            (16, ["pengadmin"], "sekretaris"),
        ):
            with self.subTest(langkah=langkah, kosong=logins):
                titik = self.cr.savepoint()
                pengaduan, _kode = self.buat()
                self.jalan(pengaduan, langkah)
                meja = pengaduan.desk_jabatan
                self.kosongkan(*logins)
                self.assertEqual(pengaduan.desk_user_id, self.orang[pengganti])
                self.assertEqual(pengaduan.desk_mewakili, meja)
                self.assertTrue(self.di_meja(pengganti, pengaduan), "the case is on nobody's list")
                titik.close(rollback=True)
                self.env.invalidate_all()
                self.registry.clear_cache()

    def test_a_complaint_that_comes_while_the_seat_is_empty_is_registered_by_the_sekretaris(self):
        self.kosongkan("pengadmin")
        pengaduan, _kode = self.buat(identitas="rahasia", saluran="website")
        self.assertEqual(pengaduan.desk_user_id, self.orang["sekretaris"])
        sekretaris = self.sebagai("sekretaris", pengaduan)
        self.assertTrue(sekretaris.has_access("read"))
        self.assertEqual(
            self.sebagai("sekretaris", pengaduan.pelapor_ids).nama, "Siti Marlina", "step 3 needs the form"
        )
        sekretaris.action_daftarkan()
        self.assertNotEqual(pengaduan.name, "/")
        baris = pengaduan.kartu_ids.filtered(lambda satu: satu.nomor == 2)
        self.assertEqual((baris.jenis, baris.menyimpang, baris.user_id), ("dilewati", True, self.orang["sekretaris"]))
        self.assertIn("Pengadministrasi Umum", baris.alasan)
        sekretaris.action_konfirmasi_kutipan("Kutipan: bantuan belum dibayarkan.")
        sekretaris.action_nyatakan_lengkap()
        self.assertEqual((pengaduan.desk_user_id, pengaduan.desk_mewakili), (self.orang["kadis"], False))
        self.assertFalse(self.sebagai("sekretaris", pengaduan).has_access("read"), "from step 4 on it is not his yet")

    def test_what_the_pelapor_writes_is_put_before_somebody_who_sees_the_case(self):
        for langkah, pembaca in ((4, "kadis"), (8, "sekretaris")):
            with self.subTest(langkah):
                titik = self.cr.savepoint()
                pengaduan, _kode = self.buat()
                self.jalan(pengaduan, langkah)
                self.kosongkan("pengadmin")
                pengaduan._ingatkan_pesan()
                pesan = pengaduan.activity_ids.filtered(lambda kegiatan: "The pelapor wrote" in kegiatan.summary)
                self.assertEqual(pesan.user_id, self.orang[pembaca])
                titik.close(rollback=True)
                self.env.invalidate_all()
                self.registry.clear_cache()

    def test_the_desk_goes_back_on_the_day_somebody_is_appointed(self):
        pengaduan, _kode = self.buat()
        self.kosongkan("pengadmin")
        self.assertEqual(pengaduan.desk_user_id, self.orang["sekretaris"])
        self.tugaskan(self.orang["pegawai_biasa"], "pengadministrasi_umum", date_from=fields.Date.today())
        self.assertEqual(pengaduan.desk_jabatan, "pengadministrasi_umum")
        self.assertEqual((pengaduan.desk_user_id, pengaduan.desk_mewakili), (self.orang["pegawai_biasa"], False))
        with self.assertRaises(AccessError):
            self.sebagai("sekretaris", pengaduan).action_daftarkan()

    def test_nobody_acts_in_place_of_the_kadis(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 4)
        self.kosongkan("kadis")
        for aksi in ("action_tugaskan_sekretaris", "action_terima_kadis"):
            with self.subTest(aksi), self.assertRaises(AccessError):
                getattr(self.sebagai("sekretaris", pengaduan), aksi)()

    def test_the_desk_above_hands_a_case_to_another_pelaksana(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 8)
        self.kosongkan("psm_a")
        with self.assertRaises(AccessError):
            self.sebagai("kabid_a", pengaduan).action_kirim_telaah()
        self.sebagai("kabid_a", pengaduan).action_alih_pelaksana(self.orang["psm_a2"].id, "Pindah tugas")
        self.assertEqual((pengaduan.desk_user_id, pengaduan.desk_mewakili), (self.orang["psm_a2"], False))

    def test_a_paraf_takes_a_decision_of_the_desk_above_with_a_reason(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 13)
        self.kosongkan("kabid_a")
        sekretaris = self.sebagai("sekretaris", pengaduan)
        with self.assertRaises(AccessError):
            sekretaris.action_paraf_kabid()
        self.sebagai("sekretaris", pengaduan.laporan_ids.dokumen_id).action_dibuka()
        sekretaris.action_lewati_paraf("Kepala Bidang belum ada")
        self.assertEqual((pengaduan.langkah, pengaduan.desk_user_id), (14, self.orang["sekretaris"]))

    def test_administrators_kadis_and_sekretaris_are_told_once(self):
        def kabar():
            return self.env["mail.message"].search(
                [("model", "=", "dpmd.instansi"), ("subject", "like", "Nobody holds")]
            )

        lama = kabar()
        self.kosongkan("pengadmin")
        pesan = kabar() - lama
        self.assertIn("Pengadministrasi Umum", pesan.subject)
        for login in ("administrator", "kadis", "sekretaris"):
            self.assertIn(self.orang[login].partner_id, pesan.notified_partner_ids)
        self.kosongkan("pengawas")  # looks on; nothing waits there
        self.assertEqual(kabar() - lama, pesan)
        # An appointment that ended at midnight, without anybody touching it.
        self.env.cr.execute(
            "UPDATE dpmd_penugasan SET date_to = %s WHERE user_id = %s",
            (fields.Date.subtract(self.env["dpmd.penugasan"]._hari_ini(), days=1), self.orang["kabid_b"].id),
        )
        self.env.invalidate_all()
        lama = kabar()
        self.env["dpmd.penugasan"]._cron_selaraskan()
        self.assertIn("Kepala Bidang Bidang B", "".join((kabar() - lama).mapped("subject")))
