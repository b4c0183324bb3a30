import json
import time
from contextlib import contextmanager, suppress

from odoo.tests import tagged
from odoo.tests.common import ChromeBrowser, ChromeBrowserException

from .publik import PublikCase


class Ponsel:
    """A citizen's thumb on a phone: Chromium, driven by real input events."""

    def __init__(self, browser):
        self.browser = browser

    def js(self, kode, timeout=20):
        """Return the value of a JavaScript expression in the page."""
        hasil = self.browser._websocket_request("Runtime.evaluate", params={
            "expression": kode, "returnByValue": True, "awaitPromise": True,
        }, timeout=timeout)
        if "exceptionDetails" in hasil:
            raise AssertionError(f"{kode}: {hasil['exceptionDetails']}")
        return hasil["result"].get("value")

    def tunggu(self, selektor):
        """Wait until the page has an element."""
        akhir = time.monotonic() + 60
        while time.monotonic() < akhir:
            # A question asked while the page changes may never be answered.
            with suppress(TimeoutError, ChromeBrowserException):
                if self.js(f"!!document.querySelector({json.dumps(selektor)})", timeout=2):
                    return
            time.sleep(0.1)
        salah = self.js("[...document.querySelectorAll(':invalid')].map((e) => e.name || e.tagName)")
        raise AssertionError(f"{selektor} does not appear on {self.js('location.href')}; refused: {salah}")

    def tempat(self, selektor, x=0.5, y=0.5):
        """Scroll to an element and return a point of it on the screen."""
        return self.js(
            f"(async () => {{ const e = document.querySelector({json.dumps(selektor)});"
            " e.scrollIntoView({block: 'center'});"
            # The thumb meets what is on the screen, and that follows a frame later.
            " await new Promise((selesai) => requestAnimationFrame(() => requestAnimationFrame(selesai)));"
            f" const r = e.getBoundingClientRect(); return [r.left + r.width * {x}, r.top + r.height * {y}]; }})()"
        )

    def sentuh(self, *titik):
        """Put the thumb down at the first point, draw it over the others, lift it."""
        for nomor, (x, y) in enumerate([*titik, titik[-1]] if len(titik) > 1 else titik):
            if nomor == len(titik):
                time.sleep(0.3)  # rest before lifting, or it is a fling, and swallows the next tap
            self.browser._websocket_request("Input.dispatchTouchEvent", params={
                "type": "touchMove" if nomor else "touchStart", "touchPoints": [{"x": x, "y": y}],
            })
        self.browser._websocket_request("Input.dispatchTouchEvent", params={"type": "touchEnd", "touchPoints": []})

    def ketuk(self, selektor):
        self.sentuh(self.tempat(selektor))

    def ketik(self, selektor, teks):
        self.js(f"document.querySelector({json.dumps(selektor)}).focus()")
        self.browser._websocket_request("Input.insertText", params={"text": teks})

    def pilih(self, selektor, label):
        """Choose from a list, as its native picker does."""
        self.js(
            f"(() => {{ const s = document.querySelector({json.dumps(selektor)});"
            f" s.value = [...s.options].find((o) => o.label === {json.dumps(label)}).value;"
            " s.dispatchEvent(new Event('change', {bubbles: true})); })()"
        )


class PonselCase(PublikCase):
    """Tests with a phone of 360 pixels, in a real Chromium."""

    browser_size = "360x740"
    touch_enabled = True

    @contextmanager
    def ponsel(self, url):
        browser = ChromeBrowser(self)
        with self.allow_requests(browser=browser):
            try:
                self.authenticate(None, None, browser=browser)
                self.env.cr.flush()
                self.env.cr.clear()
                browser.navigate_to(self.base_url() + url, wait_stop=True)
                yield Ponsel(browser)
            finally:
                browser.stop()
                self._wait_remaining_requests()


@tagged("standard", "post_install", "-at_install")
class TestPublikPeramban(PonselCase):
    """A citizen files and tracks a complaint on a phone."""

    def test_a_citizen_files_and_tracks_on_a_phone(self):
        kutai = self.env["dpmd.wilayah"].create([
            {"name": "Tabang Uji", "kode": "99.99.01", "tingkat": "kecamatan"},
            {"name": "Muara Uji", "kode": "99.99.02", "tingkat": "kecamatan"},
        ])
        self.desa.parent_id = kutai[0]
        desa = self.env["dpmd.wilayah"].create(
            {"name": "Muara Ritan Uji", "kode": "99.99.02.2001", "tingkat": "desa", "parent_id": kutai[1].id}
        )
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu("html.js canvas")
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360, "the page scrolls sideways")
            hp.ketuk("input[value=rahasia]")
            hp.ketik("#f-nama", "Siti Marlina")
            hp.ketik("#f-alamat", "RT 03 Muara Ritan")
            hp.ketik("#f-telepon", "0812 3456 7890")
            hp.ketuk(f"input[name=jenis][value='{self.jenis.id}']")
            self.assertTrue(hp.js("document.querySelector('#f-desa').hidden"), "first the kecamatan")
            hp.pilih("select:has(+ #f-desa)", "Muara Uji")
            self.assertEqual(hp.js("document.querySelectorAll('#f-desa optgroup').length"), 1)
            hp.pilih("#f-desa", "Muara Ritan Uji")
            hp.ketik("#f-isi", "Bantuan belum dibayar.")
            hp.ketuk("#f-persetujuan")
            hp.sentuh(*(hp.tempat("canvas", x, y) for x, y in ((0.1, 0.8), (0.3, 0.2), (0.5, 0.7), (0.9, 0.3))))
            self.assertTrue(hp.js("document.querySelector('[name=ttd]').value").startswith("data:image/png"))
            hp.ketuk("button.utama")
            hp.tunggu(".kode")
            kode = hp.js("document.querySelector('.kode').textContent")
            self.assertRegex(kode, r"^(\d{4} ){3}\d{4}$")
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360, "the receipt scrolls sideways")
            self.assertNotIn(kode.replace(" ", ""), hp.js("location.href"))

            hp.browser.navigate_to(self.base_url() + "/pengaduan/lacak", wait_stop=True)
            hp.ketik("#f-kode", kode)
            hp.ketuk("button.utama")
            hp.tunggu("li.kini")
            self.assertIn("Written in the register", hp.js("document.querySelector('li.kini').textContent"))
            self.assertIn("Pengadministrasi Umum", hp.js("document.querySelector('.ringkas').textContent"))
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360, "tracking scrolls sideways")
        pelapor = self.env["dpmd.pelapor"]._cari_kode_sudo(kode)
        self.assertRecordValues(pelapor, [{"nama": "Siti Marlina", "identitas": "rahasia", "ttd_cara": "layar"}])
        self.assertEqual(pelapor.pengaduan_id.wilayah_id, desa)
        self.assertFalse(pelapor.pengaduan_id.uraian)

    def test_anonymous_folds_away_the_person(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu("html.js canvas")
            hp.ketuk("input[value=anonim]")
            self.assertEqual(hp.js("getComputedStyle(document.querySelector('.tentang-saya')).display"), "none")
            hp.ketuk("input[value=terbuka]")
            self.assertEqual(hp.js("getComputedStyle(document.querySelector('.tentang-saya')).display"), "block")
