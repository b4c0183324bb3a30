"""Suggestions from the register: earlier cases propose kind and bidang, and none of them shows anything of itself."""

from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.models.perkara import dpmd_serupa
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import KantorCase

AIR = "Pompa sumur bor rusak, pipa air bersih kampung kering."
TANYA = "Sumur bor kampung kami kering karena pompanya rusak"
RAHASIA = "kapitan"  # a word that shows who wrote it


@tagged("standard", "post_install", "-at_install")
class TestSaran(KantorCase):
    """Who votes, what is counted, and that no word of an identity is ever part of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Pengaduan, cls.Serupa = cls.env["dpmd.pengaduan"], cls.env["dpmd.serupa"]
        cls.jenis_air = cls.env["dpmd.jenis"].create({"name": "Prasarana", "bidang_id": cls.bidang_b.id})

    def terdahulu(self, jumlah=5, daftar=True, **pengaduan):
        """Take complaints about water, and register them."""
        isi = {"perihal": "Air bersih", "uraian": AIR, "jenis_id": self.jenis_air.id, **pengaduan}
        semua = self.Pengaduan.browse()
        for _nomor in range(jumlah):
            satu = self.buat(lengkap=False, pengaduan=isi)[0]
            semua += self.jalan(satu, 3) if daftar else satu
        self.Serupa._isi()
        return semua

    def saran(self, teks=TANYA, company=None):
        return self.Pengaduan._saran_publik(company or self.company, teks)

    def kata(self, pengaduan):
        """Return the numbers that are kept of a case; ``None`` while they wait for the job."""
        self.env.cr.execute("SELECT kata FROM dpmd_serupa WHERE pengaduan_id = %s", [pengaduan.id])
        return self.env.cr.fetchone()[0]

    def tahu(self, pengaduan, kata):
        """Return whether what is kept of a case knows a word."""
        akar = self.Serupa._akar([kata])[kata]
        return self.Serupa._nomor(pengaduan.company_id, {akar})[0] in (self.kata(pengaduan) or [])

    # ------------------------------------------------------------------
    # Who votes
    # ------------------------------------------------------------------

    def test_five_earlier_cases_suggest_their_kind_and_four_do_not(self):
        self.terdahulu(4)
        self.assertEqual(self.saran(), {})
        self.terdahulu(1)
        alasan = "Of 5 earlier complaints like this one, 5 were about: Prasarana."
        self.assertEqual(self.saran(), {"jenis": self.jenis_air.id, "nama": "Prasarana", "alasan": alasan})
        self.assertEqual(self.saran("Perangkat dipilih tanpa musyawarah di balai"), {}, "not alike")

    def test_the_nearest_must_agree(self):
        self.terdahulu(3)
        self.terdahulu(2, jenis_id=self.jenis.id)
        self.assertEqual(self.saran(), {})

    def test_mistakes_duplicates_joined_and_not_registered_cases_do_not_vote(self):
        semua = self.terdahulu(5)
        self.terdahulu(3, daftar=False)
        self.assertTrue(self.saran())
        for kolom in (
            {"alasan_tutup": "salah_catat"},
            {"alasan_tutup": "duplikat"},
            {"induk_id": semua[0].id},
            {"tanggal_daftar": False},
        ):
            with self.subTest(**kolom):
                semua[1]._tulis(kolom)
                self.assertEqual(self.saran(), {})
                semua[1]._tulis({"alasan_tutup": False, "induk_id": False, "tanggal_daftar": semua[0].tanggal_daftar})
                self.assertTrue(self.saran())

    def test_another_office_neither_votes_nor_shows(self):
        self.terdahulu(6)
        self.assertTrue(self.saran())
        self.assertEqual(self.saran(company=self.company_lain), {})
        self.jenis_air.company_id = self.company_lain
        self.assertEqual(self.saran(), {}, "the kind of another office is not suggested")

    def test_a_young_register_goes_by_the_words_of_the_kinds(self):
        self.jenis.contoh = "BLT belum dibayar"
        saran = self.saran("Pembayaran BLT dan bantuan untuk warga tidak jelas")
        self.assertEqual(saran["jenis"], self.jenis.id)
        self.assertEqual(saran["alasan"], "Because it says “pembayaran, blt, bantuan”.")
        self.env["dpmd.jenis"].create({"name": "Bantuan hukum", "bidang_id": self.bidang_b.id})
        self.assertEqual(self.saran("Mohon bantuan untuk kami"), {}, "two kinds say it")
        self.jenis.bidang_id = False
        self.assertEqual(self.saran("BLT belum dibayar"), {}, "a kind without a bidang, such as “other”")

    # ------------------------------------------------------------------
    # What is read
    # ------------------------------------------------------------------

    def test_words_of_a_secret_or_anonymous_pelapor_are_in_nothing(self):
        for identitas in ("rahasia", "anonim"):
            pengaduan = self.buat(identitas, pelapor={"isi_asli": f"{AIR} {RAHASIA}", "alamat": f"Gang {RAHASIA}"})[0]
            pengaduan.pelapor_ids._simpan_pesan(f"Saya si {RAHASIA}")
            self.Serupa._isi()
            self.assertFalse(self.tahu(pengaduan, RAHASIA))
            self.assertFalse(self.tahu(pengaduan, "pompa"))
            self.assertTrue(self.tahu(pengaduan, "blt"), "the subject is the case's own")
            akar = set(self.Serupa._akar([RAHASIA, "pompa"]).values())
            self.assertEqual(self.Serupa._terdekat(self.company, akar), {})

    def test_an_open_case_that_becomes_secret_is_emptied_at_once_and_has_its_kutipan_only(self):
        pengaduan = self.buat(pengaduan={"uraian": f"{AIR} {RAHASIA}"})[0]
        self.Serupa._isi()
        self.assertTrue(self.tahu(pengaduan, RAHASIA))
        pengaduan._tulis({"identitas": "rahasia"})
        self.assertIsNone(self.kata(pengaduan), "in the same transaction")
        self.Serupa._isi()
        self.assertFalse(self.tahu(pengaduan, RAHASIA), "the words are still those of the citizen")
        self.sebagai("pengadmin", pengaduan).action_konfirmasi_kutipan("Pompa air rusak.")
        self.Serupa._isi()
        self.assertTrue(self.tahu(pengaduan, "pompa"))
        self.assertFalse(self.tahu(pengaduan, RAHASIA))

    def test_the_job_goes_on_where_it_was_stopped_the_newest_first(self):
        semua = self.terdahulu(5)
        self.env.cr.execute("UPDATE dpmd_serupa SET kata = NULL")
        self.env.cr.execute("SELECT count(*) FROM dpmd_serupa")
        [jumlah] = self.env.cr.fetchone()
        with patch.object(dpmd_serupa, "SEKALI", 2):
            self.assertEqual(self.Serupa._isi(), 2)
            self.assertTrue(self.kata(semua[-1]))
            self.assertIsNone(self.kata(semua[0]))
            while kali := self.Serupa._isi():
                jumlah -= kali
        self.assertEqual(jumlah, 2)
        self.assertTrue(self.kata(semua[0]))

    def test_a_lookup_reads_the_index_and_takes_few_queries(self):
        self.terdahulu(6)
        self.env.cr.execute("SET LOCAL enable_seqscan = off")
        akar = self.Serupa._akar(self.Serupa._kata(TANYA)).values()
        query = self.Serupa._sql_terdekat(self.Serupa._nomor(self.company, set(akar)))
        self.env.cr.execute(f"EXPLAIN {query.code}", query.params)
        self.assertIn("dpmd_serupa_kata_idx", "\n".join(baris for [baris] in self.env.cr.fetchall()))
        self.env.invalidate_all()
        with self.assertQueryCount(5):
            self.assertTrue(self.saran())

    # ------------------------------------------------------------------
    # The desk
    # ------------------------------------------------------------------

    def test_serupa_shows_the_nearest_cases_the_reader_may_read(self):
        semua = self.terdahulu(3)
        jauh = self.terdahulu(1, perihal="Pompa", uraian="Pompa")
        semua[0]._tulis({"pelaksana_id": self.orang["psm_a"].id})
        salah = self.terdahulu(1)
        salah._tulis({"alasan_tutup": "salah_catat"})
        kasus = self.sebagai("pengadmin", self.terdahulu(1))
        mirip = kasus._serupa()
        self.assertEqual({pengaduan.id for pengaduan, _nilai in mirip[:3]}, set(semua.ids))
        self.assertEqual(mirip[3][0], jauh)
        self.assertEqual(len(kasus._serupa(batas=2)), 2)
        punya = self.terdahulu(1)
        punya._tulis({"pelaksana_id": self.orang["psm_a"].id})
        self.assertEqual([p.id for p, _nilai in self.sebagai("psm_a", punya)._serupa()], semua[0].ids)
        with self.assertRaises(AccessError):
            self.sebagai("psm_b", punya)._serupa()

    def test_the_same_desa_comes_first(self):
        lain = self.env["dpmd.wilayah"].create({"name": "Desa Lain", "kode": "99.99.99.2002", "tingkat": "desa"})
        dekat = self.terdahulu(1)
        self.terdahulu(1, wilayah_id=lain.id)
        kasus = self.sebagai("pengadmin", self.terdahulu(1))
        self.assertEqual(kasus._serupa(batas=1)[0][0], dekat)

    def test_the_officer_takes_a_suggested_kind_until_registration(self):
        self.terdahulu(5)
        pengaduan = self.buat(lengkap=False, pengaduan={"uraian": TANYA})[0]
        petugas = self.sebagai("pengadmin", pengaduan)
        self.assertEqual(petugas.saran_jenis_id, self.jenis_air)
        with self.assertRaises(UserError):
            self.sebagai("kadis", pengaduan).action_pakai_saran_jenis()
        petugas.action_pakai_saran_jenis()
        self.assertEqual(pengaduan.jenis_id, self.jenis_air)
        self.assertFalse(petugas.saran_jenis_id, "nothing is left to suggest")
        petugas.action_daftarkan()
        self.assertFalse(petugas.saran_alasan)

    def test_earlier_bidang_are_suggested_where_a_bidang_is_chosen(self):
        for satu in self.terdahulu(5):
            satu._tulis({"bidang_id": self.bidang_b.id})
        pengaduan = self.jalan(self.buat(pengaduan={"uraian": TANYA})[0], 4)
        kadis = self.sebagai("kadis", pengaduan)
        self.assertEqual((kadis.usul_bidang_id, kadis.saran_bidang_id), (self.bidang_a, self.bidang_b))
        self.assertEqual(kadis.saran_alasan, "Of 5 earlier complaints like this one, 5 went to: Bidang B.")
        wizard = Form(self.env["dpmd.disposisi.wizard"].with_user(self.orang["kadis"]).with_context(active_id=kadis.id))
        self.assertEqual(wizard.usul_bidang_id, self.bidang_a)
        wizard.pakai_saran = True
        self.assertEqual(wizard.usul_bidang_id, self.bidang_b)
        self.jalan(pengaduan, 7)
        self.assertFalse(kadis.saran_bidang_id, "the bidang is chosen")
