"""Drawings for the demo: signatures, and scans of papers that never existed."""

import base64
import io
import math
import random

from PIL import Image, ImageDraw


def tanda_tangan(nama):
    """Return an invented signature (base64 PNG), the same for the same name."""
    acak = random.Random(nama)
    gambar = Image.new("RGBA", (360, 120), (255, 255, 255, 0))
    pena = ImageDraw.Draw(gambar)
    titik, lebar = [], acak.uniform(22, 34)
    for langkah in range(160):
        sudut = langkah / 160 * math.pi * acak_putaran(nama)
        x = 30 + langkah * 1.7 + math.cos(sudut) * lebar
        y = 60 + math.sin(sudut * 1.3) * (38 - langkah / 8)
        titik.append((x, y))
    pena.line(titik, fill=(16, 42, 92, 255), width=3, joint="curve")
    pena.line([(40, 96), (320, 96 - acak.uniform(4, 22))], fill=(16, 42, 92, 255), width=3)
    return base64.b64encode(_png(gambar)).decode()


def acak_putaran(nama):
    """Return how often the pen of a name turns."""
    return 8 + sum(map(ord, nama)) % 7


def pindaian(*baris):
    """Return the scan of a typed page (PNG bytes)."""
    gambar = Image.new("L", (620, 877), 246)
    pena = ImageDraw.Draw(gambar)
    pena.line([(60, 90), (560, 90)], fill=60, width=3)
    for nomor, isi in enumerate(baris):
        pena.text((64, 120 + nomor * 26), isi, fill=40, font_size=15)
    return _png(gambar)


def _png(gambar):
    keluaran = io.BytesIO()
    gambar.save(keluaran, "PNG")
    return keluaran.getvalue()
