"""The tray on the phone of a Kepala Dinas with no time."""

import json
import time

from odoo.tests import tagged

from .ponsel import PonselCase

TANDA_TANGANI = "button[name='action_sahkan']:not(.d-none)"


@tagged("standard", "post_install", "-at_install")
class TestNaskahPonsel(PonselCase):
    browser_size = "390x844"

    def tunggu_naskah(self, hp, nomor):
        """Wait until the paper of a case is open for signature, and nothing else."""
        teks, tombol = json.dumps(nomor), json.dumps(TANDA_TANGANI)
        for _ke in range(600):
            if hp.js(
                f"document.querySelector('.o_form_view')?.innerText.includes({teks})"
                f" && document.querySelectorAll({tombol}).length === 1"
            ):
                return
            time.sleep(0.1)
        self.fail(f"the paper of {nomor} does not open: {hp.js('document.body.innerText')}")

    def test_undangan_and_report_are_signed_with_three_presses_and_then_one(self):
        undangan, laporan = self.buat()[0], self.buat()[0]
        self.jalan(laporan, 15)
        self.jalan(undangan, 9)
        self.buat_rapat(undangan)
        self.sebagai("psm_a", undangan).action_ajukan_undangan()
        # The browser's requests share the cursor of the test: what it needs is read before.
        nomor_undangan, nomor_laporan = undangan.name, laporan.name
        ketukan = 1  # the menu, which leads to this page
        with self.ponsel("/odoo/untuk-ditandatangani", "uji_kadis") as hp:
            hp.tunggu(".o_kanban_record:not(.o_kanban_ghost)")
            hp.ketuk(".o_kanban_record:not(.o_kanban_ghost)")
            self.tunggu_naskah(hp, nomor_laporan)
            hp.ketuk(TANDA_TANGANI)
            ketukan += 2
            self.assertEqual(ketukan, 3)
            self.tunggu_naskah(hp, nomor_undangan)  # the next one comes by itself
            lebar = hp.js("document.documentElement.scrollWidth")
            hp.ketuk(TANDA_TANGANI)
            hp.tunggu(".o_view_nocontent")
        self.env.invalidate_all()
        self.assertEqual((laporan.langkah, undangan.langkah), (16, 10))
        self.assertLessEqual(lebar, 390)
        self.assertEqual(laporan._surat_jawaban().state, "berlaku", "the answer is signed with the report")
