"""What a PDF made elsewhere is, and what the electronic signatures in it say.

A hostile file can make any reader of it slow, hungry or dead. So it is read by this module as a program of its own,
which knows nothing of Odoo, may use so much time and memory and no more, and reaches for nothing outside.
"""

import io
import json
import logging
import subprocess
import sys
from datetime import UTC, datetime

MAKS_HALAMAN = 500
MAKS_OBJEK = 100_000
MAKS_TANDA_TANGAN = 50
MAKS_NAMA = 120

# What a finished letter does not do or hold: it could show another thing to each reader, or start a program.
AKSI_AKTIF = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm", "/Rendition", "/GoToE"}
KUNCI_AKTIF = {"/JS", "/JavaScript", "/XFA"}
JENIS_AKTIF = {"/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"}
ISIAN = {"/Tx", "/Ch", "/Btn"}  # kinds of form fields people fill in


class Ditolak(Exception):
    """Why a file is not taken: a key of ``KATA_TOLAK`` (``dokumen_luar.py``)."""


def baca_terpisah(isi, akar):
    """Return what a file is, read by a program of its own.

    :param bytes isi: the file
    :param list akar: certificates (PEM, text) of the issuers that are trusted
    :return: list of its signatures, see ``baca``
    :raise Ditolak: it is no PDF that can be taken
    """
    from ..dasar.terpisah import jalankan_terpisah

    try:
        hasil = json.loads(jalankan_terpisah(__file__, json.dumps(akar).encode() + b"\n" + isi))
    except (subprocess.SubprocessError, ValueError):
        raise Ditolak("rumit") from None
    if "tolak" in hasil:
        raise Ditolak(hasil["tolak"])
    return hasil["tanda_tangan"]


def baca(isi, akar):
    """Return the electronic signatures of a PDF, in the order in which they were put there.

    :return: list of dicts: ``hasil`` (a key of ``HASIL_TANDA_TANGAN``), and where they can be read ``nama``,
        ``penerbit``, ``waktu`` (UTC, ISO), ``cap_waktu`` (whether a trusted time-stamp says so, not only who signed)
    :raise Ditolak: it is no PDF that can be taken
    """
    ada = periksa_bentuk(isi)
    try:
        return tanda_tangan(isi, akar)
    except (Ditolak, ImportError):
        raise
    except Exception:  # whatever a library says of a file that is not as it should be
        return [{"hasil": "tidak_terbaca"}] if ada else []


# ----------------------------------------------------------------------
# The file
# ----------------------------------------------------------------------


def periksa_bentuk(isi):
    """Raise unless a file is a finished letter: pages, open to be read, with nothing in it but what they show.

    :return: whether there is a signature in it
    """
    from pypdf import PdfReader

    try:
        pembaca = PdfReader(io.BytesIO(isi))
        if pembaca.is_encrypted:
            raise Ditolak("terkunci")
        if not 1 <= len(pembaca.pages) <= MAKS_HALAMAN:
            raise Ditolak("halaman")
        for halaman in pembaca.pages:
            halaman.mediabox  # noqa: B018
        return sum(map(_periksa_satu, _kamus(pembaca))) > 0  # every one of them is looked at
    except (Ditolak, ImportError, MemoryError):
        raise
    except Exception:  # whatever a library says of a file that is not as it should be
        raise Ditolak("rusak") from None


