"""Pictures on paper: they travel inside it as data URIs and are never fetched."""

import base64
import io
import math

import qrcode
from markupsafe import Markup
from odoo.exceptions import UserError
from odoo.tools.image import image_process


def gambar(isi):
    """Return a raster image (base64) as a data URI of a PNG made anew; empty for anything else."""
    try:
        isi = base64.b64decode(isi or b"")
        png = image_process(isi, size=(800, 800), verify_resolution=True, output_format="PNG")
    except (ValueError, UserError):
        return ""
    return _data_uri(png) if png and png.startswith(b"\x89PNG") else ""


def qr(isi):
    """Return the QR code of an address or a number as a data URI."""
    png = io.BytesIO()
    qrcode.make(isi, border=0, box_size=8).save(png, "PNG")
    return _data_uri(png.getvalue())


def cap(kata, lebar, tinggi):
    """Return CSS that runs a word across every page, behind what is printed.

    :param str kata: KONSEP, CONTOH
    :param int lebar: of the page, mm
    :param int tinggi: of the page, mm
    """
    sudut = -math.degrees(math.atan2(tinggi, lebar))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}"><text x="{lebar / 2}" y="{tinggi / 2}"'
        f' transform="rotate({sudut:.1f} {lebar / 2} {tinggi / 2})" text-anchor="middle" dominant-baseline="central"'
        f' font-family="Naskah Sans" font-weight="bold" font-size="52" fill="#e6e6e6">{kata}</text></svg>'
    )
    return Markup(
        '@page { background: url("data:image/svg+xml;base64,%s") no-repeat; background-size: 100%% 100%% }'
    ) % (base64.b64encode(svg.encode()).decode())


def _data_uri(png):
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
