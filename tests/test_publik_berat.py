"""What a public page weighs, with its style and scripts and not compressed, and how often it asks the server."""

from odoo.tests import tagged

from .publik import PublikCase

# Page -> bytes, requests. 2G brings 1,000 bytes in 40 ms to 400 ms.
BATAS = {
    "/pengaduan": (44_000, 8),
    "/pengaduan/baru": (122_000, 13),
    "/pengaduan/lacak": (56_000, 9),
    "/pengaduan/angka": (60_000, 8),
    "/pengaduan/verifikasi": (40_000, 8),
}


@tagged("standard", "post_install", "-at_install")
class TestPublikBerat(PublikCase):
    def test_pages_stay_within_what_2g_loads(self):
        self.env["dpmd.angka"]._hitung(self.company)
        for url, (maks_bita, maks_permintaan) in BATAS.items():
            with self.subTest(url):
                jawaban = self.url_open(url)
                sumber = self.halaman(jawaban).xpath(
                    "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href"
                )
                isi = [jawaban, *map(self.url_open, sumber)]
                self.assertEqual({satu.status_code for satu in isi}, {200})
                self.assertLessEqual(sum(len(satu.content) for satu in isi), maks_bita)
                self.assertLessEqual(len(isi), maks_permintaan)

    def test_front_page_stays_light_with_the_longest_words_an_office_may_write(self):
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        instansi.kata_depan = f"<p>{'Kantor buka Senin sampai Jumat. ' * 245}</p>"
        jawaban = self.url_open("/pengaduan")
        self.assertIn("Kantor buka Senin", jawaban.text)
        self.assertLessEqual(len(jawaban.content), 30_000)
