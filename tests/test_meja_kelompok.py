"""Meja Saya: its groups, what its cards say, the counters beside the menu."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestMejaKelompok(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hari_ini = cls.env["dpmd.penugasan"]._hari_ini()

    def di_meja_kadis(self, tenggat=None, sejak=0, **isi):
        """Return a case on the desk of the Kadis, due and there since so many days from today."""
        pengaduan = self.jalan(self.buat(**isi)[0], 4)
        kolom = {"desk_sejak": fields.Datetime.now() - timedelta(days=sejak)}
        pengaduan._tulis({**kolom, "desk_tenggat": tenggat is not None and self.hari_ini + timedelta(days=tenggat)})
        return pengaduan

    def meja(self, login):
        return self.sebagai(login, self.env["dpmd.pengaduan"])

    def test_a_case_is_in_the_first_group_that_fits_and_search_group_and_record_agree(self):
        akhir_pekan = 6 - self.hari_ini.weekday()
        harapan = {
            self.di_meja_kadis(-1, sejak=9): "terlambat",
            self.di_meja_kadis(-1): "terlambat",
            self.di_meja_kadis(0, sejak=9): "minggu_ini",
            self.di_meja_kadis(akhir_pekan): "minggu_ini",
            self.di_meja_kadis(akhir_pekan + 1): "baru",
            self.di_meja_kadis(None): "baru",
            self.di_meja_kadis(akhir_pekan + 1, sejak=9): "nanti",
            self.di_meja_kadis(None, sejak=9): "nanti",
        }
        kadis = self.meja("kadis")
        for pengaduan, kelompok in harapan.items():
            with self.subTest(kelompok=kelompok, tenggat=pengaduan.desk_tenggat):
                self.assertEqual(self.sebagai("kadis", pengaduan).kelompok_meja, kelompok)
                self.assertIn(pengaduan.id, kadis.search([("kelompok_meja", "=", kelompok)]).ids)
        milik = [("id", "in", [pengaduan.id for pengaduan in harapan])]
        self.assertFalse(kadis.search([*milik, ("kelompok_meja", "=", False)]))
        self.assertEqual(len(kadis.search([*milik, ("kelompok_meja", "!=", False)])), 8)
        self.assertEqual(
            dict(kadis._read_group(milik, ["kelompok_meja"], ["__count"])),
            dict.fromkeys(("terlambat", "minggu_ini", "baru", "nanti"), 2),
        )
        for login in ("sekretaris", "kabid_a", "psm_a", "pengadmin", "pengawas"):
            with self.subTest(login=login):
                self.assertFalse(self.meja(login).search([*milik, ("kelompok_meja", "!=", False)]))

    def test_what_waits_for_the_pelapor_is_before_the_clerk_and_not_counted_as_his(self):
        pengaduan = self.jalan(self.buat(lengkap=False)[0], 3)
        clerk = self.sebagai("pengadmin", pengaduan)
        sebelum = self.meja("pengadmin").hitung_meja()
        clerk.action_beri_formulir()
        self.assertEqual((clerk.kelompok_meja, clerk.di_meja_saya), ("menunggu_warga", False))
        sesudah = self.meja("pengadmin").hitung_meja()
        self.assertEqual(sesudah["menunggu_warga"], sebelum["menunggu_warga"] + 1)
        self.assertEqual(sesudah["meja"], sebelum["meja"] - 1)
        self.assertFalse(self.sebagai("kadis", pengaduan).kelompok_meja)

    def test_groups_stand_in_their_order_with_the_empty_ones(self):
        self.di_meja_kadis(-1)

        def kolom(login, kelompok, domain=()):
            baca = self.meja(login).with_context(read_group_expand=True).web_read_group
            return [satu[kelompok] for satu in baca(list(domain), [kelompok], auto_unfold=True)["groups"]]

        self.assertEqual(
            kolom("kadis", "kelompok_meja", [("kelompok_meja", "!=", False)]),
            ["terlambat", "minggu_ini", "baru", "nanti"],
        )
        self.assertEqual(kolom("pengadmin", "kelompok_meja", [("id", "=", 0)])[-1], "menunggu_warga")
        self.assertEqual(
            kolom("kadis", "state"),
            [
                "masuk",
                "terdaftar",
                "formulir",
                "kadis",
                "sekretaris",
                "kabid",
                "telaah",
                "rapat",
                "berita_acara",
                "laporan",
                "arsip",
            ],
        )
        self.assertEqual(
            kolom("kadis", "state", [("cari", "ilike", "BLT")]), ["kadis"], "of a search what was found is seen"
        )
        self.assertEqual(kolom("kadis", "desk_jabatan")[:3], ["pelapor", "pengadministrasi_umum", "kepala_dinas"])

    def test_a_card_says_what_is_next_who_ordered_it_and_since_when(self):
        pengaduan = self.buat()[0]
        for login, nomor, kata in (
            ("pengadmin", 2, "Register"),
            ("kadis", 4, "Receive the form"),
            ("kadis", 5, "Assign the Sekretaris Dinas"),
            ("psm_a", 8, "Hand in the telaah"),
            ("psm_a", 9, "Prepare the meeting"),
            ("psm_a", 10, "Hold the meeting"),
            ("psm_a", 11, "Write the berita acara"),
            ("pengadmin", 16, "File in the archive"),
        ):
            self.jalan(pengaduan, nomor)
            with self.subTest(nomor=nomor):
                self.assertEqual(self.sebagai(login, pengaduan).tindakan, kata)
        self.jalan(pengaduan, 18)
        self.assertFalse(self.sebagai("pengadmin", pengaduan).tindakan)

    def test_a_paper_that_waits_for_me_is_what_is_next_for_me(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        self.buat_rapat(pengaduan)
        self.assertEqual(self.sebagai("psm_a", pengaduan).tindakan, "Hand up the undangan")
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        self.assertIn("Sign: ", self.sebagai("kadis", pengaduan).tindakan)
        self.assertEqual(self.meja("kadis").hitung_meja()["tanda_tangan"], 1)
        self.assertIn("Waits for paraf or signature", self.sebagai("kabid_a", pengaduan).tindakan)
        self.sahkan("kadis", pengaduan)
        self.jalan(pengaduan, 13)
        self.assertIn("Give paraf: ", self.sebagai("kabid_a", pengaduan).tindakan)
        self.assertEqual(self.meja("psm_a").hitung_meja()["tanda_tangan"], 0)

    def test_the_last_order_or_why_it_came_back_of_a_secret_case_without_the_words(self):
        for identitas, kata in (("terbuka", "Segera cek lapangan"), ("rahasia", "Segera")):
            pengaduan = self.jalan(self.buat(identitas=identitas)[0], 5)
            self.sebagai("kadis", pengaduan).action_tugaskan_sekretaris({"catatan": "Segera cek lapangan."})
            perintah = self.sebagai("sekretaris", pengaduan).perintah
            self.assertTrue(perintah.startswith("Kepala Dinas: "), perintah)
            self.assertEqual(kata in perintah, identitas == "terbuka", perintah)
            self.sebagai("sekretaris", pengaduan).action_kembalikan("Desanya belum jelas.")
            kembali = self.sebagai("kadis", pengaduan).perintah
            self.assertTrue(kembali.startswith("Sent back"), kembali)
            self.assertEqual("Desanya" in kembali, identitas == "terbuka", kembali)

    def test_how_long_a_case_is_here_and_until_when_is_told_in_days_of_the_office(self):
        for tenggat, kata in ((-2, "2 days late"), (0, "until today"), (1, "until tomorrow"), (9, "9 days left")):
            pengaduan = self.di_meja_kadis(tenggat, sejak=3)
            self.assertEqual(self.sebagai("kadis", pengaduan).umur_meja, 3)
            self.assertEqual(self.sebagai("kadis", pengaduan).sampai, kata)
        self.assertIn("until ", self.sebagai("kadis", self.di_meja_kadis(40)).sampai)
        self.assertFalse(self.sebagai("kadis", self.di_meja_kadis(None)).sampai)

    def test_counters_are_of_ones_own_desk_cheap_and_for_nobody_without_one(self):
        self.di_meja_kadis(-1)
        self.di_meja_kadis(3, sejak=9)
        self.env.flush_all()
        kadis = self.meja("kadis")
        kadis.hitung_meja()
        self.env.invalidate_all()
        with self.assertQueryCount(6):  # office, calendar, appointments (2), papers, cases
            hitung = kadis.hitung_meja()
        self.assertEqual((hitung["meja"], hitung["terlambat"], hitung["tanda_tangan"]), (2, 1, 0))
        self.assertEqual(self.meja("kadis_lain").hitung_meja()["meja"], 0)
        with self.assertRaises(AccessError):
            self.meja("pegawai_biasa").hitung_meja()

    def test_an_acting_official_has_the_desk_for_his_days_and_the_counter_with_it(self):
        pengaduan = self.jalan(self.buat()[0], 4)
        self.assertEqual(self.meja("sekretaris").hitung_meja()["meja"], 0)
        self.tugaskan(self.orang["sekretaris"], "kepala_dinas", jenis="plh")
        pengaduan._tulis({"desk_tenggat": self.hari_ini - timedelta(days=1)})
        sekretaris = self.sebagai("sekretaris", pengaduan)
        self.assertEqual((sekretaris.kelompok_meja, sekretaris.sebagai), ("terlambat", "Plh. Kepala Dinas"))
        self.assertEqual(self.meja("sekretaris").hitung_meja()["terlambat"], 1)
