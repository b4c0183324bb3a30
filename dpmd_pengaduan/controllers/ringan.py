"""What the controllers of the light public pages share."""

from odoo.http import request

# No session and no cookie: an open page works after a week, after a restart, and where cookies are blocked.
# What protects a POST is said at ``ir.http`` (models/publik).
HALAMAN_BAKU = {
    "website": True,
    "auth": "public",
    "csrf": False,
    "save_session": False,
    "max_content_length": 64 * 2**20,  # the words and, without a script, all files at once
}


def hari_dijanjikan():
    """Return the days of each clock that is on in the website's office, by its code."""
    company_sudo = request.website.sudo().company_id
    domain = [("company_id", "=", company_sudo.id)]
    return {tenggat.kode: tenggat.jumlah for tenggat in request.env["dpmd.tenggat"].sudo().search(domain)}


def alamat_jaringan():
    return request.httprequest.remote_addr


def terlalu_sering(kegiatan):
    """Return whether this connection has used up its tries, see ``dpmd.percobaan``."""
    return request.env["dpmd.percobaan"]._terlalu_sering(kegiatan, alamat_jaringan())


def boleh_kirim_berkas(milik):
    """Return whether files or a signature may be sent once more for a record, and count that they were.

    Asked before anything is decoded.

    :param milik: the complaint's pelapor or the meeting: no neighbour can use up what is another's
    """
    Percobaan, pelaku = request.env["dpmd.percobaan"], str(milik)
    if Percobaan._terlalu_sering("unggah", pelaku):
        return False
    Percobaan._hitung("unggah", pelaku)
    return True


def tolak_semua(berkas):
    """Return files that were not looked at as refused ones: ``[(name, why)]``."""
    return [(nama, kalimat_berkas(request.env)) for nama, _isi in berkas]


def kalimat_berkas(env):
    """Return the sentence for whoever may not."""
    return env._("Very many signatures and files came for this within an hour. Please try again in an hour.")


def kalimat_basi(env):
    """Return the sentence for a ticket that has run out."""
    return env._("For your safety this page is shown for an hour only. Please type your number to go on.")
