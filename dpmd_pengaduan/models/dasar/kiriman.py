"""What citizens send: photos, PDFs and voice notes, kept with nothing in them that tells who made them and where."""

from odoo.exceptions import UserError
from odoo.tools import LazyTranslate

from .berkas import bersihkan_berkas
from .pdf_bersih import Ditolak, bersihkan_terpisah
from .suara import BukanSuara, TerlaluPanjang, jenis_suara, suara_bersih

_lt = LazyTranslate(__name__)

MAKS_SUARA_KB = 1500  # a minute as phones record it takes some 150 to 500
AKHIRAN_SUARA = {"audio/ogg": "ogg", "audio/webm": "weba", "audio/mp4": "m4a"}
KATA_TOLAK = {
    "terkunci": _lt("the PDF is locked; print it to a new PDF, or take a photo of each page"),
    "isian": _lt("the PDF is a form that is filled in; print it to a new PDF, or take a photo of each page"),
    "kumpulan": _lt("the PDF is a collection of files; send each of them by itself"),
    "halaman": _lt("the PDF has no pages, or more than 200; send the pages that matter"),
    "rumit": _lt("the PDF is too complicated to be checked; print it to a new PDF, or take a photo of each page"),
    "rusak": _lt("the PDF is damaged; print it to a new PDF, or take a photo of each page"),
    "pustaka": _lt("PDFs cannot be checked at the moment; take a photo of each page"),
}


def bersihkan_kiriman(env, isi, maks_mb, suara=True):
    """Check a file that a citizen sent, and take out of it all that tells who made it, when, where and with what.

    Scans of officers are evidence as they are and go by ``bersihkan_berkas``.

    :param env: for the language of the messages
    :param bytes isi: the file
    :param int maks_mb: largest size
    :param bool suara: whether it may be a voice note
    :return: content (bytes), MIME type and file extension
    :raise UserError: why the file is refused, and what to do
    """
    jenis = suara and jenis_suara(isi)
    if jenis:
        if len(isi) > MAKS_SUARA_KB * 1024:
            raise UserError(env._("a voice note may last a minute; record two shorter ones"))
        try:
            return suara_bersih(isi), jenis, AKHIRAN_SUARA[jenis]
        except TerlaluPanjang:
            raise UserError(env._("a voice note may last a minute; record two shorter ones")) from None
        except BukanSuara:
            raise UserError(env._("not a photo (JPEG, PNG, WebP), a PDF or a voice note recorded here")) from None
    isi, mimetype, akhiran = bersihkan_berkas(env, isi, maks_mb)
    if mimetype == "application/pdf":
        try:
            isi = bersihkan_terpisah(isi)
        except Ditolak as tolak:
            raise UserError(env._(KATA_TOLAK[str(tolak)])) from None
    return isi, mimetype, akhiran
