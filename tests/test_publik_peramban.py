from odoo.tests import tagged

from .ponsel import PonselCase


@tagged("standard", "post_install", "-at_install")
class TestPublikPeramban(PonselCase):
    """A citizen files and tracks a complaint on a phone of 360 pixels, in a real Chromium."""

    def test_a_citizen_files_and_tracks_on_a_phone(self):
        kutai = self.env["dpmd.wilayah"].create(
            [
                {"name": "Tabang Uji", "kode": "99.99.01", "tingkat": "kecamatan"},
                {"name": "Muara Uji", "kode": "99.99.02", "tingkat": "kecamatan"},
            ]
        )
        self.desa.parent_id = kutai[0]
        desa = self.env["dpmd.wilayah"].create(
            {"name": "Muara Ritan Uji", "kode": "99.99.02.2001", "tingkat": "desa", "parent_id": kutai[1].id}
        )
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu("html.js canvas")
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360, "the page scrolls sideways")
            hp.ketik("#f-isi", "Bantuan belum dibayar.")
            hp.lanjut()
            hp.ketuk(f"input[name=jenis][value='{self.jenis.id}']")
            hp.lanjut()
            self.assertTrue(hp.js("document.querySelector('#f-desa').hidden"), "first the kecamatan")
            hp.pilih("select:has(+ #f-desa)", "Muara Uji")
            self.assertEqual(hp.js("document.querySelectorAll('#f-desa optgroup').length"), 1)
            hp.pilih("#f-desa", "Muara Ritan Uji")
            for _bagian in range(4):
                hp.lanjut()
            hp.ketuk("input[value=rahasia]")
            hp.lanjut()
            hp.ketik("#f-nama", "Siti Marlina")
            hp.ketik("#f-alamat", "RT 03 Muara Ritan")
            hp.ketik("#f-telepon", "0812 3456 7890")
            hp.lanjut()
            hp.lanjut()
            hp.ketuk("[name=persetujuan]")
            hp.sentuh(*(hp.tempat("canvas", x, y) for x, y in ((0.1, 0.8), (0.3, 0.2), (0.5, 0.7), (0.9, 0.3))))
            self.assertTrue(hp.js("document.querySelector('[name=ttd]').value").startswith("data:image/png"))
            hp.ketuk("[type=submit]")
            hp.tunggu(".kode")
            kode = hp.js("document.querySelector('.kode').textContent")
            self.assertRegex(kode, r"^(\d{4} ){3}\d{4}$")
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360, "the receipt scrolls sideways")
            self.assertNotIn(kode.replace(" ", ""), hp.js("location.href"))

            hp.browser.navigate_to(self.base_url() + "/pengaduan/lacak", wait_stop=True)
            hp.ketik("#f-kode", kode)
            hp.ketuk("button.utama")
            hp.tunggu("li.kini")
            self.assertIn("Received", hp.js("document.querySelector('li.kini').textContent"))
            self.assertIn("Pengadministrasi Umum", hp.js("document.querySelector('.ringkas').textContent"))
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360, "tracking scrolls sideways")
        pelapor = self.env["dpmd.pelapor"]._cari_kode_sudo(kode)
        self.assertRecordValues(pelapor, [{"nama": "Siti Marlina", "identitas": "rahasia", "ttd_cara": "layar"}])
        self.assertEqual(pelapor.pengaduan_id.wilayah_id, desa)
        self.assertFalse(pelapor.pengaduan_id.uraian)
