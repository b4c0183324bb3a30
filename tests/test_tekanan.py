"""The budget of presses per step (``docs/alur.md``), counted in a real browser."""

import json
import time
from contextlib import suppress

from odoo.tests import tagged
from odoo.tests.common import ChromeBrowserException

from .common import PNG
from .ponsel import PonselCase
from .tekanan import BATAS

KABAR = ".o_notification"
ISI_LAYAR = "document.body?.innerText.slice(0, 1500)"
YA = ".modal footer .btn-primary"


def tombol(kunci):
    """Return the selector of what is next in the bar: the one highlighted button, which must be this one."""
    return f".o_form_statusbar .btn-primary.o_dpmd_jalan_{kunci}"


@tagged("standard", "post_install", "-at_install")
class TestTekanan(PonselCase):
    """Each step from the open desk to done, by mouse at 1400 pixels and by thumb at 390."""

    baris = ".o_kanban_record:not(.o_kanban_ghost)"
    browser_size = "1400x900"
    touch_enabled = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.usul = {"usul_bidang_id": cls.bidang_a.id, "usul_pelaksana_id": cls.orang["psm_a"].id}
        # Made before a browser waits for them: that takes longer than it waits on a busy machine.
        paket = cls.env["ir.qweb"]._get_asset_bundle("web.assets_web")
        paket.js()
        paket.css()

    def tunggu(self, hp, selektor):
        """Wait until an element can be pressed; return where it is. What lies over it fails the test."""
        kode = (
            f"(async () => {{ const e = [...document.querySelectorAll({json.dumps(selektor)})]"
            ".find((e) => e.getClientRects().length && !e.disabled); if (!e) return null;"
            " e.scrollIntoView({block: 'center'});"
            " await new Promise((selesai) => requestAnimationFrame(() => requestAnimationFrame(selesai)));"
            " const r = e.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;"
            " const kena = document.elementFromPoint(x, y);"
            " return kena && (e.contains(kena) || kena.contains(e)) ? [x, y] : null; })()"
        )
        akhir = time.monotonic() + 90
        while time.monotonic() < akhir:
            with suppress(TimeoutError, ChromeBrowserException):
                if titik := hp.js(kode, timeout=5):
                    return titik
            time.sleep(0.1)
        raise AssertionError(f"{selektor} cannot be pressed on {hp.js('location.href')}: {hp.js(ISI_LAYAR)}")

    def tekan(self, hp, selektor):
        titik = self.tunggu(hp, selektor)
        if self.touch_enabled:
            hp.sentuh(titik)
        else:
            for jenis in ("mousePressed", "mouseReleased"):
                hp.browser._websocket_request(
                    "Input.dispatchMouseEvent",
                    params={"type": jenis, "x": titik[0], "y": titik[1], "button": "left", "clickCount": 1},
                )
        self.tekanan += 1

    def kerjakan(self, langkah, login, *urutan, sampai=KABAR, lanjut=False):
        """Take a step from the open desk; press what is named, type what comes as a pair, and count.

        :param str langkah: row of the budget
        :param str sampai: what shows that it is done
        :param bool lanjut: whether presses of the same step were counted before
        """
        self.tekanan = self.tekanan if lanjut else 0
        self.authenticate(f"uji_{login}", f"uji_{login}")
        self.url_open("/odoo/meja-saya", timeout=300)  # a browser waits 20 seconds only, also on a busy machine
        with self.ponsel("/odoo/meja-saya", f"uji_{login}") as hp:
            self.tekan(hp, self.baris)
            for satu in urutan:
                if isinstance(satu, tuple):
                    self.tunggu(hp, satu[0])
                    hp.ketik(*satu)
                else:
                    self.tekan(hp, satu)
            self.tunggu(hp, sampai)
            self.assertEqual(hp.js("document.documentElement.scrollWidth <= innerWidth"), True, "scrolls sideways")
        self.env.invalidate_all()
        self.assertLessEqual(self.tekanan, BATAS[langkah], f"step {langkah}")

    def test_each_step_keeps_its_budget_of_presses(self):
        pengaduan = self.buat(lengkap=False)[0]
        self.kerjakan("2", "pengadmin", tombol("daftarkan"))
        self.kerjakan("3", "pengadmin", tombol("beri_formulir"), sampai=tombol("nyatakan_lengkap"))
        self.sebagai("pengadmin", pengaduan).pelapor_ids.write({"ttd_cara": "kertas"})
        self.kerjakan("3", "pengadmin", tombol("nyatakan_lengkap"), lanjut=True)
        self.assertEqual(pengaduan.langkah, 4)
        pengaduan.sudo()._tulis(self.usul)
        self.kerjakan("4–5", "kadis", tombol("tugaskan_sekretaris"))
        self.kerjakan("6", "sekretaris", tombol("tugaskan_kabid"))
        self.kerjakan("7", "kabid_a", tombol("disposisi_pelaksana"))
        telaah = [(f"[name='telaah_{isi}'] textarea", "Diperiksa.") for isi in ("fakta", "analisis", "saran")]
        self.kerjakan("8", "psm_a", *telaah, tombol("kirim_telaah"), YA)
        self.assertEqual(pengaduan.langkah, 9)
        self.kerjakan(
            "9",
            "psm_a",
            tombol("siapkan_rapat"),
            ("[name='tempat'] input", "Aula"),
            "[name='peserta_ids'] .o_field_x2many_list_row_add a",
            (".modal [name='nama'] input", "Ahmad Fauzan"),
            ".modal .o_form_button_save",
            tombol("ajukan_undangan"),
            YA,
        )
        self.kerjakan("9, signature", "kadis", tombol("baca_naskah"), "button[name='action_sahkan']")
        self.assertEqual(pengaduan.langkah, 10)
        rapat = pengaduan.rapat_ids
        rapat.sudo()._tulis({"mulai": "2026-01-05 01:00:00", "selesai": "2026-01-05 02:00:00"})
        self.sebagai("psm_a", rapat.peserta_ids).write({"kehadiran": "hadir", "ttd": PNG, "ttd_cara": "layar"})
        notulen = [(f"[name='notulen_{isi}'] textarea", "Dibahas.") for isi in ("pembahasan", "kesimpulan")]
        selesai = tombol("rapat_dilaksanakan")
        self.kerjakan("10", "psm_a", tombol("buka_rapat"), "a[name='notulen']", *notulen, selesai, YA)
        self.assertEqual(pengaduan.langkah, 11)
        self.kerjakan(
            "11", "psm_a", tombol("susun_berita_acara"), tombol("buka_tanda_tangan"), YA, sampai=tombol("layar")
        )
        self.sahkan("kabid_a", pengaduan)  # the notulen, as its chair
        self.sebagai("psm_a", pengaduan.berita_acara_ids.peserta_ids).action_tanda_tangan_ba(PNG)
        self.kerjakan("11", "psm_a", tombol("berita_acara_selesai"), lanjut=True)
        self.assertEqual(pengaduan.langkah, 12)
        self.kerjakan(
            "12",
            "psm_a",
            tombol("buka_laporan"),
            "[name='hasil'] input",
            ".o_select_menu_item",
            ("[name='simpulan_saran'] textarea", "Dipantau."),
            tombol("ajukan_laporan"),
        )
        for langkah, login in (("13", "kabid_a"), ("14", "sekretaris"), ("15", "kadis")):
            self.kerjakan(langkah, login, tombol("baca_naskah"), "button[name='action_sahkan']")
        self.assertEqual(pengaduan.langkah, 16)
        self.kerjakan(
            "16",
            "pengadmin",
            tombol("arsipkan"),
            "[name='klasifikasi_id'] input",
            ".o-autocomplete--dropdown-item a",
            ("[name='lokasi'] input", "Lemari 2"),
            "button[name='action_arsipkan']",
        )
        self.kerjakan("17", "pengadmin", tombol("informasikan"), "button[name='action_jawab']")
        self.assertEqual(pengaduan.state, "selesai")

    def test_the_officials_keep_the_budget_on_a_phone(self):
        self.browser_size, self.touch_enabled = "390x844", True
        pengaduan = self.jalan(self.buat()[0], 4)
        pengaduan.sudo()._tulis(self.usul)
        self.kerjakan("4–5", "kadis", tombol("tugaskan_sekretaris"))
        self.kerjakan("6", "sekretaris", tombol("tugaskan_kabid"))
        self.kerjakan("7", "kabid_a", tombol("disposisi_pelaksana"))
        self.jalan(pengaduan, 13)
        self.kerjakan("13", "kabid_a", tombol("baca_naskah"), "button[name='action_sahkan']")
        self.assertEqual(pengaduan.langkah, 14)
