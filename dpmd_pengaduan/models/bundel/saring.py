"""No identity in a bundle: what is printed anew is blanked, what was issued and names somebody is kept apart."""

import io
import re

from markupsafe import escape
from pypdf import PdfReader

TUTUP = "[identitas pelapor]"
KATA = ("nama", "kuasa_nama", "alamat", "email")
ANGKA = ("telepon", "nik")
ANTARA = r"[\s.()/-]*"  # between the digits of a number, however it is written
TERBACA = re.compile(rb"[\t\n\r -~]{5,}")
MARKUP = re.compile(r"(<style.*?</style>|<[^>]*>)", re.DOTALL)  # what of a page is not its words


class Saringan:
    """What identifies some people, and whether and where it is said.

    It knows names, addresses, numbers and mail addresses as they were given: not a nickname, not what a picture shows.

    :param pelapor_sudo: the identities nothing may be said of (superuser; nothing of them leaves this object)
    """

    def __init__(self, pelapor_sudo):
        pola = [*_pola_kata(pelapor_sudo), *_pola_angka(pelapor_sudo)]
        self._pola = re.compile("|".join(pola), re.IGNORECASE) if pola else None

    def menyebut(self, isi):
        """Return whether a file (bytes) names one of them."""
        return bool(self._pola and self._pola.search(teks_berkas(isi)))

    def tutup(self, teks):
        """Return a text with all that identifies them blanked."""
        return self._pola.sub(TUTUP, teks) if self._pola and teks else teks

    def tutup_halaman(self, html):
        """Return a page (HTML) with the same blanked in its words; markup and pictures stay as they are."""
        bagian = MARKUP.split(html)
        bagian[::2] = map(self.tutup, bagian[::2])
        return "".join(bagian)


def teks_berkas(isi):
    """Return the words of a file (bytes): those on its pages if it is a PDF, its text, or what in it can be read."""
    if isi.startswith(b"%PDF-"):
        try:
            return "\n".join(lembar.extract_text() for lembar in PdfReader(io.BytesIO(isi)).pages)
        except Exception:  # a PDF from elsewhere may be broken in any way; then it is looked at as any file
            return _terbaca(isi)
    try:
        return isi.decode()
    except UnicodeDecodeError:
        return _terbaca(isi)


def _terbaca(isi):
    """Return the runs of plain letters in a file, such as what a camera writes into a photo."""
    return b"\n".join(TERBACA.findall(isi)).decode()


def _pola_kata(pelapor_sudo):
    """Yield a pattern for each value in words, as it is and as a page writes it."""
    for nilai in {satu[kolom] or "" for satu in pelapor_sudo for kolom in KATA}:
        if len(re.sub(r"\W", "", nilai)) < 3:
            continue
        for tulis in {nilai, str(escape(nilai))}:
            yield r"(?<!\w)" + r"\s+".join(map(re.escape, tulis.split())) + r"(?!\w)"


def _pola_angka(pelapor_sudo):
    """Yield a pattern for each number; that of a phone with or without the country."""
    for nilai in {satu[kolom] or "" for satu in pelapor_sudo for kolom in ANGKA}:
        angka = re.sub(r"\D", "", nilai)
        if len(angka) < 6:
            continue
        awal, angka = (r"(?:\+?62|0)" + ANTARA, angka.removeprefix("62").removeprefix("0"))
        yield rf"(?<!\d)(?:{awal})?" + ANTARA.join(angka) + r"(?!\d)"
