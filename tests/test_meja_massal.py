"""Several cases at once; whose desk is how full; lists that say what they are about."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestMejaMassal(KantorCase):
    def massal(self, login, aksi, kasus):
        """Choose cases in the list, confirm; return what the dialog tells."""
        wizard = self.env["dpmd.massal.wizard"].with_user(self.orang[login])
        wizard = wizard.with_context(default_aksi=aksi, active_ids=kasus.ids, active_model="dpmd.pengaduan").create({})
        self.assertEqual(wizard.jumlah, len(kasus))
        wizard.action_jalankan()
        return wizard

    def test_each_case_is_registered_or_left_whole_with_a_reason(self):
        boleh, rahasia, sudah = self.buat()[0], self.buat(identitas="rahasia")[0], self.jalan(self.buat()[0], 5)
        lain = self.buat(lengkap=False)[0]
        wizard = self.massal("pengadmin", "daftarkan", boleh | rahasia | sudah | lain)
        self.assertEqual((boleh.langkah, boleh.state), (4, "kadis"), "a complete form goes on")
        self.assertEqual((lain.langkah, lain.state), (3, "terdaftar"))
        self.assertEqual((rahasia.state, rahasia.name, len(rahasia.kartu_ids)), ("masuk", "/", 1))
        self.assertEqual(sudah.langkah, 5)
        self.assertEqual(lain.nomor, boleh.nomor + 1, "what was refused takes no number")
        for kata in ("2 done", boleh.name, lain.name, "2 not done", "confirm the kutipan", sudah.name):
            self.assertIn(kata, wizard.hasil)
        with self.assertRaises(UserError):
            wizard.action_jalankan()

    def test_the_kadis_receives_and_orders_with_the_standing_instruction(self):
        kasus = self.jalan(self.buat()[0], 4) | self.jalan(self.buat()[0], 4) | self.jalan(self.buat()[0], 4)
        self.assertIn("3 done", self.massal("kadis", "terima", kasus).hasil)
        self.assertEqual(kasus.mapped("langkah"), [5, 5, 5])
        self.assertIn("3 done", self.massal("kadis", "tugaskan", kasus).hasil)
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        self.assertEqual(set(kasus.disposisi_ids.mapped("instruksi")), {instansi.instruksi_kadis})
        # The next desks need what was proposed; without it a case stays.
        kasus[0]._tulis({"usul_bidang_id": False})
        hasil = self.massal("sekretaris", "tugaskan", kasus).hasil
        self.assertEqual(kasus.mapped("langkah"), [6, 7, 7])
        self.assertIn("Choose the bidang first.", hasil)
        hasil = self.massal("kabid_a", "tugaskan", kasus[1:]).hasil
        self.assertEqual(hasil.count("Choose the Sub Koor / PSM first."), 2)
        self.assertEqual(kasus.mapped("langkah"), [6, 7, 7])

    def test_nobody_does_at_once_what_he_may_not_do_alone(self):
        kasus = self.jalan(self.buat()[0], 5)
        for login in ("pengadmin", "sekretaris", "kabid_a"):
            with self.subTest(login=login):
                hasil = self.massal(login, "tugaskan", kasus).hasil
                self.assertIn("1 not done", hasil)
                self.assertEqual((kasus.langkah, len(kasus.disposisi_ids)), (5, 0))
        sekretaris = self.massal("sekretaris", "tugaskan", kasus)
        self.assertNotIn(kasus.name, sekretaris.hasil, "a case one may not read is not named")
        for login in ("psm_a", "pengawas", "pegawai_biasa"):
            with self.assertRaises(AccessError):
                self.massal(login, "tugaskan", kasus)

    def test_one_page_at_a_time(self):
        wizard = self.env["dpmd.massal.wizard"].with_user(self.orang["pengadmin"])
        with self.assertRaises(UserError):
            wizard.with_context(default_aksi="daftarkan", active_ids=list(range(1, 82))).create({})
        banyak = wizard.with_context(default_aksi="daftarkan").create({"kasus": list(range(1, 82))})
        with self.assertRaises(UserError):
            banyak.action_jalankan()

    # ------------------------------------------------------------------
    # Names
    # ------------------------------------------------------------------

    def nama(self, login, record, **context):
        """Return a name as Odoo computes it for a Many2one: of the user, as superuser."""
        return self.sebagai(login, record).sudo().with_context(**context).display_name

    def test_the_work_of_each_is_told_beside_the_name_where_one_is_chosen(self):
        telat, _lain = self.jalan(self.buat()[0], 8), self.jalan(self.buat()[0], 8)
        telat._tulis({"tenggat": "2026-01-05"})
        self.jalan(self.buat()[0], 18)  # is over
        pilih = {"dpmd_beban": True, "formatted_display_name": True}
        psm, bidang = self.orang["psm_a"], self.bidang_a
        self.assertEqual(self.nama("kabid_a", psm, **pilih), f"{psm.name} --2 cases, 1 past their promise--")
        self.assertEqual(self.nama("sekretaris", bidang, **pilih), f"{bidang.name} --2 cases, 1 past their promise--")
        self.assertEqual(self.nama("sekretaris", self.bidang_b, **pilih), f"{self.bidang_b.name} --0 cases--")
        self.assertEqual(self.nama("kabid_a", psm), psm.name)
        self.assertEqual(self.sebagai("kabid_a", psm).dpmd_beban, "2 cases, 1 past their promise", "on a phone")
        self.assertEqual(self.sebagai("sekretaris", bidang).beban, "2 cases, 1 past their promise")
        for login in ("pegawai_biasa", "pengawas", "administrator"):
            self.assertEqual(self.nama(login, psm, **pilih), psm.name, "no desk, no numbers")
            self.assertFalse(self.sebagai(login, psm).dpmd_beban)
        self.assertIn("--0 cases--", self.nama("kadis_lain", psm, **pilih), "not of another office")

    def test_the_work_of_all_is_counted_at_once(self):
        users = self.orang["psm_a"] | self.orang["psm_a2"] | self.orang["psm_b"] | self.orang["kabid_a"]
        self.jalan(self.buat()[0], 8)
        biaya = []
        for banyak in (users[:1], users):
            banyak = self.sebagai("kabid_a", banyak).with_context(dpmd_beban=True, formatted_display_name=True)
            banyak.mapped("display_name")
            self.env.flush_all()
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            banyak.mapped("display_name")
            biaya.append(self.env.cr.sql_log_count - mulai)
        self.assertEqual(*biaya)

    def test_number_and_subject_for_who_may_read_the_case(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        rapat, lengkap = self.buat_rapat(pengaduan), f"{pengaduan.name} · BLT belum dibayar · Desa Uji · Rapat"
        for login, kata in (("kabid_a", lengkap), ("kadis", lengkap), ("kabid_b", pengaduan.name)):
            with self.subTest(login=login):
                self.assertEqual(self.nama(login, pengaduan, dpmd_rinci=True), kata)
        self.assertEqual(self.nama("kabid_a", rapat, dpmd_rinci=True), f"BLT belum dibayar · {pengaduan.name}")
        self.assertEqual(self.nama("kabid_b", rapat, dpmd_rinci=True), pengaduan.name)
        self.assertEqual(self.nama("kabid_a", rapat), rapat.name)