def _kamus(pembaca):
    """Yield every dictionary in the file, also one that no page shows."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    alamat = {(0, nomor) for nomor in pembaca.xref_objStm}
    alamat |= {(generasi, nomor) for generasi, isi in pembaca.xref.items() for nomor in isi}
    if len(alamat) > MAKS_OBJEK:
        raise Ditolak("rumit")
    antre = [pembaca.trailer]
    for generasi, nomor in sorted(alamat):
        antre.append(pembaca.get_object(IndirectObject(nomor, generasi, pembaca)))
        while antre:
            satu = antre.pop()
            if isinstance(satu, DictionaryObject):
                yield satu
                antre += dict.values(satu)
            elif isinstance(satu, ArrayObject):
                antre += list(list.__iter__(satu))


def _periksa_satu(kamus):
    """Raise where a dictionary is more than a page; return whether it is a signature."""
    if KUNCI_AKTIF & kamus.keys() or kamus.get("/S") in AKSI_AKTIF or kamus.get("/Subtype") in JENIS_AKTIF:
        raise Ditolak("aktif")
    # What stands on no page is read by nobody who signs it.
    if "/EF" in kamus or "/EmbeddedFiles" in kamus or kamus.get("/Type") == "/EmbeddedFile":
        raise Ditolak("lampiran")
    if kamus.get("/FT") in ISIAN:
        raise Ditolak("isian")
    return "/ByteRange" in kamus


# ----------------------------------------------------------------------
# Its signatures
# ----------------------------------------------------------------------


def tanda_tangan(isi, akar):
    """Return what the signatures of a PDF say, see ``baca``. Nothing is asked of any server."""
    from asn1crypto import pem, x509
    from pyhanko.pdf_utils.reader import PdfFileReader

    # Word writes its cross-references in two ways at once, which the strict reading refuses.
    pembaca = PdfFileReader(io.BytesIO(isi), strict=False)
    semua = pembaca.embedded_signatures
    if len(semua) > MAKS_TANDA_TANGAN:
        raise Ditolak("rumit")
    akar = [x509.Certificate.load(pem.unarmor(satu.encode())[2]) for satu in akar]
    return [_periksa_tanda_tangan(pembaca, satu, akar) for satu in semua]


def _periksa_tanda_tangan(pembaca, satu, akar):
    from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp

    hasil = {"hasil": "tidak_terbaca"}
    try:
        sertifikat = satu.signer_cert
        hasil["nama"], hasil["penerbit"] = (_nama(satu) for satu in (sertifikat.subject, sertifikat.issuer))
        if satu.sig_object_type == "/DocTimeStamp":
            status = validate_pdf_timestamp(satu, _penilai(pembaca, akar))
            hasil |= _waktu(status.timestamp, status.trusted)
        else:
            status = validate_pdf_signature(satu, _penilai(pembaca, akar))
            cap = status.timestamp_validity
            dicap = bool(cap and cap.trusted)
            hasil |= _waktu(cap.timestamp if dicap else status.signer_reported_dt, dicap)
        hasil["hasil"] = _hasil(status, terakhir=satu.signed_revision == pembaca.total_revisions - 1)
    except Exception:  # one that is damaged says nothing about the others
        logging.getLogger(__name__).debug("a signature could not be checked", exc_info=True)
    return hasil


def _penilai(pembaca, akar):
    """Return whom to trust: the given issuers and nobody else, with what the file itself brings along."""
    from pyhanko.sign.validation.dss import DocumentSecurityStore
    from pyhanko.sign.validation.errors import NoDSSFoundError
    from pyhanko_certvalidator import ValidationContext

    pilihan = {"trust_roots": akar, "allow_fetching": False, "revocation_mode": "soft-fail"}
    try:
        return DocumentSecurityStore.read_dss(pembaca).as_validation_context(pilihan)
    except NoDSSFoundError:
        return ValidationContext(**pilihan)


def _hasil(status, terakhir):
    """Return the verdict on a signature, the worst first.

    :param bool terakhir: whether it belongs to the newest version of the file
    """
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if not (status.intact and status.valid):
        return "rusak"
    # Afterwards only further versions may have come, with further signatures and what keeps them checkable.
    cukup = SignatureCoverageLevel.ENTIRE_FILE if terakhir else SignatureCoverageLevel.ENTIRE_REVISION
    if (
        status.coverage < cukup
        or status.modification_level in (None, ModificationLevel.ANNOTATIONS, ModificationLevel.OTHER)
        or status.docmdp_ok is False
    ):
        return "diubah"
    if status.trusted:
        return "sah"
    if status.revoked:
        return "dicabut"
    sebab, sertifikat = getattr(status.trust_problem_indic, "name", ""), status.signing_cert
    if status.validation_path and not sertifikat.not_valid_before <= datetime.now(UTC) <= sertifikat.not_valid_after:
        return "kedaluwarsa"
    return "tidak_pantas" if "CONSTRAINTS" in sebab else "tidak_dikenal"


def _nama(nama):
    """Return a name in a certificate as people call it."""
    isi = nama.native
    return str(isi.get("common_name") or isi.get("organization_name") or nama.human_friendly)[:MAKS_NAMA]


def _waktu(waktu, dicap):
    if not waktu:
        return {}
    return {"waktu": waktu.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "seconds"), "cap_waktu": dicap}


def utama():
    """Read a file from the standard input, its trusted issuers before it; write what it is, as JSON."""
    logging.disable()  # what the libraries say of a bad file helps nobody, and may hold its words
    akar, _garis, isi = sys.stdin.buffer.read().partition(b"\n")
    try:
        hasil = {"tanda_tangan": baca(isi, json.loads(akar))}
    except Ditolak as sebab:
        hasil = {"tolak": str(sebab)}
    except ImportError:
        hasil = {"tolak": "pustaka"}
    sys.stdout.write(json.dumps(hasil))


if __name__ == "__main__":
    utama()
