"""How letters address people and offices, and what becomes of text that people typed."""

from odoo.addons.dpmd_pengaduan.models.naskah.alinea import alinea
from odoo.addons.dpmd_pengaduan.models.naskah.sapaan import bersapaan, jabatan_di, penerima, pimpinan, tanpa_telepon
from odoo.tests import BaseCase, tagged


@tagged("standard", "post_install", "-at_install")
class TestSuratKata(BaseCase):
    def test_a_name_is_addressed_once(self):
        for nama, ditulis in (
            ("Wahyudi Saputra", "Saudara Wahyudi Saputra"),
            ("Ibu Jumiati", "Ibu Jumiati"),
            ("bu Jumiati", "Ibu Jumiati"),
            ("Pak Anto", "Bapak Anto"),
            ("Sdr. Ahmad", "Saudara Ahmad"),
            ("Ibu", "Saudara Ibu"),
            ("Ibunda Sari", "Saudara Ibunda Sari"),
        ):
            self.assertEqual(bersapaan(nama), ditulis)

    def test_a_jabatan_and_its_office_are_one_phrase(self):
        for jabatan, instansi, ditulis in (
            ("Kepala Desa", "Desa Jembayan", "Kepala Desa Jembayan"),
            ("Camat", "Kecamatan Loa Kulu", "Camat Loa Kulu"),
            ("Lurah", "Kelurahan Melayu", "Lurah Melayu"),
            ("Ketua BPD", "Desa Rapak Lambur", "Ketua BPD Desa Rapak Lambur"),
            ("Kasi Pemerintahan", "Kecamatan Anggana", "Kasi Pemerintahan Kecamatan Anggana"),
            ("Kepala Dinas", "Dinas Sosial", "Kepala Dinas Sosial"),
            ("Sub Koor / PSM", "DPMD", "Sub Koor / PSM DPMD"),
            ("Warga", "RT 05 Desa Segihan", "Warga, RT 05 Desa Segihan"),
            ("Kepala Desa Jembayan", "Desa Jembayan", "Kepala Desa Jembayan"),
            ("", "Desa Jembayan", "Desa Jembayan"),
            ("Bendahara", "", "Bendahara"),
            (False, False, ""),
        ):
            self.assertEqual(jabatan_di(jabatan, instansi), ditulis)

    def test_a_letter_to_an_office_goes_to_its_head(self):
        for instansi, ditulis in (
            ("Dinas Kelautan dan Perikanan", "Kepala Dinas Kelautan dan Perikanan"),
            ("Badan Pertanahan Nasional", "Kepala Badan Pertanahan Nasional"),
            ("Inspektorat Kabupaten Kutai Uji", "Inspektur Kabupaten Kutai Uji"),
            ("Inspektorat", "Inspektur"),
            ("Kecamatan Anggana", "Camat Anggana"),
            ("Pemerintah Desa Batuah", "Kepala Desa Batuah"),
            ("RSUD Uji", "Direktur RSUD Uji"),
            ("Kepala Dinas Sosial", "Kepala Dinas Sosial"),
            ("Bupati Kutai Uji", "Bupati Kutai Uji"),
            ("PT Maju Uji", "Pimpinan PT Maju Uji"),
            ("", ""),
        ):
            self.assertEqual(pimpinan(instansi), ditulis)

    def test_an_invitee_is_addressed_by_jabatan_where_that_names_one(self):
        self.assertEqual(penerima("Ahmad", "Kepala Desa", "Desa Uji"), "Kepala Desa Uji")
        self.assertEqual(penerima("Ahmad", "Ketua RT", ""), "Saudara Ahmad (Ketua RT)", "there are many of them")
        self.assertEqual(penerima("Ibu Sari", "Bendahara", "Desa Uji"), "Ibu Sari (Bendahara Desa Uji)")
        self.assertEqual(penerima("Ahmad", False, False), "Saudara Ahmad")

    def test_an_address_carries_no_telephone(self):
        for alamat, ditulis in (
            ("Jl. Poros RT 03, HP 0812-5550-0141", "Jl. Poros RT 03"),
            ("RT 05 Desa Segihan (WA: +62 812 5550 0141)", "RT 05 Desa Segihan"),
            ("Jl. Awang Long No. 12 Telp. 081255500141, Tenggarong", "Jl. Awang Long No. 12, Tenggarong"),
            ("Jl. 17 Agustus No. 08, Kode Pos 75511", "Jl. 17 Agustus No. 08, Kode Pos 75511"),
            ("Blok 082 RT 08", "Blok 082 RT 08"),
            (False, ""),
        ):
            self.assertEqual(tanpa_telepon(alamat), ditulis)

    def test_typed_lists_hang_and_nothing_is_lost_or_run(self):
        self.assertEqual(
            alinea("Dasar:\n1. Satu\n2) Dua <b>\n5. Lima\n\na. huruf\n- garis\nAkhir & selesai"),
            "<p>Dasar:</p>"
            '<ol start="1"><li>Satu</li><li>Dua &lt;b&gt;</li></ol><ol start="5"><li>Lima</li></ol>'
            '<ol class="huruf" start="1"><li>huruf</li></ol><ul><li>garis</li></ul><p>Akhir &amp; selesai</p>',
        )
        self.assertEqual(
            alinea("123. bukan daftar\n1.bukan\nRp1.000"), "<p>123. bukan daftar</p><p>1.bukan</p><p>Rp1.000</p>"
        )
        self.assertEqual(alinea(False), "")
