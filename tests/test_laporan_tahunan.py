"""The annual report: whole, right, of nobody by name, and for those who print it."""

import io

from odoo.addons.dpmd_pengaduan.models.kantor.hari import hari_setempat
from odoo.addons.dpmd_pengaduan.models.rekap.tahunan import LaporanTahunan
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from pypdf import PdfReader

from .common import KantorHttpCase


@tagged("standard", "post_install", "-at_install")
class TestLaporanTahunan(KantorHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        uji = cls("test_it_counts_the_whole_office_for_whoever_prints_it")
        cls.selesai = cls.jalan(uji, cls.buat()[0], 18)
        cls.selesai.sudo()._tulis({"menurut_pelapor": "selesai"})
        cls.selesai.sudo()._beri_nilai(5)
        cls.jalan(uji, cls.buat(saluran="telepon")[0], 3)
        cls.buat()
        batal = cls.jalan(uji, cls.buat()[0], 4)
        cls.sebagai(uji, "kadis", batal).action_tutup("salah_catat", "Keliru")
        diterima = hari_setempat(cls.company, cls.selesai.tanggal_terima)
        cls.tahun, cls.bulan = diterima.year, diterima.month
        cls.env.flush_all()

    def laporan(self, login, tahun=None):
        return LaporanTahunan(self.env(user=self.orang[login]), tahun or self.tahun)

    def test_it_counts_the_whole_office_for_whoever_prints_it(self):
        for login in ("kadis", "sekretaris", "pengadmin", "pengawas"):
            isi = self.laporan(login)
            with self.subTest(login):
                self.assertEqual(dict(isi.ikhtisar)["Diterima"], 3)
                self.assertEqual(dict(isi.ikhtisar)["Masih ditangani"], 2)
                self.assertEqual(isi.batal, 1)
                self.assertEqual(sorted(n for _kata, n in isi.saluran), [1, 2])
                self.assertEqual([(nama, angka[12]) for nama, angka in isi.jenis_bulan], [("Bantuan", 3)])
                self.assertEqual(isi.jenis_bulan[0][1][self.bulan - 1], 3)
                self.assertIn(("Bidang A", [1, 1, 0, 0]), isi.bidang)
                self.assertEqual([n for _kata, n in isi.hasil], [1])
                self.assertEqual([n for _kata, n in isi.menurut], [1, 0, 0])
                self.assertEqual(isi.nilai, ("5,0", 1))
                self.assertEqual(isi.keberatan, 0)
                self.assertEqual(isi.waktu_jawab, ("0,0", "0,0"))

    def test_others_do_not_print_it_and_a_year_without_complaints_is_said(self):
        for login in ("kabid_a", "psm_a", "pegawai_biasa", "administrator"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.laporan(login)
        with self.assertRaises(UserError):
            self.laporan("kadis_lain")
        with self.assertRaises(UserError):
            self.laporan("kadis", 1999)

    def test_the_pdf_names_nobody(self):
        self.authenticate("uji_sekretaris", "uji_sekretaris")
        jawab = self.url_open(f"/pengaduan/laporan-tahunan/{self.tahun}?kantor={self.company.id}")
        self.assertEqual(jawab.headers["Content-Type"], "application/pdf")
        isi = " ".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(jawab.content)).pages)
        self.assertIn("Laporan Tahunan", isi.title())
        self.assertIn("Bantuan", isi)
        for kata in ("Siti Marlina", "Poros Desa", self.selesai.name, self.selesai.perihal):
            self.assertNotIn(kata, isi)
        trace = self.env["dpmd.pembacaan"].sudo().search([("user_id", "=", self.orang["sekretaris"].id)])
        self.assertEqual(trace.mapped("apa"), ["ekspor"])

    def test_it_costs_no_query_per_case(self):
        def biaya():
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            isi = self.laporan("kadis")
            for nama in (
                "saluran",
                "bidang",
                "jenis_bulan",
                "hasil",
                "alasan_tutup",
                "waktu_jawab",
                "menurut",
                "langkah",
            ):
                getattr(isi, nama)
            return self.env.cr.sql_log_count - mulai

        biaya()
        sebelum = biaya()
        for _ke in range(5):
            self.buat()
        self.env.flush_all()
        self.assertEqual(biaya(), sebelum)
        self.assertLessEqual(sebelum, 40)

    def test_the_wizard_hands_it_over(self):
        wizard = self.env["dpmd.tahunan.wizard"].with_user(self.orang["kadis"]).create({})
        self.assertEqual(wizard.tahun, self.tahun)
        self.assertIn(f"/pengaduan/laporan-tahunan/{wizard.tahun}", wizard.action_pdf()["url"])
