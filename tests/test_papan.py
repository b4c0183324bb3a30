"""The dashboard: its figures are what a slow count finds, each opens just that list, and each role sees its own."""

import json
from datetime import timedelta

from odoo import fields
from odoo.addons.dpmd_pengaduan.models.perkara.alur import TAMAT
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KantorCase, KantorHttpCase

ANGGARAN = 60  # queries of the whole dashboard, rules warm and cache cold


@tagged("standard", "post_install", "-at_install")
class TestPapan(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        jalan, kasus = cls.jalan, []
        cls.jenis_lain = cls.env["dpmd.jenis"].create({"name": "Lain", "bidang_id": cls.bidang_b.id})
        uji = cls("test_figures_are_those_of_a_slow_count")
        for sampai in (2, 3, 5, 8, 8, 18):
            kasus.append(jalan(uji, cls.buat()[0], sampai))
        kasus.append(jalan(uji, cls.buat(pengaduan={"jenis_id": cls.jenis_lain.id, "wilayah_id": False})[0], 4))
        cls.kasus = cls.env["dpmd.pengaduan"].union(*kasus)
        kemarin = fields.Date.today() - timedelta(days=3)
        cls.kasus[3].sudo()._tulis({"tenggat": kemarin})
        cls.telat = cls.kasus[2:5].sudo()
        cls.telat._tulis({"desk_tenggat": kemarin})
        cls.kasus[5].sudo()._tulis({"desk_tenggat": kemarin})
        cls.kasus[5].sudo()._tulis({"menurut_pelapor": "belum"})
        cls.kasus[5].sudo()._beri_nilai(4)
        cls.env["dpmd.rekap.bulan"]._hitung(cls.company)
        cls.env.flush_all()

    def angka(self, login, bidang=False, hari=0):
        Papan = self.env["dpmd.papan"].with_user(self.orang[login])
        kini = fields.Date.today()
        return Papan.angka(str(kini.replace(day=1)), str(kini + timedelta(days=1 + hari)), bidang)

    def semua_angka(self, isi):
        """Yield every figure of the dashboard: its title, count, domain and model."""
        for kunci, nilai in isi.items():
            for satu in nilai if isinstance(nilai, list) else [nilai]:
                if isinstance(satu, dict):
                    model = "dpmd.langkah" if kunci == "langkah" else "dpmd.pengaduan"
                    yield f"{kunci}: {satu['judul']}", satu["jumlah"], satu["domain"], model
                    if "telat" in satu:
                        yield f"{kunci}: {satu['judul']} (late)", satu["telat"], satu["domain_telat"], model

    def test_every_figure_opens_a_list_of_just_that_many(self):
        for login in ("pengadmin", "kadis", "sekretaris", "kabid_a", "kabid_b", "psm_a", "pengawas"):
            isi = self.angka(login)
            for judul, jumlah, domain, model in self.semua_angka(json.loads(json.dumps(isi))):
                with self.subTest(login=login, figure=judul):
                    self.assertEqual(self.sebagai(login, self.env[model]).search_count(domain), jumlah)

    def test_figures_are_those_of_a_slow_count(self):
        for login in ("pengadmin", "kadis", "sekretaris", "kabid_a", "kabid_b", "psm_a", "psm_b", "pengawas"):
            isi = self.angka(login)
            saya = self.sebagai(login, self.kasus)
            kasus = [satu for satu in saya if satu.has_access("read")]
            terbuka = [satu for satu in kasus if satu.state not in TAMAT]
            with self.subTest(login):
                ubin = {satu["judul"]: satu["jumlah"] for satu in isi["ubin"]}
                self.assertEqual(ubin["Open"], len(terbuka))
                self.assertEqual(ubin["Promise missed"], sum(satu.terlambat for satu in terbuka))
                self.assertEqual(ubin["Late at a desk"], sum(satu in self.telat for satu in terbuka))
                self.assertEqual(sum(satu["telat"] for satu in isi["tahap"]), ubin["Late at a desk"])
                self.assertEqual(ubin["Waiting for the citizen"], sum(satu.state == "formulir" for satu in terbuka))
                self.assertEqual(isi["masuk"]["jumlah"], len(kasus))
                self.assertEqual(isi["selesai"]["jumlah"], sum(satu.state == "selesai" for satu in kasus))
                self.assertEqual(
                    {satu["judul"]: satu["jumlah"] for satu in isi["jenis"]},
                    {
                        jenis.name: sum(satu.jenis_id == jenis for satu in kasus)
                        for jenis in self.jenis | self.jenis_lain
                        if any(satu.jenis_id == jenis for satu in kasus)
                    },
                )
                self.assertEqual(sum(satu["jumlah"] for satu in isi["tahap"]), len(terbuka))
                self.assertEqual(sum(satu["jumlah"] for satu in isi["per_bidang"]), len(terbuka))
                self.assertEqual(sum(satu["jumlah"] for satu in isi["desa"]), sum(bool(k.wilayah_id) for k in kasus))

    def test_both_truths_and_the_rating(self):
        isi = self.angka("kadis")
        self.assertEqual([satu["jumlah"] for satu in isi["menurut"]], [0, 1, 0])
        self.assertEqual((isi["nilai"]["jumlah"], isi["nilai"]["rata"]), (1, 4.0))
        self.assertNotIn("nilai", self.angka("kabid_a"), "as the menu of the ratings")

    def test_the_length_of_steps_is_what_a_slow_count_finds(self):
        isi = {satu["nomor"]: satu for satu in self.angka("kadis")["langkah"]}
        for nomor in (2, 5, 7, 15):
            lama = sorted(
                self.kasus.kartu_ids.filtered(lambda b, n=nomor: b.nomor == n and b.jenis == "langkah").mapped(
                    "lama_jam"
                )
            )
            with self.subTest(nomor):
                self.assertEqual(isi[nomor]["jumlah"], len(lama))
                for kunci, ke in (("median", -(-len(lama) // 2)), ("p90", -(-9 * len(lama) // 10))):
                    self.assertLess(abs(isi[nomor][kunci] / max(lama[ke - 1], 0.01) - 1), 0.06)

    def test_who_sees_the_length_of_steps(self):
        semua = {satu["nomor"]: satu["jumlah"] for satu in self.angka("pengawas")["langkah"]}
        for login in ("pengadmin", "kadis"):
            self.assertEqual({satu["nomor"]: satu["jumlah"] for satu in self.angka(login)["langkah"]}, semua)
        lanjut = {nomor: jumlah for nomor, jumlah in semua.items() if nomor >= 5}
        self.assertEqual(
            {satu["nomor"]: satu["jumlah"] for satu in self.angka("sekretaris")["langkah"]},
            lanjut,
            "cases from his step on",
        )
        milik = {satu["nomor"]: satu["jumlah"] for satu in self.angka("kabid_a")["langkah"]}
        self.assertEqual(milik[7], 3)
        self.assertLess(milik[2], semua[2], "of the cases of the own bidang only")
        self.assertEqual(self.angka("kabid_b")["langkah"], [])
        for login in ("psm_a", "pegawai_biasa", "kadis_lain"):
            Rekap = self.env["dpmd.rekap.langkah"].with_user(self.orang[login])
            self.assertFalse(Rekap.has_access("read") and Rekap.search([]), login)
        self.assertNotIn("langkah", self.angka("psm_a"))

    def test_a_case_against_an_official_is_in_no_length(self):
        kasus = self.kasus[3].sudo()
        sebelum = {satu["nomor"]: satu["jumlah"] for satu in self.angka("kadis")["langkah"]}
        self.sebagai("sekretaris", kasus).action_tetapkan_terlapor(
            "lain", user_ids=[self.orang["psm_b"].id], alasan="Surat"
        )
        self.env["dpmd.rekap.bulan"]._hitung(self.company)
        sesudah = {satu["nomor"]: satu["jumlah"] for satu in self.angka("kadis")["langkah"]}
        self.assertEqual(sesudah[2], sebelum[2] - 1)

    def test_the_bidang_narrows_every_figure(self):
        isi = self.angka("kadis", bidang=self.bidang_a.id)
        self.assertEqual(isi["ubin"][0]["jumlah"], 2)
        self.assertEqual(isi["masuk"]["jumlah"], 3)
        self.assertEqual([satu[1] for satu in self.angka("kabid_a")["bidang"]], ["Bidang A"])
        self.assertEqual(self.angka("psm_a")["bidang"], [])

    def test_only_staff_and_inspector_and_only_a_period(self):
        for login in ("pegawai_biasa", "portal", "administrator"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.angka(login)
        Papan = self.env["dpmd.papan"].with_user(self.orang["kadis"])
        for dari, sampai in (("2026-13-01", "2026-12-31"), (False, None), ([1], {}), ("2026-02-01", "2026-01-01")):
            with self.subTest(dari=dari), self.assertRaises(UserError):
                Papan.angka(dari, sampai)

    def test_another_office_is_not_counted(self):
        self.assertEqual(self.angka("kadis_lain")["ubin"][0]["jumlah"], 0)

    def test_the_cost_does_not_grow_with_the_cases(self):
        def biaya():
            self.angka("kadis")
            self.env.flush_all()
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            self.angka("kadis")
            return self.env.cr.sql_log_count - mulai

        sebelum = biaya()
        for _ke in range(8):
            self.buat()
        self.assertEqual(biaya(), sebelum)
        self.assertLessEqual(sebelum, ANGGARAN)

    def test_a_month_is_counted_again_only_when_one_of_its_cases_goes_on(self):
        Bulan = self.env["dpmd.rekap.bulan"].sudo()
        milik = [("company_id", "=", self.company.id)]
        Bulan.search(milik).write({"kotor": False, "sampai_id": 10**9})
        Bulan._tandai(self.company)
        self.assertFalse(Bulan.search_count([*milik, ("kotor", "=", True)]))
        Bulan.search(milik).write({"sampai_id": 0})
        Bulan._tandai(self.company)
        self.assertTrue(Bulan.search_count([*milik, ("kotor", "=", True)]))
        Bulan._tandai(self.company)
        self.assertTrue(Bulan.search_count([*milik, ("kotor", "=", True)]), "until it is counted")


@tagged("standard", "post_install", "-at_install")
class TestPapanLayar(KantorHttpCase):
    def test_a_figure_is_pressed_and_its_list_opens_and_the_period_stays(self):
        self.jalan(self.buat()[0], 3)
        self.browser_js(
            "/odoo/papan-pengaduan",
            """(async () => {
                const tunggu = async (pilih) => {
                    for (let ke = 0; ke < 300; ke++) {
                        const ada = document.querySelector(pilih);
                        if (ada) { return ada; }
                        await new Promise((lanjut) => setTimeout(lanjut, 100));
                    }
                    throw new Error("not found: " + pilih);
                };
                (await tunggu(".o_dpmd_papan .btn-group button:nth-child(2)")).click();
                await tunggu(".o_dpmd_papan .btn-group button.active:nth-child(2)");
                const ubin = await tunggu(".o_dpmd_papan .o_dpmd_ubin");
                const jumlah = ubin.querySelector(".fw-bold").textContent.trim();
                ubin.click();
                await tunggu(".o_list_view .o_data_row");
                if (document.querySelectorAll(".o_list_view .o_data_row").length != jumlah) {
                    throw new Error("another number of rows than " + jumlah);
                }
                document.querySelector(".breadcrumb-item a, .o_back_button").click();
                await tunggu(".o_dpmd_papan .btn-group button.active:nth-child(2)");
                console.log("test successful");
            })().catch((galat) => console.error(galat.message));""",
            ready="document.querySelector('.o_dpmd_papan .o_dpmd_ubin') !== null",
            login="uji_kadis",
        )
