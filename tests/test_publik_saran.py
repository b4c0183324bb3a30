"""The suggested kind on the public form: over HTTP and in a browser."""

import logging

from odoo.tests import tagged

from .ponsel import PonselCase
from .publik import PublikCase

KATA = "Pembayaran bantuan terlambat, kata kapitan"


@tagged("standard", "post_install", "-at_install")
class TestPublikSaran(PublikCase):
    def saran(self, **data):
        halaman = self.buka("/pengaduan/baru")
        jawaban = self.url_open("/pengaduan/saran", data={**self.rahasia_halaman(halaman), **data})
        self.assertEqual(jawaban.status_code, 200)
        self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
        return jawaban.json()

    def test_words_are_answered_with_a_kind_and_neither_kept_nor_logged(self):
        jumlah = self.jumlah_kasus()
        with self.assertLogs(level=logging.INFO) as catatan:
            logging.getLogger(__name__).info("begin")
            saran = self.saran(isi=KATA)
        self.assertEqual(saran["jenis"], self.jenis.id)
        self.assertEqual(saran["nama"], "Bantuan")
        self.assertNotIn("kapitan", "\n".join(catatan.output))
        self.assertEqual(self.jumlah_kasus(), jumlah)

    def test_anything_odd_is_answered_with_nothing(self):
        for isi in ("", "\x00'; DROP TABLE dpmd_serupa;--", "٣" * 50, "😀" * 50, "x" * 200_000, "{{7*7}} {'a'}"):
            self.assertEqual(self.saran(isi=isi), {})
        self.assertEqual(self.saran(lain="x"), {})
        halaman = self.buka("/pengaduan/baru")
        jawaban = self.url_open(
            "/pengaduan/saran", data=self.rahasia_halaman(halaman, "token"), files={"isi": ("a", b"bantuan")}
        )
        self.assertEqual(jawaban.json(), {})


@tagged("standard", "post_install", "-at_install")
class TestPublikSaranPeramban(PonselCase):
    def tulis(self, hp, kata):
        """Write the story and leave it, whichever part of the form is shown."""
        hp.js(f"document.querySelector('#f-isi').value = {kata!r}")
        hp.js("document.querySelector('#f-isi').dispatchEvent(new Event('change', {bubbles: true}))")

    def test_the_page_asks_whether_it_is_that_kind_and_never_chooses_by_itself(self):
        radio = f"document.querySelector('input[name=jenis][value=\"{self.jenis.id}\"]').checked"
        lain = self.env["dpmd.jenis"].create({"name": "Batas", "bidang_id": self.bidang_b.id})
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.tulis(hp, KATA)
            hp.tunggu("[data-saran]:not([hidden])")
            self.assertEqual(hp.js("document.querySelector('[data-saran] strong').textContent"), "Bantuan")
            self.assertFalse(hp.js(radio))
            hp.js("document.querySelector('[data-saran] button').click()")
            self.assertTrue(hp.js(radio))
            self.assertTrue(hp.js("document.querySelector('[data-saran]').hidden"))
            hp.js(f"document.querySelector('input[name=jenis][value=\"{lain.id}\"]').click()")
            hp.js("window.ditanya = 0; window.fetch = () => { window.ditanya++; return Promise.reject(); }; true")
            self.tulis(hp, KATA + " lagi")
            self.assertEqual(hp.js("window.ditanya"), 0, "what was chosen is not asked about")
            hp.js("document.querySelector('input[name=jenis]:checked').checked = false")
            self.tulis(hp, KATA + " sekali")
            self.assertEqual(hp.js("window.ditanya"), 1)
            self.assertTrue(hp.js("document.querySelector('[data-saran]').hidden"), "no signal, nothing shown")
