"""A case as one file: in order, to the last byte, and without who complained unless that was asked for and noted."""

import hashlib
import io
import json
import zipfile
from unittest.mock import patch

from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger
from pypdf import PdfReader

from .common import KantorHttpCase
from .rusak import berkas_tertukar
from .test_surat import CetakMixin

ORANG = {
    "terbuka": {"nama": "Zulkarnaen Ja'far", "alamat": "Gang Sunyi 7, Desa Uji", "telepon": "0812 3456 7890"},
    "rahasia": {"nama": "Wahyuningsih", "alamat": "Jl. Rahasia 11", "telepon": "0813-9999-1111"},
}


@tagged("standard", "post_install", "-at_install")
class TestBundel(CetakMixin, KantorHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()
        cls.kasus = {
            identitas: cls().jalan(cls.buat(identitas, pelapor=orang)[0], 18) for identitas, orang in ORANG.items()
        }
        cls.env.flush_all()

    def buat_bundel(self, pengaduan, bentuk="zip", login="pengadmin", **isi):
        """Return a bundle as somebody makes it: its pages, or its files by name."""
        hasil = self.sebagai(login, pengaduan)._tempuh("bundel", bentuk=bentuk, **isi)
        with hasil.berkas:
            berkas = hasil.berkas.read()
        if hasil.nama.endswith(".pdf"):
            return PdfReader(io.BytesIO(berkas))
        with zipfile.ZipFile(io.BytesIO(berkas)) as arsip:
            return {nama: arsip.read(nama) for nama in arsip.namelist()}

    def test_one(self):
        import time

        kasus = self.kasus["terbuka"]
        for bentuk in ("pdf", "zip", "ombudsman"):
            t = time.time()
            hasil = self.sebagai("kadis", kasus)._tempuh("bundel", bentuk=bentuk)
            data = hasil.berkas.read()
            print(bentuk, hasil.nama, len(data), time.time() - t)
            open(
                f"/tmp/wt/bundel.out.{hasil.nama.rsplit('.')[-1] if bentuk != 'ombudsman' else 'omb.zip'}", "wb"
            ).write(data)
        for nama, isi in self.buat_bundel(kasus).items():
            print(nama, len(isi))
        print(self.buat_bundel(kasus)["DAFTAR ISI.txt"].decode())
        print(kasus.kartu_ids.sorted("urutan")[-1].keluaran)
