"""What a citizen reads where a public page cannot be shown: in plain words, with what was typed and what to do."""

from odoo.http import request
from werkzeug.exceptions import HTTPException

from .halaman import halaman

# Keys, choices and pictures: what else was posted are a person's words.
BUKAN_KATA = {"csrf_token", "token", "token_pertama", "kode", "ttd", "catatan_lain", "surat_id", "pesan", "terkirim"}
BUKAN_KATA |= {"identitas", "jenis", "desa", "desa_tinggal", "persetujuan", "ttd_nanti", "kuasa", "menurut", "nilai"}
BUKAN_KATA |= {"terlapor_dpmd", "terlapor_pejabat", "terlapor_bidang", "yakin", "di_kertas", "peserta", "menolak"}
MAKS_KATA = 20_000


def _kalimat(env, kode):
    """Return title, sentence and what to do for an HTTP status."""
    kini = env._("Nothing you wrote is lost. Please press “Send again” in a few minutes.")
    semua = {
        400: (
            env._("This could not be read"),
            env._("Something in the address or in what was sent could not be read."),
            env._("Please open the page anew and try once more."),
        ),
        403: (
            env._("Sent from another page"),
            env._("For your safety we only take what is sent from our own pages."),
            env._("Please copy your words from below, open the form anew and send them there."),
        ),
        404: (
            env._("This page does not exist"),
            env._("The address is mistyped, or the page is no longer there."),
            env._("Choose above where you want to go."),
        ),
        405: (
            env._("Nothing was sent"),
            env._("This address only takes what is sent from a form."),
            env._("Choose above where you want to go."),
        ),
        413: (
            env._("Too large to be sent"),
            env._("The files together are larger than our server takes. Nothing has arrived."),
            env._(
                "Go back: your words are still in the form. Send them without the files first; afterwards you can "
                "send the photos one by one."
            ),
        ),
        429: (
            env._("Very many people are writing at this moment"),
            env._("Our server asks for a moment of patience."),
            kini,
        ),
    }
    lain = (
        env._("Our server has a fault"),
        env._("This is our fault, not yours, and not your connection's. Nothing has arrived yet."),
        kini,
    )
    return semua.get(kode, semua[400] if 400 <= kode < 500 else lain)


def _kiriman():
    """Return what was posted and can be read, as ``[(name, value)]``."""
    try:
        return [(nama, nilai[:MAKS_KATA]) for nama, nilai in request.httprequest.form.items(multi=True)]
    except HTTPException:  # too large, or no form at all
        return []


def halaman_galat(kode):
    """Return the page of an error, with the words that were posted and a button to send them again.

    :param int kode: HTTP status
    """
    judul, kalimat, saran = _kalimat(request.env, kode)
    kiriman = _kiriman() if request.httprequest.method == "POST" else []
    # What another site has filled in is not sent with one press.
    boleh_ulang = bool(kiriman) and kode not in (403, 405, 413)
    return halaman(
        "galat",
        status=kode,
        judul_galat=judul,
        kalimat=kalimat,
        saran=saran,
        kata=[nilai for nama, nilai in kiriman if nama not in BUKAN_KATA and nilai.strip()],
        kiriman=kiriman if boleh_ulang else [],
        alamat=request.httprequest.path,
    )
