"""The first words of the report: in the third person, with who does what until when; the office's snippets."""

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import KantorCase

SAYA = "Saya sudah tiga kali ke kantor desa dan tidak dilayani."


@tagged("standard", "post_install", "-at_install")
class TestBahanLaporan(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_kantor()

    def _sampai_laporan(self):
        pengaduan = self.buat_pengaduan()
        return pengaduan


@tagged("standard", "post_install", "-at_install")
class TestPetikan(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_kantor()
