from odoo.tests import tagged

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestSop(KantorCase):
    """A case walks the 17 steps, each by its own desk, and the card says so."""

    def test_letter_walks_all_steps_and_the_card_equals_the_sop(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 18)
        self.assertEqual(pengaduan.state, "selesai")
        kartu = pengaduan.kartu_ids.filtered(lambda baris: baris.jenis == "langkah").sorted("urutan")
        self.assertEqual(kartu.mapped("nomor"), list(range(1, 18)))
        sop = pengaduan.sop_id.langkah_ids.sorted("nomor")
        self.assertEqual(len(sop), 17)
        self.assertEqual(kartu.mapped("sop_langkah_id.kegiatan"), sop.mapped("kegiatan"))
        self.assertTrue(pengaduan._kartu_utuh())
        papers = pengaduan.dokumen_ids | pengaduan.pelapor_ids.dokumen_ids
        nomor = [paper.name for paper in papers if paper.name != "/"]
        self.assertEqual(len(nomor), len(set(nomor)), "no two letters have the same number")
