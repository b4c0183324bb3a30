"""A case keeps the SOP it was registered under."""

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

    def test_a_new_version_is_a_copy_that_is_not_in_force_yet(self):
        baru = self.sop.copy()
        self.assertEqual(baru.langkah_ids.mapped("kegiatan"), self.sop.langkah_ids.mapped("kegiatan"))
        self.assertEqual(self.buat()[0].sop_id, self.pengaduan.sop_id)
        baru.dasar_hukum = "Peraturan baru"
        baru.langkah_ids[0].kegiatan = "Baru"
