"""The number on the receipt: 15 random digits and one that shows a typing error."""

import unicodedata

from stdnum import damm

PANJANG = 16


def angka(kode):
    """Return the digits of what somebody typed, of whatever script; over HTTP it may be anything, also a file."""
    kode = kode if isinstance(kode, str) else ""
    return "".join(str(unicodedata.decimal(huruf)) for huruf in kode if huruf.isdecimal())


def nomor(acak):
    """Return the number made from a random integer."""
    awal = f"{acak % 10 ** (PANJANG - 1):0{PANJANG - 1}d}"
    return awal + damm.calc_check_digit(awal)


def tulis(kode):
    """Return a number in groups of four digits."""
    digit = angka(kode)
    return " ".join(digit[i : i + 4] for i in range(0, PANJANG, 4))


def salah_ketik(env, kode):
    """Return in words why something typed cannot be a number; empty where it may be one."""
    digit = angka(kode)
    if len(digit) != PANJANG:
        return env._(
            "The number has %(maks)s digits; you typed %(ada)s. Nothing is deleted: please compare it and complete it.",
            maks=PANJANG,
            ada=len(digit),
        )
    if not damm.is_valid(digit):
        return env._("One of the digits is mistyped, or two are swapped. Please compare them with your receipt.")
    return ""
