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


def lambang():
    """Return the emblem of the demo office (base64 PNG), which no government bears: a river, a house, a star."""
    sisi = 1024
    gambar = Image.new("RGBA", (sisi, sisi), (255, 255, 255, 0))
    pena = ImageDraw.Draw(gambar)
    hijau, emas, biru, putih = (18, 92, 64, 255), (214, 164, 40, 255), (36, 104, 168, 255), (255, 255, 255, 255)

    def perisai(tepi):
        kiri, kanan, atas, bahu, ujung = 112 + tepi, 912 - tepi, 40 + tepi, 560, 990 - tepi
        return [(kiri, atas), (kanan, atas), (kanan, bahu), (760, 800), (512, ujung), (264, 800), (kiri, bahu)]

    pena.polygon(perisai(0), fill=emas)
    pena.polygon(perisai(26), fill=hijau)
    for baris in range(3):  # the river
        gelombang = [(150 + x, 690 + baris * 56 + 16 * math.sin(x / 58)) for x in range(0, 725, 8)]
        pena.line(gelombang, fill=biru if baris else putih, width=30, joint="curve")
    pena.polygon([(512, 300), (250, 500), (774, 500)], fill=emas)  # the roof of a long house
    pena.rectangle([310, 500, 714, 640], fill=putih)
    for tiang in range(330, 714, 88):
        pena.rectangle([tiang, 530, tiang + 44, 640], fill=hijau)
    bintang = [
        (512 + jari * math.sin(titik * math.pi / 5), 185 - jari * math.cos(titik * math.pi / 5))
        for titik in range(10)
        for jari in [88 if titik % 2 == 0 else 36]
    ]
    pena.polygon(bintang, fill=emas)
    # What the river paints beyond the shield is cut off.
    topeng = Image.new("L", (sisi, sisi), 0)
    ImageDraw.Draw(topeng).polygon(perisai(0), fill=255)
    gambar.putalpha(topeng)
    return base64.b64encode(_png(gambar.resize((512, 512), Image.LANCZOS))).decode()


def _png(gambar):
    keluaran = io.BytesIO()
    gambar.save(keluaran, "PNG")
    return keluaran.getvalue()
