"""The office of the addon's own tests, and the same with a browser."""

from odoo.addons.dpmd_pengaduan.tests.common import ISI, PNG, KantorCase, KantorMixin
from odoo.tests import HttpCase

__all__ = ["ISI", "PNG", "KantorCase", "KantorHttpCase", "KantorMixin"]


class KantorHttpCase(KantorMixin, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_kantor()
