"""The first words of the report: in the third person, with who does what until when; the office's snippets."""

from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import KantorCase

SAYA = "Saya sudah tiga kali ke kantor desa dan tidak dilayani."


@tagged("standard", "post_install", "-at_install")
class TestBahanLaporan(KantorCase):
    def _di_laporan(self, **pengaduan):
        kasus, _kode = self.buat(pengaduan={"uraian": SAYA, **pengaduan})
        self.jalan(kasus, 11)
        berita = self.buat_berita_acara_draf(kasus)
        berita.kesepakatan_ids.tenggat = date(2030, 3, 31)
        berita.action_buka_tanda_tangan()
        berita.peserta_ids[0].action_menolak_ba("Berhalangan")
        berita.peserta_ids[1].action_menolak_ba("Berhalangan")
        self.sebagai(self.psm, kasus).action_berita_acara_selesai()
        return self.sebagai(self.psm, kasus)._laporan()

    def test_the_report_speaks_of_the_pelapor_not_as_the_pelapor(self):
        laporan = self._di_laporan()
        self.assertNotIn("Saya", laporan.latar_belakang)
        self.assertIn(laporan.pengaduan_id.name, laporan.latar_belakang)
        self.assertIn("pokok persoalannya: BLT", laporan.latar_belakang)

    def test_what_the_pelapor_said_is_a_quotation_where_the_telaah_names_no_matter(self):
        kasus, _kode = self.buat(pengaduan={"uraian": SAYA})
        self.jalan(kasus, 8)
        self.assertIn(f"Pelapor menyampaikan: “{SAYA}”", kasus._bahan_laporan()["latar_belakang"])

    def test_promises_keep_who_and_until_in_report_and_answer(self):
        laporan = self._di_laporan()
        janji = "1. Membayar BLT, dilaksanakan oleh Kepala Desa Uji, paling lambat 31 Maret 2030."
        self.assertIn(janji, laporan.hasil_dicapai)
        self.assertIn(janji, laporan.jawaban)

    def test_a_meeting_that_was_held_is_no_proposal_any_more(self):
        laporan = self._di_laporan()
        self.assertNotIn("Rapat dengan pemerintah desa", laporan.simpulan_saran)
        self.assertIn("memantau pelaksanaan kesepakatan", laporan.simpulan_saran)
        self.assertIn("hadir 2 dari 2 undangan", laporan.kegiatan)


@tagged("standard", "post_install", "-at_install")
class TestPetikan(KantorCase):
    def test_a_snippet_belongs_to_its_office_and_is_the_administrators(self):
        isi = {"name": "Uji", "bagian": "laporan", "isi": "Dipantau.", "company_id": self.company.id}
        Petikan = self.env["dpmd.petikan"]
        petikan = Petikan.with_user(self.orang["administrator"]).create(isi)
        self.assertIn(petikan, Petikan.with_user(self.orang["psm_a"]).search([]))
        self.assertNotIn(petikan, Petikan.with_user(self.orang["kadis_lain"]).search([]))
        with self.assertRaises(AccessError):
            petikan.with_user(self.orang["psm_a"]).write({"isi": "Lain."})
        with self.assertRaises(AccessError):
            Petikan.with_user(self.orang["pegawai_biasa"]).search([])


@tagged("standard", "post_install", "-at_install")
class TestRel(KantorCase):
    def test_the_stations_follow_the_case_and_open_what_is_there(self):
        kasus, _kode = self.buat()
        self.jalan(kasus, 7)
        self.assertFalse(self.sebagai("kabid_a", kasus).rel)
        self.jalan(kasus, 9)
        rapat = self.buat_rapat(kasus)
        rel = {satu["nomor"]: satu for satu in self.sebagai("psm_a", kasus).rel}
        self.assertEqual([rel[n]["keadaan"] for n in range(8, 13)], ["selesai", "kini", "nanti", "nanti", "nanti"])
        self.assertEqual((rel[10]["model"], rel[10]["id"]), ("dpmd.rapat", rapat.id))
        self.assertFalse(rel[11]["id"])
        self.assertEqual(rapat.rel, self.sebagai("psm_a", kasus).rel)
