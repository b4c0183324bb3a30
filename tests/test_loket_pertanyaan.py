from lxml import etree
from odoo.tests import tagged

from .common import KantorCase

# Field of the counter: the same question on the public form.
PERTANYAAN = {
    "jenis_id": "What is it about?",
    "wilayah_id": "Desa where it happened",
    "lokasi": "Where exactly",
    "tanggal_kejadian": "When did it happen?",
    "terlapor": "Who or what do you complain about?",
    "terlapor_dpmd": "Is an official of this office reported?",
    "terlapor_pejabat": "Which official is it?",
    "terlapor_bidang_id": "Head of which bidang?",
    "identitas": "May we know who you are?",
    "nama": "Your name",
    "alamat_wilayah_id": "Desa where you live",
    "telepon": "Phone or WhatsApp",
    "isi_asli": "Tell us what happened",
    "kerugian": "What did you lose by it?",
    "permintaan": "What should be done?",
}


@tagged("standard", "post_install", "-at_install")
class TestLoketPertanyaan(KantorCase):
    """At the counter and on the phone people are asked the same as on the public form."""

    def test_the_questions_are_those_of_the_public_form(self):
        publik = "".join(
            self.env.ref(f"dpmd_pengaduan.{nama}").with_context(lang=None).arch
            for nama in ("formulir", "terlapor_kantor")
        )
        loket = etree.fromstring(self.env.ref("dpmd_pengaduan.view_terima_wizard_form").with_context(lang=None).arch)
        for nama, pertanyaan in PERTANYAAN.items():
            with self.subTest(nama=nama):
                self.assertEqual(loket.xpath(f"//field[@name='{nama}']/@string"), [pertanyaan])
                self.assertIn(pertanyaan, publik)

    def test_the_list_of_kinds_shows_the_everyday_example_and_nothing_else_does(self):
        self.jenis.contoh = "BLT belum dibayar"
        self.assertEqual(self.jenis.display_name, "Bantuan")
        daftar = self.sebagai("pengadmin", self.jenis).with_context(formatted_display_name=True)
        self.assertEqual(daftar.display_name, "Bantuan\n--BLT belum dibayar--")
