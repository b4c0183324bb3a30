from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.models.naskah import kata
from odoo.addons.dpmd_pengaduan.models.naskah.jenis_naskah import NASKAH
from odoo.tests import tagged

from .common import KantorCase
from .test_surat import CetakMixin

# What letters print: the selection fields, by model.
TERCETAK = (
    ("dpmd.pengaduan", ("saluran", "identitas", "state", "hasil", "alasan_tutup")),
    ("dpmd.laporan", ("hasil",)),
    ("dpmd.langkah", ("jenis",)),
    ("dpmd.disposisi", ("kepada_jabatan", "sifat", "harap")),
    ("dpmd.penugasan", ("jabatan",)),
    ("dpmd.sop.langkah", ("pelaksana",)),
    ("dpmd.dokumen", ("jenis",)),
)


@tagged("standard", "post_install", "-at_install")
class TestKata(CetakMixin, KantorCase):
    """A thing has one word, on the screen as on paper."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()

    def test_letters_say_what_the_screen_says(self):
        for model, names in TERCETAK:
            layar = self.env[model].with_context(lang="id_ID").fields_get(names)
            for name in names:
                with self.subTest(f"{model}.{name}"):
                    di_surat = [
                        (nilai, kata.kata_pilihan(model, name, nilai)) for nilai, _label in layar[name]["selection"]
                    ]
                    self.assertEqual(di_surat, layar[name]["selection"])

    def test_papers_have_one_title(self):
        for jenis in NASKAH.values():
            with self.subTest(jenis.kunci):
                report = self.env.ref(f"dpmd_pengaduan.report_{jenis.kunci}").with_context(lang="id_ID")
                di_daftar = kata.kata_pilihan("dpmd.dokumen", "jenis", jenis.kunci)
                self.assertEqual((report.name, report.model, di_daftar), (jenis.judul, jenis.sumber, jenis.judul))

    def test_a_missing_word_stops_the_print(self):
        pengaduan, _kode = self.buat()
        self.teks("kartu_kendali", pengaduan)
        with patch.object(kata, "_kata_pilihan", return_value={}), self.assertRaises(KeyError):
            self.teks("kartu_kendali", pengaduan)

    def test_a_word_within_a_sentence_begins_small_and_a_name_does_not(self):
        for awal, dalam in (
            ("Datang langsung", "datang langsung"),
            ("Surel", "surel"),
            ("WhatsApp", "WhatsApp"),
            ("SP4N-LAPOR!", "SP4N-LAPOR!"),
            ("", ""),
        ):
            self.assertEqual(kata.huruf_kecil(awal), dalam)

    def test_letters_are_indonesian_for_whoever_prints_them(self):
        pengaduan, _kode = self.buat(saluran="whatsapp")
        self.jalan(pengaduan, 5)
        kartu = self.teks("kartu_kendali", pengaduan)
        for bagian in ("melalui WhatsApp", "identitas terbuka", "Status : Kepala Dinas"):
            self.assertIn(bagian, kartu)
        self.assertIn("WhatsApp Siti Marlina", self.teks("buku_register", pengaduan))
        self.sebagai("kadis", pengaduan).action_tutup("salah_catat", "Tercatat dua kali")
        self.assertIn("Status : Ditutup", self.teks("kartu_kendali", pengaduan))
