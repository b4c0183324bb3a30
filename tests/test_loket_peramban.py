"""The counter in a real browser: nothing typed is lost, and one press takes, prints and goes on."""

from odoo.tests import tagged

from .ponsel import PonselCase
from .test_loket import NAMA, LoketMixin

NAMA_DI = ".o_dpmd_loket [name=nama] input"
ISI_DI = ".o_dpmd_loket [name=isi_asli] textarea"
BERIKUT = "[name=action_terima_berikutnya]"
DICATAT = ".o_dpmd_tanda_terima .modal-footer .btn-primary"
HALAMAN = "/odoo/terima-di-loket"
TANYA = (
    "fetch('/web/dataset/call_kw/dpmd.terima.wizard/search_read', {method: 'POST',"
    " headers: {'Content-Type': 'application/json'}, body: JSON.stringify({jsonrpc: '2.0', method: 'call', params:"
    " {model: 'dpmd.terima.wizard', method: 'search_read', args: [[], ['nama', 'isi_asli']], kwargs: {}}})})"
    ".then((jawaban) => jawaban.json()).then(({result}) => result)"
)


@tagged("standard", "post_install", "-at_install")
class TestLoketPeramban(LoketMixin, PonselCase):
    browser_size = "1400x900"
    touch_enabled = False

    def konsep_saya(self, hp):
        """Ask the server from the page: the test shares its cursor with the requests that are under way."""
        return hp.js(TANYA)

    def tunggu_konsep(self, hp, **isi):
        """Wait until a draft is kept with these words."""
        for _kali in range(100):
            konsep = self.konsep_saya(hp)
            if any(isi.items() <= satu.items() for satu in konsep):
                return
            hp.js("new Promise((selesai) => setTimeout(selesai, 200))")
        raise AssertionError(f"not kept: {konsep}")

    def isi(self, hp, nama):
        hp.ketik(NAMA_DI, nama)
        hp.ketik(".o_dpmd_loket [name=alamat] input", "RT 03")
        hp.ketik(ISI_DI, "Lampu jalan padam sejak Maret.")

    def klik(self, hp, selektor):
        hp.tunggu(f"{selektor}:not([disabled])")
        hp.js(f"document.querySelector('{selektor}').click()")

    def test_what_is_typed_is_kept_whatever_becomes_of_the_page(self):
        with self.ponsel(HALAMAN, login="uji_pengadmin") as hp:
            hp.tunggu(NAMA_DI)
            self.assertEqual(hp.js("document.activeElement.closest('[name]').getAttribute('name')"), "nama")
            hp.ketik(NAMA_DI, "Siti ")  # no pause takes the blank between two words
            hp.js("new Promise((selesai) => setTimeout(selesai, 3000))")
            hp.ketik(NAMA_DI, "Marlina")
            self.tunggu_konsep(hp, nama="Siti Marlina")
            hp.ketik(ISI_DI, "Lampu jalan padam")
            hp.js("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
            self.assertEqual(hp.js(f"document.querySelector('{ISI_DI}').value"), "Lampu jalan padam")
            # The tab is closed at once, while the words are still in the field.
            hp.js("window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")
            self.tunggu_konsep(hp, nama="Siti Marlina", isi_asli="Lampu jalan padam")
            hp.browser.navigate_to(self.base_url() + HALAMAN, wait_stop=True)
            hp.tunggu(".o_dpmd_konsep .btn-link")
            self.assertIn("Siti Marlina · Lampu", hp.js("document.querySelector('.o_dpmd_konsep').innerText"))
            hp.js("document.querySelector('.o_dpmd_konsep .btn-link').click()")
            for _kali in range(100):
                if hp.js(f"document.querySelector('{ISI_DI}')?.value") == "Lampu jalan padam":
                    break
            self.assertEqual(hp.js(f"document.querySelector('{NAMA_DI}').value"), "Siti Marlina")
            # An empty page that is left makes no draft.
            hp.browser.navigate_to(self.base_url() + HALAMAN, wait_stop=True)
            hp.tunggu(NAMA_DI)
            hp.js("window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")
            hp.js("new Promise((selesai) => setTimeout(selesai, 500))")
            self.assertEqual(len(self.konsep_saya(hp)), 1)

    def test_receive_and_next_twice(self):
        kasus = self.jumlah_kasus()
        with self.ponsel(HALAMAN, login="uji_pengadmin") as hp:
            for nama in (NAMA, "Rusdi Hartono"):
                hp.tunggu(NAMA_DI)
                self.isi(hp, nama)
                self.klik(hp, BERIKUT)
                hp.tunggu(".o_dpmd_kode")
                hp.js("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
                kode = hp.js("document.querySelector('.o_dpmd_kode').innerText")
                pelapor = self.env["dpmd.pelapor"]._cari_kode_sudo(kode)
                self.assertEqual(pelapor.nama, nama)
                self.assertEqual(hp.js(f"document.querySelector('{NAMA_DI}').value"), "", "the empty page is ready")
                self.assertNotIn(kode.replace(" ", ""), hp.js("location.href + JSON.stringify({...sessionStorage})"))
                hp.js(f"document.querySelector('{DICATAT}').click()")
                self.assertEqual(hp.js("document.activeElement.closest('[name]').getAttribute('name')"), "nama")
            self.assertFalse(self.konsep_saya(hp))
        self.assertEqual(self.jumlah_kasus(), kasus + 2)

    def test_words_stay_when_the_session_ends(self):
        with self.ponsel(HALAMAN, login="uji_pengadmin") as hp:
            hp.tunggu(NAMA_DI)
            self.isi(hp, NAMA)
            self.tunggu_konsep(hp, nama=NAMA, isi_asli="Lampu jalan padam sejak Maret.")
            hp.js("fetch('/web/session/logout')")
            hp.ketik(".o_dpmd_loket [name=lokasi] input", "Jalan ke dermaga")
            hp.tunggu(".o_notification .btn-link")
            self.klik(hp, BERIKUT)
            self.assertEqual(
                hp.js("document.querySelector('.o_dpmd_loket [name=lokasi] input').value"), "Jalan ke dermaga"
            )
            self.assertFalse(hp.js("!!document.querySelector('.modal')"))
