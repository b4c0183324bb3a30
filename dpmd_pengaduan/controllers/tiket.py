"""Tickets: what a page shows after a POST, sealed into its address for an hour.

Whoever reads the address, in a log or a history, reads nothing of it, and an hour later it opens nothing. So a page
can be loaded anew and gone back to without a cookie, and the receipt number itself stands in no address.
"""

import base64
import json

from cryptography.fernet import Fernet, InvalidToken
from odoo.http import request
from odoo.tools.misc import hmac

UMUR_DETIK = 60 * 60


def _segel():
    kunci = bytes.fromhex(hmac(request.env(su=True), "dpmd.tiket", "1"))
    return Fernet(base64.urlsafe_b64encode(kunci))


def buat_tiket(**isi):
    """Return a ticket for plain values."""
    return _segel().encrypt(json.dumps(isi).encode()).decode()


def baca_tiket(tiket):
    """Return what a ticket holds; nothing where it is none of ours or too old."""
    try:
        return json.loads(_segel().decrypt(tiket.encode(), ttl=UMUR_DETIK))
    except (InvalidToken, AttributeError, UnicodeError):
        return {}
