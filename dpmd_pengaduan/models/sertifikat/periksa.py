"""Whether what came back is the paper that was sent, with one good signature more and nothing else."""

import io
from datetime import UTC, datetime, timedelta

from ..naskah.pdf_luar import Ditolak, baca_terpisah
from .penyedia import Gagal

MAKS = 2**24  # bytes; a paper has at most 10 MB
SELISIH_JAM = timedelta(minutes=5)
DITERIMA = ("sah", "tidak_dikenal")  # of an unknown issuer too: that is said, and nothing more than that

# What a signature changes in objects that were there before.
DI_AKAR = {"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Perms", "/Version"}
DI_FORMULIR = {"/Fields", "/SigFlags", "/DR", "/DA"}


def periksa(asli, isi, akar):
    """Return what the newest signature of a certified paper says, see ``pdf_luar.baca``.

    :param bytes asli: the frozen paper
    :param bytes isi: what came back
    :param list akar: certificates (PEM, text) of the issuers that are trusted
    :raise Gagal: it is not that paper, or not signed as it has to be
    """
    if not isi.startswith(asli) or not len(asli) < len(isi) <= MAKS:
        raise Gagal("lain")
    try:
        tanda = baca_terpisah(isi, akar)
    except Ditolak:
        raise Gagal("rusak") from None
    if not tanda:
        raise Gagal("lain")
    satu = tanda[-1]
    if satu["hasil"] not in DITERIMA:
        raise Gagal("tidak_sah", satu["hasil"])
    try:
        _hanya_ditambah(asli, isi)  # it was read within limits just now
    except Gagal:
        raise
    except Exception:  # whatever a library says of a file that is not as it should be
        raise Gagal("rusak") from None
    return satu


def _hanya_ditambah(asli, isi):
    """Raise unless a file shows what another showed, and its newest signature covers all of it, now."""
    from pyhanko.pdf_utils.generic import Reference
    from pyhanko.pdf_utils.reader import PdfFileReader

    lama, baru = (PdfFileReader(io.BytesIO(satu), strict=False) for satu in (asli, isi))
    boleh = {_nomor(lama.root_ref): DI_AKAR}
    for halaman in _halaman(lama):
        boleh[_nomor(halaman.container_ref)] = {"/Annots"}
    if "/AcroForm" in lama.root:
        boleh.setdefault(_nomor(lama.root["/AcroForm"].container_ref), set()).update(DI_FORMULIR)
    # Lists and notes that may be swapped as a whole; what is in the lists is looked at below.
    lepas = [(lama.root, "/Metadata"), (lama.trailer_view, "/Info"), (_ambil(lama.root, "/AcroForm", {}), "/Fields")]
    lepas += [(halaman, "/Annots") for halaman in _halaman(lama)]
    bebas = {_nomor(kamus.raw_get(kunci)) for kamus, kunci in lepas if kunci in kamus and _rujukan(kamus, kunci)}
    if _nomor(lama.root_ref) != _nomor(baru.root_ref):
        raise Gagal("diubah")
    if len(baru.embedded_signatures) != len(lama.embedded_signatures) + 1:
        raise Gagal("lain")
    for revisi in range(lama.xrefs.total_revisions):
        for rujukan in lama.xrefs.explicit_refs_in_revision(revisi):
            nomor = _nomor(rujukan)
            if nomor in bebas:
                continue
            dulu, kini = (
                _tulis(satu.get_object(Reference(*nomor, satu)), boleh.get(nomor, ())) for satu in (lama, baru)
            )
            if dulu != kini:
                raise Gagal("diubah")
    for dulu, kini in zip(_halaman(lama), _halaman(baru), strict=True):
        _cek_catatan(_ambil(dulu, "/Annots", []), _ambil(kini, "/Annots", []))
    _cek_tanda(baru.embedded_signatures[-1], len(asli))


def _cek_catatan(dulu, kini):
    """Raise unless what was added on a page is a signature that shows nothing."""
    if list(map(_tulis, dulu)) != list(map(_tulis, kini))[: len(dulu)]:
        raise Gagal("diubah")
    for satu in _isi(kini)[len(dulu) :]:
        x1, y1, x2, y2 = map(float, satu["/Rect"])
        jenis = _ambil(satu, "/FT") or _ambil(_ambil(satu, "/Parent", {}), "/FT")
        if jenis != "/Sig" or (x1 != x2 and y1 != y2):
            raise Gagal("diubah")


def _cek_tanda(tanda, panjang):
    """Raise unless a signature covers the frozen bytes, by a certificate in force and a clock like ours."""
    mulai, sampai, *_sisa = map(int, tanda.byte_range)
    if mulai != 0 or sampai < panjang:
        raise Gagal("lain")
    waktu = tanda.self_reported_timestamp
    if not waktu or abs(waktu - datetime.now(UTC)) > SELISIH_JAM:
        raise Gagal("jam", waktu.astimezone(UTC).isoformat(" ", "minutes") if waktu else "")
    sertifikat = tanda.signer_cert
    if not sertifikat.not_valid_before - SELISIH_JAM <= waktu <= sertifikat.not_valid_after:
        raise Gagal("kedaluwarsa")


def _halaman(pembaca):
    """Return the pages of a file, as dictionaries."""
    hasil, antre = [], [pembaca.root["/Pages"]]
    while antre:
        satu = antre.pop(0)
        if "/Kids" in satu:
            antre = [*_isi(satu["/Kids"]), *antre]
        else:
            hasil.append(satu)
    return hasil


def _isi(daftar):
    """Return what is in a list of a file, where looping over it would give where that stands."""
    return [daftar[ke] for ke in range(len(daftar))]


def _ambil(kamus, kunci, lain=None):
    """Return a value of a dictionary of a file, where its ``get`` would give where that stands."""
    return kamus[kunci] if kunci in kamus else lain  # noqa: SIM401


def _rujukan(kamus, kunci):
    return hasattr(kamus.raw_get(kunci), "idnum")


def _nomor(rujukan):
    return rujukan.idnum, rujukan.generation


def _tulis(objek, tanpa=()):
    """Return an object as it is written in a file (bytes), without some of its keys."""
    if tanpa:
        objek = type(objek)({kunci: objek.raw_get(kunci) for kunci in objek if kunci not in tanpa})
    keluar = io.BytesIO()
    objek.write_to_stream(keluar, None)
    return keluar.getvalue()
