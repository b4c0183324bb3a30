"""Everybody can use the public pages: axe finds nothing serious, and every control has a name."""

import json
from importlib.resources import files

from odoo.tests import tagged

from .ponsel import PonselCase

AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
BERAT = ("serious", "critical")
# Words that are smaller than 16 px; links of the header, buttons and unfolding lines that are lower than 44 px.
KECIL = """(() => {
    const terlihat = (e) => e.checkVisibility() && e.getBoundingClientRect().right > 0;
    const berkata = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const kecil = [...document.querySelectorAll('body *')]
        .filter((e) => terlihat(e) && berkata(e) && parseFloat(getComputedStyle(e).fontSize) < 16);
    const rendah = [...document.querySelectorAll('.kepala a, .tombol, summary')]
        .filter((e) => terlihat(e) && e.getBoundingClientRect().height < 43.9);
    return [...kecil, ...rendah].map((e) => e.outerHTML.slice(0, 120));
})()"""


@tagged("standard", "post_install", "-at_install")
class TestPublikAksesibel(PonselCase):
    def periksa(self, hp, halaman, kecil=True):
        """Let axe look at the page that is open, and fail with what it says.

        :param bool kecil: whether sizes count too: not those of Odoo's own pages
        """
        hp.js(f"{AXE}; 1")
        temuan = json.loads(
            hp.js(
                "axe.run(document, {resultTypes: ['violations']}).then((r) => JSON.stringify(r.violations.map((v) =>"
                " ({id: v.id, impact: v.impact, di: v.nodes.map((n) => n.html.slice(0, 160))}))))",
                timeout=60,
            )
        )
        with self.subTest(halaman):
            self.assertEqual([satu for satu in temuan if satu["impact"] in BERAT], [])
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360, "the page scrolls sideways")
            if kecil:
                self.assertEqual(hp.js(KECIL), [], "text below 16 px, or a target below 44 px")

    def kirim(self, hp, isian):
        """Fill in the form that is open by name and send it, past the browser's own checks."""
        hp.js(
            f"(() => {{ const isian = {json.dumps(isian)}; const f = document.querySelector('form.formulir');"
            " for (const [nama, nilai] of Object.entries(isian)) {"
            '  for (const e of f.querySelectorAll(`[name="${nama}"]`)) {'
            "   if (e.type === 'radio' || e.type === 'checkbox') { e.checked = e.value === nilai; }"
            "   else { e.value = nilai; } } }"
            " HTMLFormElement.prototype.submit.call(f); })()"
        )

    def test_axe_finds_nothing_serious_on_the_pages_of_a_citizen(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu("html.js canvas")
            self.periksa(hp, "form")
            self.kirim(hp, {"identitas": "terbuka"})
            hp.tunggu(".kotak.bahaya")
            self.periksa(hp, "form with errors")
            self.kirim(
                hp,
                {
                    "identitas": "terbuka",
                    "nama": "Siti",
                    "alamat": "RT 03",
                    "telepon": "0812 3456 7890",
                    "jenis": str(self.jenis.id),
                    "desa": str(self.desa.id),
                    "isi": "Belum dibayar.",
                    "persetujuan": "1",
                    "ttd_nanti": "1",
                },
            )
            hp.tunggu(".kode")
            self.periksa(hp, "receipt")
            kode = hp.js("document.querySelector('.kode').textContent")
            hp.browser.navigate_to(self.base_url() + "/pengaduan/lacak", wait_stop=True)
            self.periksa(hp, "tracking")
            self.kirim(hp, {"kode": "1" * 16})
            hp.tunggu(".bahaya")
            self.periksa(hp, "wrong number")
            self.kirim(hp, {"kode": kode})
            hp.tunggu("li.kini")
            self.periksa(hp, "where it stands")
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 18)
        self.env["dpmd.angka"]._hitung(self.company)
        with self.ponsel("/pengaduan/lacak") as hp:
            self.kirim(hp, {"kode": kode})
            hp.tunggu(".jawaban")
            self.periksa(hp, "the answer")
            hp.browser.navigate_to(self.base_url() + "/pengaduan/angka", wait_stop=True)
            self.periksa(hp, "figures")

    def test_axe_finds_nothing_serious_where_it_stands_and_a_thumb_can_do_it_all(self):
        rahasia, kode_rahasia = self.buat("rahasia")
        self.jalan(rahasia, 8)
        self.sebagai("pengadmin", rahasia).action_tulis_pelapor("Bulan apa?", minta_jawab=True)
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 18)
        with self.ponsel("/pengaduan/lacak") as hp:
            self.kirim(hp, {"kode": kode_rahasia})
            hp.tunggu("ul.perlu")
            hp.js("document.querySelectorAll('details').forEach((satu) => { satu.open = true; })")
            self.periksa(hp, "a question waits, secret")
            hp.js("document.querySelector('[name=yakin]').click()")
            hp.ketik("[name=alasan_cabut]", "Takut")
            hp.ketuk("form[action$='/cabut'] button")
            hp.tunggu("#f-batal_cabut")
            self.periksa(hp, "a withdrawal waits")
            hp.ketuk("#f-batal_cabut button")
            hp.tunggu("form[action$='/cabut']")
        self.env.invalidate_all()
        self.assertFalse(rahasia.tanggal_cabut)
        with self.ponsel("/pengaduan/lacak") as hp:
            self.kirim(hp, {"kode": kode})
            hp.tunggu("#f-menurut")
            self.periksa(hp, "finished or not")
            hp.ketuk("#f-menurut form:last-child button")
            hp.tunggu("#keberatan details[open]")
            self.periksa(hp, "not finished for the pelapor")
        self.env.invalidate_all()
        self.assertEqual(pengaduan.menurut_pelapor, "belum")

    def test_axe_finds_nothing_serious_on_the_pages_of_a_meeting(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 10)
        rapat = pengaduan.rapat_ids
        with self.ponsel(f"/rapat/{rapat.token}") as hp:
            self.periksa(hp, "a visitor without an officer")
        with self.ponsel(f"/rapat/{rapat.token}", "uji_psm_a") as hp:
            hp.tunggu("ul.peserta")
            self.periksa(hp, "attendance")
        self.jalan(pengaduan, 11)
        self.buat_berita_acara(pengaduan)
        with self.ponsel(f"/rapat/{rapat.token}", "uji_psm_a") as hp:
            hp.tunggu("ul.peserta")
            self.periksa(hp, "berita acara")

    def test_axe_finds_nothing_serious_where_a_paper_is_checked(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        naskah = pengaduan.dokumen_ids.filtered("kode")[0]
        with self.ponsel("/pengaduan/verifikasi") as hp:
            hp.tunggu("#f-kode")
            self.periksa(hp, "ask for a code")
            self.kirim(hp, {"kode": "0" * 11})
            hp.tunggu(".bahaya")
            self.periksa(hp, "unknown paper")
            hp.browser.navigate_to(f"{self.base_url()}/pengaduan/verifikasi/{naskah.token}", wait_stop=True)
            hp.tunggu("#f-berkas")
            self.periksa(hp, "a paper")

    def test_axe_finds_nothing_serious_on_the_front_page(self):
        with self.ponsel("/pengaduan") as hp:
            hp.tunggu("main")
            hp.js("document.querySelector('summary').click()")
            self.periksa(hp, "front page")

    def test_axe_finds_nothing_serious_where_somebody_logs_in(self):
        with self.ponsel("/web/login") as hp:
            for url in ("/web/login", "/web/reset_password", "/tidak-ada"):
                hp.browser.navigate_to(self.base_url() + url, wait_stop=True)
                self.periksa(hp, url, kecil=False)

    def test_every_control_of_the_form_has_a_name_and_its_natural_place(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu("html.js canvas")
            tanpa_nama = hp.js(
                "[...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea')]"
                ".filter((e) => e.tabIndex >= 0 && !(e.labels?.length || e.textContent.trim()"
                " || e.getAttribute('aria-label'))).map((e) => e.outerHTML.slice(0, 120))"
            )
            self.assertEqual(tanpa_nama, [])
            urutan = "[...document.querySelectorAll('[tabindex]')].filter((e) => e.tabIndex > 0).length"
            self.assertEqual(hp.js(urutan), 0)
