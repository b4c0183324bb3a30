"""The one search box: what it finds, that it forgives typing errors, and that it finds nobody by a hidden name."""

from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time
from odoo import fields
from odoo.addons.dpmd_pengaduan.models.perkara import pengaduan_cari
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tests import tagged

from .common import KantorCase

NAMA_RAHASIA = "Zulkarnaen"
TELEPON_RAHASIA = "081355500202"


@tagged("standard", "post_install", "-at_install")
class TestCari(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        kecamatan = cls.env["dpmd.wilayah"].create({"name": "Muara Wis", "kode": "99.99.98", "tingkat": "kecamatan"})
        desa = cls.env["dpmd.wilayah"].create(
            {"name": "Lebak Cilong", "kode": "99.99.98.2001", "tingkat": "desa", "parent_id": kecamatan.id}
        )
        cls.terbuka = cls.buat(
            pengaduan={
                "perihal": "Jalan usaha tani rusak",
                "uraian": "Jembatan gantung dusun roboh dan pembangunannya mangkrak.",
                "terlapor": "Kaur Keuangan Rusmini",
                "nomor_agenda": "045.2/77",
                "wilayah_id": desa.id,
            },
            pelapor={"nama": "Siti Marlina", "telepon": "+62 812-5555-0101"},
        )[0]
        cls.lain = cls.buat(pelapor={"nama": "Budi Santoso", "telepon": "0811 0000 111"})[0]
        cls.rahasia = cls.buat("rahasia", pelapor={"nama": f"{NAMA_RAHASIA} Bahri", "telepon": TELEPON_RAHASIA})[0]
        cls.anonim = cls.buat("anonim", pelapor={"isi_asli": f"Saya {NAMA_RAHASIA}", "telepon": TELEPON_RAHASIA})[0]
        cls.tetangga = (
            cls.env["dpmd.pengaduan"]
            .with_user(cls.orang["pengadmin_lain"])
            ._terima(
                {
                    "company_id": cls.company_lain.id,
                    "saluran": "surat",
                    "perihal": "Gapura",
                    "identitas": "terbuka",
                    "uraian": "Gapura belum dicat",
                },
                {"nama": "Wiranata", "isi_asli": "Gapura belum dicat"},
            )[0]
        )
        cls.semua = cls.terbuka | cls.lain | cls.rahasia | cls.anonim | cls.tetangga
        cls.env["dpmd.serupa"]._isi()

    def cari(self, teks, login="pengadmin", domain=()):
        """Return what somebody finds by some words, as superuser records."""
        Pengaduan = self.sebagai(login, self.env["dpmd.pengaduan"])
        return Pengaduan.search([("cari", "ilike", teks), *domain]).sudo()

    def test_one_box_finds_a_case_by_whatever_is_known_of_it(self):
        self.jalan(self.terbuka, 3)
        urut = self.terbuka.name.split("/")[0]
        for teks in (
            self.terbuka.name,
            self.terbuka.name[2:9],
            urut,
            "usaha tani",
            "gantung",
            "dibangun",  # by its stem
            "lebak",
            "muara wis",
            "rusmini",
            "045.2/77",
            "siti",
            "MARLINA",
            "arlin",
            "+62 812-5555-0101",
            "0812 5555 0101",
            "081255550101",
            "5555-0101",
            "Siti di jembatan, Lebak Cilong!",
            f"rusmini {urut}",
        ):
            with self.subTest(teks):
                self.assertEqual(self.cari(teks) & self.semua, self.terbuka)
        for teks in ("siti gapura", "siti santoso", "0812 5555 0102", "%", "_", "zzz qqq"):
            with self.subTest(teks):
                self.assertFalse(self.cari(teks) & self.semua)
        self.assertEqual(self.cari("  ") & self.semua, self.semua - self.tetangga, "nothing asked, nothing left out")

    def test_a_common_word_gives_what_a_rare_one_gives(self):
        teks = ("gantung", "jembtan", "siti", "marlna", "lebak", "rusmini siti", "bantuan", "santoso", NAMA_RAHASIA)
        langka = [self.cari(satu) for satu in teks]
        with patch.object(pengaduan_cari, "BANYAK", 1):
            self.assertEqual([self.cari(satu) for satu in teks], langka)
            self.env["dpmd.serupa"]._kosongkan(self.lain)  # nothing is known of it yet
            Pengaduan = self.sebagai("pengadmin", self.env["dpmd.pengaduan"])
            lainnya = Pengaduan.search([("cari", "not ilike", "gantung")])
            self.assertIn(self.lain.id, lainnya.ids)
            self.assertNotIn(self.terbuka.id, lainnya.ids)

    def test_what_is_typed_in_is_found_at_once_and_the_words_with_the_next_job(self):
        baru = self.buat(
            pengaduan={"perihal": "Pasar malam", "uraian": "Retribusi kios"}, pelapor={"nama": "Maimunah"}
        )[0]
        for teks in ("pasar", "maimunah"):
            self.assertEqual(self.cari(teks), baru)
        self.assertFalse(self.cari("retribusi"))
        self.env["dpmd.serupa"]._isi()
        self.assertEqual(self.cari("retribusi"), baru)

    def test_typing_errors_are_forgiven_and_only_where_the_word_itself_is_nowhere(self):
        for teks in ("jembtan", "jmebatan gantng", "marlna", "rusmni", "cilng", "pembangunanya"):
            with self.subTest(teks):
                self.assertEqual(self.cari(teks) & self.semua, self.terbuka)
        self.lain._tulis({"uraian": "Jembtan ditulis begini"})
        self.env["dpmd.serupa"]._isi()
        self.assertEqual(self.cari("jembtan"), self.lain)

    def test_a_word_widens_to_nothing_the_reader_may_not_read(self):
        self.terbuka._tulis({"pelaksana_id": self.orang["psm_a"].id})
        self.assertEqual(self.cari("jembtan", "psm_a"), self.terbuka)
        # The word is in a case he may not read: that changes nothing of what he finds.
        self.lain._tulis({"uraian": "Jembtan ditulis begini"})
        self.env["dpmd.serupa"]._isi()
        self.assertEqual(self.cari("jembtan", "psm_a"), self.terbuka)
        for teks in ("santoso", "budi", "jembtan ditulis", "gapura"):
            self.assertFalse(self.cari(teks, "psm_a"))

    def test_nobody_is_found_by_a_name_or_phone_the_reader_may_not_see(self):
        self.jalan(self.rahasia, 5)  # the identity is locked
        self.sebagai("kadis", self.rahasia).action_buka_identitas("Perlu dihubungi")
        self.terbuka._tulis({"bidang_id": self.bidang_b.id, "pelaksana_id": self.orang["psm_b"].id})
        self.terbuka.pelapor_ids._tulis({"terkunci": True})
        boleh = {"pengadmin", "kadis", "kabid_b", "psm_b"}  # the open identity of their own case
        for login in set(self.orang) - {"administrator", "pegawai_biasa", "portal"}:
            with self.subTest(login):
                self.hanya_terbuka(login, login in boleh)
        with self.subTest("expired look"), freeze_time(fields.Datetime.now() + timedelta(days=30)):
            self.hanya_terbuka("kadis", True)
        for login in ("administrator", "pegawai_biasa", "portal"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.cari("Siti", login)

    def hanya_terbuka(self, login, boleh):
        """Check that somebody finds nobody by a secret name, and by an open one only where he may read that."""
        for teks in (NAMA_RAHASIA, "zulkarnain", TELEPON_RAHASIA):
            self.tak_ketemu(login, teks)
        for teks in ("Siti", "081255550101"):
            if boleh:
                self.assertEqual(self.cari(teks, login), self.terbuka)
            else:
                self.tak_ketemu(login, teks)

    def tak_ketemu(self, login, teks):
        """Check that every door answers as if no such word were anywhere."""
        Pengaduan = self.sebagai(login, self.env["dpmd.pengaduan"])
        semua = Pengaduan.search_count([])
        domain = [("cari", "ilike", teks)]
        self.assertFalse(Pengaduan.search(domain))
        self.assertEqual(Pengaduan.search_count(domain), 0)
        self.assertEqual(Pengaduan.search_count([("cari", "not ilike", teks)]), semua)
        self.assertEqual(Pengaduan.search_count(["!", *domain]), semua)
        self.assertFalse(Pengaduan._read_group(domain, ["state"], ["__count"]))
        self.assertFalse(Pengaduan.formatted_read_group(domain, ["state"], ["__count"]))
        self.assertFalse(Pengaduan.web_search_read(domain, {"name": {}})["records"])
        self.assertFalse(Pengaduan.name_search(teks))
        self.assertFalse(Pengaduan.search([("induk_id", "ilike", teks)]))
        self.assertFalse(Pengaduan.search([("induk_id.cari", "ilike", teks)]))
        self.assertFalse(Pengaduan.search([]).filtered_domain(domain))
        # A superuser's search on behalf of somebody looks for names as that one.
        self.assertFalse(Pengaduan.sudo().search(domain) & self.semua)
        kasus = Pengaduan.search([], limit=1)
        if kasus:
            self.assertNotIn(teks.lower(), str(kasus.read(["cari", "display_name"])).lower())
            self.assertEqual(kasus._export_rows([["cari"]]), [[""]])

    def test_the_word_table_holds_no_identity_and_nothing_secret_and_is_read_by_nobody(self):
        def kenal(kata):
            return self.env["dpmd.kata"].search_count([("kata", "=", kata)])

        self.assertTrue(kenal("jembatan"))
        for kata in ("siti", "marlina", "santoso", NAMA_RAHASIA.lower(), "bahri"):
            self.assertFalse(kenal(kata))
        gawat = self.buat("rahasia", pengaduan={"uraian": "Serunai hilang", "perihal": "Serunai"})[0]
        self.env["dpmd.serupa"]._isi()
        self.assertFalse(kenal("serunai"), "the kutipan is not confirmed")
        self.sebagai("pengadmin", gawat).action_konfirmasi_kutipan("Serunai hilang")
        self.env["dpmd.serupa"]._isi()
        self.assertTrue(kenal("serunai"))
        self.terbuka._tulis({"identitas": "rahasia"})
        self.env["dpmd.serupa"]._isi()
        self.assertFalse(kenal("jembatan"), "no other case says it")
        for user in self.orang.values():
            with self.assertRaises(AccessError):
                self.env["dpmd.kata"].with_user(user).search([])

    def test_whatever_is_typed_is_answered(self):
        for teks in (
            "\0",
            "a\0b",
            "\\",
            "%%",
            "_" * 3,
            "'; DROP TABLE x;--",
            "x" * 10_000,
            "a b c d e f g h i j",
            "٣",
            "😀",
            7,
        ):
            with self.subTest(repr(teks)[:20]):
                self.assertFalse(self.cari(teks) & self.tetangga)
        self.assertEqual(self.cari("siti", domain=[("cari", "=", "jembatan")]), self.terbuka)
        self.assertFalse(self.cari("siti", domain=[("cari", "=", False)]))
        with self.assertRaises(UserError):
            self.cari("siti", domain=[("cari", ">", "x")])

    def test_a_search_takes_as_many_queries_for_many_cases_as_for_few(self):
        Pengaduan = self.sebagai("pengadmin", self.env["dpmd.pengaduan"])
        domain = Domain("cari", "ilike", "bantuan tunai")
        biaya = []
        for _kali in range(2):
            self.env["dpmd.serupa"]._isi()
            self.env.flush_all()
            Pengaduan.search(domain)
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            ketemu = Pengaduan.search_fetch(domain, ["name", "perihal"])
            biaya.append((len(ketemu), self.env.cr.sql_log_count - mulai))
            for _nomor in range(8):
                self.buat(lengkap=False)
        self.assertGreater(biaya[1][0], biaya[0][0])
        self.assertEqual(biaya[1][1], biaya[0][1])
        self.assertLessEqual(biaya[1][1], 11)
