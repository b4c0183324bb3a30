"""A case keeps the SOP it was registered under, and every clock of the settings really runs."""

from datetime import timedelta

from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import KantorCase


@tagged("post_install", "-at_install")
class TestSop(KantorCase):
    def setUp(self):
        super().setUp()
        self.pengaduan, _kode = self.buat()
        self.sop = self.pengaduan.sop_id.with_user(self.orang["administrator"])

    def test_the_words_of_a_used_sop_stay_as_they_are(self):
        langkah = self.sop.langkah_ids[3]
        for cara in (
            lambda: self.sop.write({"dasar_hukum": "lain"}),
            lambda: self.sop.write({"langkah_ids": [Command.update(langkah.id, {"kegiatan": "lain"})]}),
            lambda: self.sop.write(
                {"langkah_ids": [Command.create({"nomor": 18, "kegiatan": "lain", "pelaksana": "kepala_dinas"})]}
            ),
            lambda: langkah.write({"pelaksana": "pelapor"}),
            lambda: langkah.unlink(),
        ):
            with self.assertRaises(UserError):
                cara()

    def test_targets_are_the_offices_own(self):
        self.sop.write({"langkah_ids": [Command.update(self.sop.langkah_ids[3].id, {"waktu_jam": 8})]})
        self.assertEqual(self.sop.langkah_ids[3].waktu_jam, 8)

    def test_a_new_version_is_a_copy_that_is_not_in_force_yet(self):
        baru = self.sop.copy()
        self.assertEqual(baru.langkah_ids.mapped("kegiatan"), self.sop.langkah_ids.mapped("kegiatan"))
        self.assertEqual(self.buat()[0].sop_id, self.pengaduan.sop_id)
        baru.dasar_hukum = "Peraturan baru"
        baru.langkah_ids[0].kegiatan = "Baru"

    def test_a_new_complaint_is_due_on_its_desk_by_the_clock_of_verification(self):
        jam = self.env.ref("dpmd_pengaduan.tenggat_verifikasi")
        self.assertEqual(self.pengaduan.desk_tenggat, jam._jatuh_tempo(self.pengaduan.tanggal_terima, self.company))
        jam.active = False
        self.assertEqual(self.buat()[0].desk_tenggat, self.pengaduan.tenggat)

    def test_of_several_clocks_the_one_that_ends_first_is_promised(self):
        putusan, biasa, pengawasan = (
            self.env.ref(f"dpmd_pengaduan.tenggat_{kode}") for kode in ("putusan", "tanpa_pengawasan", "pengawasan")
        )
        (biasa | pengawasan).write({"active": True, "satuan": "kalender"})
        self.jalan(self.pengaduan, 5)
        terima = self.pengaduan.tanggal_terima
        self.assertEqual(self.pengaduan.tenggat_id, biasa)
        self.assertEqual(self.pengaduan.tenggat, biasa._jatuh_tempo(terima, self.company))
        self.jenis.pengawasan = True
        pengawasan.jumlah = 90
        berat, _kode = self.buat(waktu=terima - timedelta(days=1))
        self.jalan(berat, 5)
        self.assertEqual(berat.tenggat_id, putusan)
