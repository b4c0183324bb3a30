"""Text that people typed, as paragraphs and lists: what they numbered themselves hangs as a list does."""

import re

from markupsafe import Markup

# "1. …", "2) …", "a. …", "- …" at the beginning of a line
BUTIR = re.compile(r"\s*(?:(?P<angka>\d{1,2})[.)]|(?P<huruf>[a-z])[.)]|(?P<garis>[-•–*]))\s+(?P<isi>\S.*)")


def alinea(teks):
    """Return text as HTML: each line a paragraph, and the lines of a numbered or dashed list its items."""
    hasil, daftar, jenis, nomor = [], [], "", 0

    def tutup():
        if daftar:
            tag = Markup("ul") if jenis == "garis" else Markup("ol")
            kelas = Markup(' class="huruf"') if jenis == "huruf" else Markup("")
            mulai = Markup(' start="%d"') % (nomor - len(daftar) + 1) if jenis != "garis" else Markup("")
            butir = Markup("").join(Markup("<li>%s</li>") % isi for isi in daftar)
            hasil.append(Markup("<%s%s%s>%s</%s>") % (tag, kelas, mulai, butir, tag))
            daftar.clear()

    for baris in (teks or "").splitlines():
        cocok = BUTIR.fullmatch(baris)
        if not cocok:
            tutup()
            if baris.strip():
                hasil.append(Markup("<p>%s</p>") % baris.strip())
            continue
        baru = cocok.lastgroup and next(kunci for kunci in ("angka", "huruf", "garis") if cocok[kunci])
        ke = int(cocok["angka"]) if cocok["angka"] else ord(cocok["huruf"]) - 96 if cocok["huruf"] else 0
        if daftar and (baru != jenis or (baru != "garis" and ke != nomor + 1)):
            tutup()
        jenis, nomor = baru, ke
        daftar.append(cocok["isi"].strip())
    tutup()
    return Markup("").join(hasil)
