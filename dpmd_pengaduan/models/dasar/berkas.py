"""Files and signatures that citizens send: known by their content, never by name or by what the browser says."""

import base64
import binascii
import io

from odoo.exceptions import UserError
from odoo.tools.mimetypes import guess_mimetype
from PIL import Image, ImageOps, WebPImagePlugin

JENIS_BERKAS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
FORMAT_GAMBAR = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": WebPImagePlugin.WebPImageFile.format}
# A small file can unpack to gigabytes. Read at these limits, no picture takes more than some 250 MB: a JPEG is read
# at a fraction of its size, the others are held whole.
MAKS_PIKSEL = {"JPEG": 50_000_000, "PNG": 16_000_000, "WEBP": 16_000_000}
MAKS_PIKSEL_TTD = 2_000_000
SISI_GAMBAR = 2560  # still legible in print
SISI_TTD = 1200
MAKS_TTD = 200_000
AWALAN_PNG = "data:image/png;base64,"


def perlu_diurai(isi):
    """Return whether a file (bytes) is of a kind that is taken: cleaning it is work."""
    return guess_mimetype(isi) in JENIS_BERKAS


def bersihkan_berkas(env, isi, maks_mb):
    """Check a file by its content and take out of an image what it carries along (place, device, owner).

    A PDF stays as it is to the last byte; that of a citizen goes by ``bersihkan_kiriman``.

    :param env: for the language of the messages
    :param bytes isi: the file
    :param int maks_mb: largest size
    :return: content (bytes), MIME type and file extension
    :raise UserError: why the file is refused
    """
    if not isi:
        raise UserError(env._("the file is empty"))
    if len(isi) > maks_mb * 1024 * 1024:
        raise UserError(env._("larger than %(mb)s MB", mb=maks_mb))
    mimetype = guess_mimetype(isi)
    if mimetype not in JENIS_BERKAS:
        raise UserError(env._("not a photo (JPEG, PNG, WebP) or PDF"))
    if mimetype == "application/pdf":
        if not isi.startswith(b"%PDF-"):
            raise UserError(env._("not a photo (JPEG, PNG, WebP) or PDF"))
        return isi, mimetype, JENIS_BERKAS[mimetype]
    format_gambar = FORMAT_GAMBAR[mimetype]
    bersih = _tulis_ulang(env, isi, format_gambar, SISI_GAMBAR, MAKS_PIKSEL[format_gambar])
    return bersih, mimetype, JENIS_BERKAS[mimetype]


def baca_tanda_tangan(env, data):
    """Return the signature drawn on the screen as a small clean PNG.

    :param str data: a ``data:image/png;base64,`` URL
    :return: base64 (bytes); ``None`` where nothing was drawn
    :raise UserError: the data is no such picture
    """
    rusak = UserError(env._("The signature could not be read. Please draw it again."))
    if not data:
        return None
    if not data.startswith(AWALAN_PNG) or len(data) > MAKS_TTD * 4 / 3:
        raise rusak
    try:
        isi = base64.b64decode(data[len(AWALAN_PNG) :], validate=True)
    except binascii.Error:
        raise rusak from None
    if guess_mimetype(isi) != "image/png":
        raise rusak
    try:
        png = _tulis_ulang(env, isi, "PNG", SISI_TTD, MAKS_PIKSEL_TTD)
    except UserError:
        raise rusak from None
    with Image.open(io.BytesIO(png)) as gambar:
        if all(rendah == tinggi for rendah, tinggi in gambar.convert("RGBA").getextrema()):
            return None  # one single colour: nothing was drawn
    return base64.b64encode(png)


def _tulis_ulang(env, isi, format_gambar, sisi, maks_piksel):
    """Decode and encode an image again: only its pixels survive. Too many are refused before one is read."""
    try:
        with Image.open(io.BytesIO(isi), formats=[format_gambar]) as gambar:
            if gambar.width * gambar.height > maks_piksel:
                raise UserError(env._("the picture has too many pixels"))
            gambar.thumbnail((sisi, sisi), reducing_gap=1)  # before anything reads a large JPEG whole
            bersih = ImageOps.exif_transpose(gambar)
            if bersih.mode not in ("RGB", "RGBA", "L"):
                bersih = bersih.convert("RGBA" if format_gambar != "JPEG" else "RGB")
            piksel = Image.new(bersih.mode, bersih.size)
            piksel.paste(bersih)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UserError(env._("the picture is damaged")) from None
    keluar = io.BytesIO()
    piksel.save(keluar, format=format_gambar, **({"quality": 85} if format_gambar != "PNG" else {"optimize": True}))
    return keluar.getvalue()


def nama_berkas(nama, akhiran, urutan=0):
    """Return the name a file is kept under, with the ending its content has.

    :param int urutan: number that stands for a name that may tell who sent it
    """
    polos = f"lampiran-{urutan}" if urutan else nama.rpartition(".")[0][:80] or nama[:80]
    return f"{polos}.{akhiran}"
