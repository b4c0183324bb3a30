"""What a citizen who reports an official of the office is asked and told, and that it is so."""

from odoo.tests import tagged

from .publik import PublikCase

# What is answered: on the case, whose eyes it is closed to, and a word of what the citizen reads.
JAWABAN = {
    "kadis": ("kadis", {"kadis"}, "hand it over to the Inspektorat"),
    "sekretaris": ("sekretaris", {"sekretaris"}, "the Kepala Dinas acts instead"),
    "kabid": ("kabid", {"kabid_a", "kabid_b"}, "the Sekretaris Dinas acts instead"),
    "petugas": ("petugas", {"pengadmin"}, "No receiving officer sees"),
    "lain": ("lain", set(), "Officers here read it first"),
    "tidak_tahu": ("tidak_tahu", set(), "Officers here read it first"),
}


@tagged("standard", "post_install", "-at_install")
class TestTerlaporPublik(PublikCase):
    def test_each_answer_closes_what_form_receipt_and_tracking_page_say(self):
        formulir = " ".join(self.buka("/pengaduan/baru").text_content().split())
        for jawab, (pejabat, tertutup, kalimat) in JAWABAN.items():
            with self.subTest(jawab=jawab):
                self.assertIn(kalimat, formulir, "told before it is sent")
                jawaban = self.kirim(self.isian("anonim", terlapor_dpmd="ya", terlapor_pejabat=jawab))
                self.assertIn(kalimat, jawaban.text)
                self.assertIn("Inspektorat Daerah", jawaban.text)
                self.assertIn(kalimat, self.lacak(self.kode(jawaban)).text)
                pengaduan = self.pelapor_baru(jawaban).pengaduan_id
                self.assertEqual(pengaduan.terlapor_pejabat, pejabat)
                self.assertEqual(
                    pengaduan.tertutup_user_ids, self.env["res.users"].union(*(self.orang[o] for o in tertutup))
                )

    def test_the_bidang_of_a_kabid_is_asked_and_one_that_is_none_of_ours_closes_them_all(self):
        for bidang, harap in ((self.bidang_a, self.bidang_a), (self.bidang_lain, self.bidang_a.browse())):
            with self.subTest(bidang=bidang.name):
                isian = self.isian(terlapor_dpmd="ya", terlapor_pejabat="kabid", terlapor_bidang=str(bidang.id))
                pengaduan = self.pelapor_baru(self.kirim(isian)).pengaduan_id
                self.assertEqual(pengaduan.terlapor_bidang_id, harap)

    def test_no_is_no_and_yes_is_asked_which(self):
        for isi in ({}, {"terlapor_dpmd": "tidak", "terlapor_pejabat": "kadis"}, {"terlapor_dpmd": "1"}):
            with self.subTest(isi):
                jawaban = self.kirim(self.isian("anonim", **isi))
                self.assertFalse(self.pelapor_baru(jawaban).pengaduan_id.terlapor_pejabat)
                self.assertNotIn("Inspektorat Daerah", jawaban.text)
        for pejabat in ("", "bupati"):
            jawaban = self.kirim(self.isian("anonim", terlapor_dpmd="ya", terlapor_pejabat=pejabat))
            self.assertEqual(jawaban.status_code, 422)
            self.assertIn("Choose which official it is", jawaban.text)
            self.assertTrue(self.halaman(jawaban).xpath("//input[@name='terlapor_dpmd'][@value='ya'][@checked]"))

    def test_the_tracking_page_names_the_desk_that_acts(self):
        jawaban = self.kirim(self.isian("anonim", terlapor_dpmd="ya", terlapor_pejabat="petugas"))
        self.assertIn("Sekretaris Dinas", self.lacak(self.kode(jawaban)).text)
