"""The short code of an official paper, such as 7K3QD-9MXW2-T: ten random characters, one that finds typing errors."""

import re
import secrets

LAMAN = "/pengaduan/verifikasi"  # where it is typed in

# Crockford's base 32, without I, L, O and U. Ten of them are 50 bits: far too many to be found by trying.
HURUF = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
POLA = re.compile(rb"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]")


def buat_kode():
    """Return a new code as it is shown."""
    acak = "".join(secrets.choice(HURUF) for _ke in range(10))
    return _tulis(acak + _periksa(acak))


def baca_kode(teks):
    """Return a code that was typed as it is shown; empty where its check character says it is mistyped."""
    teks = re.sub(r"[\s.\-\u2010-\u2015_]", "", teks[:100].upper()).translate(str.maketrans("OIL", "011"))
    if len(teks) != 11 or set(teks) - set(HURUF) or _periksa(teks[:10]) != teks[10]:
        return ""
    return _tulis(teks)


def kode_di_dalam(isi):
    """Return the codes that stand in a file (bytes)."""
    return {teks for teks in map(bytes.decode, POLA.findall(isi)) if baca_kode(teks)}


def _tulis(teks):
    return f"{teks[:5]}-{teks[5:10]}-{teks[10:]}"


def _periksa(acak):
    """Return the check character: the value of the others as a polynomial over the field of 32 elements.

    There it changes with every single character that is wrong and with any two that changed places.
    """
    nilai = 0
    for huruf in acak:
        nilai = (nilai ^ HURUF.index(huruf)) << 1
        if nilai & 32:
            nilai ^= 0b100101
    return HURUF[nilai]
