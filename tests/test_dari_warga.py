from odoo.tests import tagged

from .publik import PublikCase

# Who took each row, as the SOP has it.
PELAKU = {
    **dict.fromkeys((2, 3, 16, 17), "pengadmin"),
    **dict.fromkeys((4, 5, 9, 15), "kadis"),
    **dict.fromkeys((6, 14), "sekretaris"),
    **dict.fromkeys((7, 13), "kabid_a"),
    **dict.fromkeys((8, 10, 11, 12), "psm_a"),
}


@tagged("standard", "post_install", "-at_install")
class TestDariWarga(PublikCase):
    """The whole SOP: from the public form of a citizen with an account, over six desks, to the answer."""

    def test_complaint_from_the_website_walks_to_the_answer(self):
        self.authenticate("uji_portal", "uji_portal")
        jawaban = self.kirim(self.isian())
        kode = self.kode(jawaban)
        pengaduan = self.pelapor_baru(jawaban).pengaduan_id
        self.jalan(pengaduan, 4)
        self.assertIn(pengaduan.name, self.lacak(kode).text)
        self.jalan(pengaduan, 12)
        self.assertNotIn("BLT akan dibayar bulan depan.", self.lacak(kode).text, "no result before the Kadis signs")
        self.jalan(pengaduan, 18)

        kartu = pengaduan.kartu_ids.sorted("urutan").filtered(lambda baris: baris.jenis == "langkah")
        sop = pengaduan.sop_id.langkah_ids.sorted("nomor")
        self.assertEqual(kartu.mapped("nomor"), sop.mapped("nomor"))
        for baris, langkah in zip(kartu, sop, strict=True):
            with self.subTest(nomor=langkah.nomor):
                self.assertEqual(baris.sop_langkah_id, langkah)
                if langkah.nomor == 1:
                    self.assertEqual((baris.nama, baris.user_id.id), ("Pelapor", False))
                else:
                    self.assertEqual(baris.user_id, self.orang[PELAKU[langkah.nomor]])
                    self.assertEqual(baris.nama, f"{baris.user_id.name}, S.Sos.")
        self.assertTrue(pengaduan._kartu_utuh())
        self.assertIn("BLT akan dibayar bulan depan.", self.lacak(kode).text)
        self.assertIn(pengaduan.name, self.url_open("/my/pengaduan").text)
