"""The mark of a mail that comes in by the fetching job or the mail gateway; see ``dasar/atas_nama.py``."""

from odoo.exceptions import AccessError

from ..dasar.atas_nama import AtasNama, atas_nama, boleh_atas_nama


class Gerbang(AtasNama):
    """A mail is coming in: it makes a case or finds one, and brings its own sender."""


def lewat_gerbang(records):
    """Let mails in until the block ends."""
    return atas_nama(records, Gerbang)


def dari_gerbang(env):
    """Return whether a mail is coming in, whoever ``env.user`` and whatever ``env.su`` is."""
    return boleh_atas_nama(env, Gerbang)


def cek_gerbang(env):
    """Raise unless a mail is coming in."""
    if not dari_gerbang(env):
        raise AccessError(env._("Mails come in by the mail gateway only."))
