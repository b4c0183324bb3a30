"""The pinned libraries run on every Python that the office's server may have."""

import re
from importlib.metadata import distribution
from pathlib import Path

from odoo.addons import dpmd_pengaduan
from odoo.tests import BaseCase, tagged
from packaging.specifiers import SpecifierSet

PYTHON = ("3.11.2", "3.12.3", "3.13.5")  # of Debian 12, Ubuntu 24.04, Debian 13
AKAR = Path(dpmd_pengaduan.__path__[0]).parent


@tagged("standard", "post_install", "-at_install")
class TestPustaka(BaseCase):
    """That none was withdrawn is asked of the registry whenever ``./dev`` installs them (``tools/venv.py``)."""

    def test_every_pin_is_installed_as_pinned_and_takes_these_pythons(self):
        pin = re.findall(r"^([\w.-]+)==([\w.]+)", (AKAR / "requirements.txt").read_text(), re.MULTILINE)
        self.assertGreater(len(pin), 60)
        for nama, versi in pin:
            with self.subTest(nama):
                terpasang = distribution(nama)
                self.assertEqual(terpasang.version, versi)
                batas = SpecifierSet(terpasang.metadata["Requires-Python"] or "")
                self.assertTrue(all(batas.contains(satu) for satu in PYTHON), batas)
