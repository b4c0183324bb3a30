"""Scans of what was signed with ink: the paper's own picture, checked by its content."""

import base64
import binascii

from odoo.exceptions import UserError

from ..dasar.berkas import bersihkan_berkas


def baca_pindaian(company, data):
    """Return a scan that was uploaded: content (bytes), MIME type and file extension.

    :param company: the office, whose limit of size holds
    :param data: base64
    :raise UserError: why it is refused
    """
    env = company.env
    try:
        isi = base64.b64decode(data or b"")
        return bersihkan_berkas(env, isi, env["dpmd.instansi"]._milik(company).maks_berkas_mb)
    except (binascii.Error, ValueError, UserError) as galat:
        sebab = galat if isinstance(galat, UserError) else env._("not a photo (JPEG, PNG, WebP) or PDF")
        raise UserError(env._("The scan is not taken: %(sebab)s.", sebab=sebab)) from None
