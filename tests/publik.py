"""What the tests of the public pages share: a website of the office, and a citizen with a browser."""

import base64
import io
from unittest.mock import patch

from lxml import html
from odoo.addons.dpmd_pengaduan.controllers import formulir
from odoo.fields import Command
from odoo.http import Request
from odoo.tests import HttpCase
from PIL import Image, ImageDraw

from .common import KantorMixin

URAIAN = "Bantuan bulan Maret belum dibayarkan kepada warga."


def gambar(format_gambar="JPEG", ukuran=(64, 48), exif=None):
    """Return a small picture (bytes)."""
    keluar = io.BytesIO()
    Image.new("RGB", ukuran, "#337755").save(keluar, format=format_gambar, **({"exif": exif} if exif else {}))
    return keluar.getvalue()


def tanda_tangan():
    """Return a signature as the canvas sends it."""
    kanvas = Image.new("RGBA", (720, 260))
    ImageDraw.Draw(kanvas).line([(20, 200), (200, 40), (400, 220), (700, 60)], fill="#0a1f5c", width=4)
    keluar = io.BytesIO()
    kanvas.save(keluar, format="PNG")
    return "data:image/png;base64," + base64.b64encode(keluar.getvalue()).decode()


class PublikCase(KantorMixin, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_kantor()
        inggris = cls.env["res.lang"]._activate_lang("en_US")  # these tests look for source strings
        cls.env["website"].search([]).write(
            {"company_id": cls.company.id, "language_ids": [Command.link(inggris.id)], "default_lang_id": inggris.id}
        )
        cls.startClassPatcher(patch.object(formulir, "JEDA_DETIK", 0))  # tests type faster than people

    def halaman(self, jawaban):
        """Return the parsed page of a response."""
        return html.fromstring(jawaban.content)

    def buka(self, url):
        jawaban = self.url_open(url)
        self.assertEqual(jawaban.status_code, 200, url)
        return self.halaman(jawaban)

    def rahasia_halaman(self, halaman, *nama):
        """Return hidden fields of a page, and for the pages of an account the token of its session."""
        sesi = {"csrf_token": Request.csrf_token(self)} if getattr(self, "session", None) else {}
        return sesi | {kunci: halaman.xpath(f"//input[@name='{kunci}']/@value")[0] for kunci in nama}

    def isian(self, identitas="terbuka", **ganti):
        """Return a well filled form, as a browser would post it."""
        tentang = {
            "nama": "Siti Marlina",
            "alamat": "Jl. Poros RT 03",
            "telepon": "0812 3456 7890",
            "email": "siti@example.com",
        }
        return {
            "identitas": identitas,
            "jenis": str(self.jenis.id),
            "desa": str(self.desa.id),
            "isi": URAIAN,
            "persetujuan": "1",
            "lokasi": "Kantor desa",
            "tanggal_kejadian": "Maret",
            "terlapor": "Bendahara",
            "kerugian": "Rp900.000",
            "permintaan": "Dibayarkan",
            **(tentang | {"ttd": tanda_tangan()} if identitas != "anonim" else {}),
            **ganti,
        }

    def kirim(self, isian, berkas=(), halaman=None):
        """Open the form and send it; ``berkas`` as ``[(name, bytes)]``."""
        halaman = self.buka("/pengaduan/baru") if halaman is None else halaman
        return self.url_open(
            "/pengaduan/baru",
            data={**self.rahasia_halaman(halaman, "token"), **isian},
            files=[("berkas", (nama, isi, "image/jpeg")) for nama, isi in berkas] or None,
        )

    def kode(self, jawaban):
        """Return the receipt number shown on a page."""
        return self.halaman(jawaban).xpath("normalize-space(//p[contains(@class, 'kode')])")

    def pelapor_baru(self, jawaban):
        """Return the identity row of the complaint a response is the receipt of."""
        self.assertEqual(jawaban.status_code, 200)
        pelapor = self.env["dpmd.pelapor"]._cari_kode_sudo(self.kode(jawaban))
        self.assertTrue(pelapor, "the receipt number opens no case")
        return pelapor

    def lacak(self, kode, url="/pengaduan/lacak", **data):
        halaman = self.buka("/pengaduan/lacak")
        return self.url_open(url, data={**self.rahasia_halaman(halaman), "kode": kode, **data})

    def jumlah_kasus(self):
        return self.env["dpmd.pengaduan"].search_count([])
