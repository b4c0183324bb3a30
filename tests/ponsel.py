"""A citizen with a phone: a real Chromium, 360 pixels wide, driven by touch."""

import json
import time
from contextlib import contextmanager, suppress

from odoo.tests.common import ChromeBrowser, ChromeBrowserException

from .publik import URAIAN, PublikCase


class Ponsel:
    """A citizen's thumb on a phone: Chromium, driven by real input events."""

    def __init__(self, browser):
        self.browser = browser

    def js(self, kode, timeout=20):
        """Return the value of a JavaScript expression in the page."""
        hasil = self.browser._websocket_request(
            "Runtime.evaluate",
            params={"expression": kode, "returnByValue": True, "awaitPromise": True},
            timeout=timeout,
        )
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
            # What the tap before leads to may be a moment away.
            " for (let kali = 0; kali < 50 && !e.getClientRects().length; kali++) {"
            " await new Promise((selesai) => setTimeout(selesai, 100)); }"
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
            self.browser._websocket_request(
                "Input.dispatchTouchEvent",
                params={"type": "touchMove" if nomor else "touchStart", "touchPoints": [{"x": x, "y": y}]},
            )
        self.browser._websocket_request("Input.dispatchTouchEvent", params={"type": "touchEnd", "touchPoints": []})

    def ketuk(self, selektor):
        self.sentuh(self.tempat(selektor))

    def ketik(self, selektor, teks):
        self.js(f"document.querySelector({json.dumps(selektor)}).focus()")
        self.browser._websocket_request("Input.insertText", params={"text": teks})

    def lanjut(self):
        """Press “Next” of the part of the form that is shown."""
        self.ketuk("fieldset:not([hidden]) [data-maju]")

    def pilih(self, selektor, label):
        """Choose from a list, as its native picker does."""
        self.js(
            f"(() => {{ const s = document.querySelector({json.dumps(selektor)});"
            f" s.value = [...s.options].find((o) => o.label === {json.dumps(label)}).value;"
            " s.dispatchEvent(new Event('change', {bubbles: true})); })()"
        )


class PonselCase(PublikCase):
    browser_size = "360x740"
    touch_enabled = True

    def isi_formulir(self, hp, identitas="terbuka", sampai=None):
        """Fill in the form part by part, up to the last one or until an element is shown."""
        parts = (
            lambda: hp.ketik("#f-isi", URAIAN),
            lambda: self.pilih_jenis(hp),
            lambda: hp.js(f"document.querySelector('#f-desa').value = '{self.desa.id}'"),
            lambda: None,
            lambda: None,
            lambda: None,
            lambda: hp.ketuk(f"input[value={identitas}]"),
            lambda: [
                hp.ketik("#f-nama", "Siti Marlina"),
                hp.ketik("#f-alamat", "RT 03 Muara Ritan"),
                hp.ketik("#f-telepon", "0812 3456 7890"),
            ],
            lambda: None,
        )
        for nomor, isi in enumerate(parts):
            if sampai and hp.js(f"!!document.querySelector('fieldset:not([hidden]) {sampai}')"):
                return
            if nomor == 7 and identitas == "anonim":
                continue
            isi()
            hp.lanjut()

    def pilih_jenis(self, hp):
        """Choose the kind, once it is on the screen."""
        hp.tempat(f"input[name=jenis][value='{self.jenis.id}']")
        hp.js(f"document.querySelector(\"input[name=jenis][value='{self.jenis.id}']\").click()")

    def setujui(self, hp):
        """Agree and put the signature off, on the last part of the form."""
        hp.ketuk("[name=persetujuan]")
        if hp.js(
            "(({offsetParent, checked}) => !!offsetParent && !checked)(document.querySelector('[name=ttd_nanti]'))"
        ):
            hp.ketuk("[name=ttd_nanti]")

    def kirim_formulir(self, hp):
        self.setujui(hp)
        hp.ketuk("form[data-bertahap] [type=submit]")

    @contextmanager
    def ponsel(self, url, login=None):
        browser = ChromeBrowser(self)
        with self.allow_requests(browser=browser):
            try:
                self.authenticate(login, login, browser=browser)
                self.env.cr.flush()
                self.env.cr.clear()
                browser.navigate_to(self.base_url() + url, wait_stop=True)
                yield Ponsel(browser)
            finally:
                browser.stop()
                self._wait_remaining_requests()
