"""The front door is the office's own, and nobody else is told who stands before it."""

import json
import re
from urllib.parse import urlsplit

from lxml import html
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import HttpCase, TransactionCase, new_test_user, tagged

from .common import KantorCase
from .ponsel import PonselCase
from .publik import PublikCase

TERBUKA = ("/pengaduan", "/pengaduan/baru", "/pengaduan/lacak", "/pengaduan/angka", "/pengaduan/verifikasi")
SITUS = ("/", *TERBUKA, "/web/login", "/web/signup", "/web/reset_password", "/tidak-ada")
UMUM = "Tell us what is wrong in your desa: free, by a fixed procedure, and your name can stay secret."
ASING = re.compile(r"""(?:url\(|@import)\s*(?:url\()?["']?(?:https?:)?//""")


@tagged("standard", "post_install", "-at_install")
class TestDepan(PublikCase):
    def bagikan(self, halaman):
        """Return what a messenger shows of a page."""
        return {
            satu.get("property") or satu.get("name"): satu.get("content")
            for satu in halaman.xpath("//meta[starts-with(@property, 'og:') or @name='description']")
        }

    def test_front_page_says_what_the_office_says(self):
        awal = self.buka("/pengaduan")
        self.assertEqual(awal.xpath("count(//h1)"), 1)
        self.assertEqual(awal.xpath("//a[contains(@class, 'tombol')]/@href"), ["/pengaduan/baru", "/pengaduan/lacak"])
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        instansi.write(
            {
                "judul_depan": "Selamat datang <b>",
                "pembuka_depan": "Loket buka kembali.",
                "kata_depan": "<p onclick='x()' style='color: red'>Jam <strong>layanan</strong></p><script></script>",
            }
        )
        halaman = self.buka("/pengaduan")
        self.assertEqual(halaman.xpath("//h1/text()"), ["Selamat datang <b>"])
        self.assertEqual(halaman.xpath("normalize-space(//p[contains(@class, 'pembuka')])"), "Loket buka kembali.")
        self.assertEqual(halaman.xpath("string(//main//strong[.='layanan']/..)"), "Jam layanan")
        self.assertFalse(halaman.xpath("//main//script | //main//*[@onclick or @style]"))

    def test_every_open_page_can_be_shared(self):
        for url in TERBUKA:
            with self.subTest(url):
                halaman = self.buka(url)
                bagikan = self.bagikan(halaman)
                self.assertTrue(bagikan["og:title"] and bagikan["og:description"] and bagikan["og:site_name"])
                self.assertEqual(bagikan["description"], bagikan["og:description"])
                gambar = urlsplit(bagikan["og:image"])
                self.assertTrue(gambar.scheme and gambar.netloc, "a messenger wants the whole address")
                for alamat in (gambar.path, *halaman.xpath("//link[@rel='icon' or @rel='apple-touch-icon']/@href")):
                    jawaban = self.url_open(alamat)
                    self.assertEqual(jawaban.headers["Content-Type"], "image/png")
                    self.assertLess(len(jawaban.content), 40_000)

    def test_a_page_that_is_somebodys_own_tells_nothing_when_shared(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 10)
        naskah = pengaduan.dokumen_ids.filtered("token")[0]
        for halaman in (
            self.halaman(self.lacak(kode)),
            self.halaman(self.url_open(f"/pengaduan/rapat/{pengaduan.rapat_ids.token}")),
            self.buka(f"/pengaduan/verifikasi/{naskah.token}"),
        ):
            with self.subTest(halaman.xpath("string(//title)")):
                bagikan = self.bagikan(halaman)
                self.assertEqual((bagikan["og:title"], bagikan["og:description"]), ("Public complaints", UMUM))
                self.assertFalse({"og:url"} & bagikan.keys())
                self.assertEqual(halaman.xpath("//meta[@name='robots']/@content"), ["noindex"])


@tagged("standard", "post_install", "-at_install")
class TestKataDepan(KantorCase):
    def test_front_page_is_short_has_no_pictures_and_belongs_to_the_administrator(self):
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        for isi in ("<p><img src='https://example.com/a.png'/></p>", f"<p>{'a' * 8001}</p>"):
            with self.assertRaises(ValidationError):
                instansi.kata_depan = isi
        for login in ("uji_kadis", "uji_pengadmin"):
            with self.assertRaises(AccessError):
                instansi.with_user(self.env.ref("base.user_root").search([("login", "=", login)])).judul_depan = "x"


