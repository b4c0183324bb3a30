"""Pictures on paper: they travel inside it as data URIs and are never fetched."""

import base64
import io

import qrcode
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


def _data_uri(png):
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