@tagged("standard", "post_install", "-at_install")
class TestSitusBaru(HttpCase):
    """The website as it is after the addon was installed beside a website that nobody had touched."""

    def halaman(self, url):
        jawaban = self.url_open(url)
        return jawaban, html.fromstring(jawaban.content)

    def test_home_is_the_front_page_and_no_other_door_is_open(self):
        _jawaban, beranda = self.halaman("/")
        self.assertTrue(beranda.xpath("//a[@href='/pengaduan/baru']"))
        for url in ("/contactus", "/contactus-thank-you", "/website/info"):
            self.assertEqual(self.url_open(url).status_code, 404, url)
        peta = self.url_open("/sitemap.xml").text
        self.assertIn("/pengaduan/baru", peta)
        for url in ("/contactus", "/website/info"):
            self.assertNotIn(url, peta)

    def test_no_page_shows_what_odoo_had_as_an_example(self):
        new_test_user(self.env, "warga_uji", groups="base.group_portal", password="warga_uji")
        for login, semua in ((None, SITUS), ("warga_uji", ("/my", "/my/pengaduan"))):
            self.authenticate(login, login)
            for url in semua:
                jawaban, halaman = self.halaman(url)
                with self.subTest(url):
                    for contoh in (
                        "/contactus",
                        "555-555",
                        "Company name",
                        "Fake Buena",
                        "odoo.com",
                        "My Website",
                        "My Company",
                        "Sign in",
                    ):
                        self.assertNotIn(contoh, jawaban.text)
                    judul = halaman.xpath("string(//title)").split("|")[0].strip()
                    self.assertNotIn(judul, ("", "Login", "Sign up login", "Reset password", "My Portal"))
                    self.assertNotIn(judul, ("Page Not Found", "Contact Us"))

    def test_no_page_and_no_style_names_another_server(self):
        new_test_user(self.env, "warga_uji", groups="base.group_portal", password="warga_uji")
        gaya = set()
        for login, semua in ((None, SITUS), ("warga_uji", ("/my", "/my/pengaduan"))):
            self.authenticate(login, login)
            for url in semua:
                _jawaban, halaman = self.halaman(url)
                dimuat = halaman.xpath(
                    "//*[self::script or self::img or self::iframe or self::source]/@src"
                    " | //link[not(@rel='canonical' or @rel='alternate')]/@href"
                )
                sendiri = urlsplit(self.base_url()).netloc
                with self.subTest(url):
                    self.assertEqual([satu for satu in dimuat if urlsplit(satu).netloc not in ("", sendiri)], [])
                    self.assertFalse(ASING.search(" ".join(halaman.xpath("//@style | //style/text()"))))
                gaya.update(halaman.xpath("//link[@rel='stylesheet']/@href"))
        self.assertGreater(len(gaya), 2)
        for alamat in gaya:
            isi = self.url_open(alamat).text
            self.assertTrue(isi, alamat)
            self.assertIsNone(ASING.search(isi), alamat)


@tagged("standard", "post_install", "-at_install")
class TestSitusPeramban(PonselCase):
    def test_a_browser_asks_no_other_server(self):
        with self.ponsel("/pengaduan", "uji_psm_a") as hp:
            for url in ("/pengaduan", "/my", "/web/login", "/tidak-ada"):
                hp.browser.navigate_to(self.base_url() + url, wait_stop=True)
                diminta = json.loads(
                    hp.js("JSON.stringify(performance.getEntriesByType('resource').map((satu) => satu.name))")
                )
                with self.subTest(url):
                    self.assertTrue(diminta)
                    self.assertEqual([u for u in diminta if not u.startswith((self.base_url(), "data:", "blob:"))], [])


@tagged("standard", "post_install", "-at_install")
class TestJadikanKantor(TransactionCase):
    def situs(self, isi=""):
        """Return a new website of Odoo's, with something on its home page."""
        situs = self.env["website"].create({"name": "My Website"})
        beranda = situs.with_context(website_id=situs.id).viewref("website.homepage")
        if isi:
            beranda.arch = beranda.arch.replace('oe_empty"/>', f'">{isi}</div>')
        return situs

    def aktif(self, situs, kunci):
        return situs.with_context(website_id=situs.id).viewref(kunci).active

    def test_an_untouched_website_becomes_the_offices(self):
        situs = self.situs()
        situs._jadikan_kantor()
        self.assertEqual((situs.homepage_url, situs.name), ("/pengaduan", "Pengaduan Masyarakat"))
        self.assertTrue(self.aktif(situs, "dpmd_pengaduan.kaki_situs"))
        self.assertFalse(self.aktif(situs, "website.header_call_to_action"))
        tata = situs.with_context(website_id=situs.id).viewref("website.layout")
        self.assertIn("/pengaduan/lacak", tata._get_combined_arch().xpath("//footer//@href"))
        situs.with_context(website_id=situs.id).viewref("website.template_footer_descriptive").active = True
        self.assertNotIn("/pengaduan/lacak", tata._get_combined_arch().xpath("//footer//@href"), "the editor's choice")
        situs.name = "Dinas"
        situs._jadikan_kantor()
        self.assertEqual(situs.name, "Dinas", "once")

    def test_a_website_that_somebody_made_stays_as_it_is(self):
        self.env.ref("website.contactus_page").is_published = True
        situs = self.situs("<p>Selamat datang</p>")
        alamat_lain = self.situs()
        alamat_lain.homepage_url = "/berita"
        self.env["website"].search([])._jadikan_kantor()
        for satu in (situs, alamat_lain):
            self.assertEqual(satu.name, "My Website")
            self.assertFalse(self.aktif(satu, "dpmd_pengaduan.kaki_situs"))
            self.assertTrue(self.aktif(satu, "website.header_call_to_action"))
        self.assertFalse(situs.homepage_url)
        self.assertTrue(self.env.ref("website.contactus_page").is_published, "others use it")

    def test_what_the_editor_decided_stays(self):
        situs = self.situs()
        kaki = situs.with_context(website_id=situs.id).viewref("website.footer_custom")
        kaki.arch = kaki.arch.replace("Useful Links", "Tautan")
        situs._jadikan_kantor()
        self.assertTrue(self.aktif(situs, "website.footer_custom"))
        self.assertFalse(self.aktif(situs, "dpmd_pengaduan.kaki_situs"), "one foot")
