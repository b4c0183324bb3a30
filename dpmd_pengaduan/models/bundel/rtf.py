"""The draft letter as a file that every word processor opens and an office can edit (RTF, written by hand)."""

from .tanggapan import HAL, TUJUAN

KEPALA = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fswiss Arial;}}"
    r"\paperw%d\paperh%d\margl%d\margr%d\margt%d\margb%d\f0\fs24 "
)
TWIP = 1440 / 25.4  # in a millimetre
BARIS = {
    "p": r"\pard\sa120 %s\par ",
    "h": r"\pard\keepn\sb120\sa60\b %s\b0\par ",
    "li": r"\pard\qj\li360\fi-360\tx360\sa40 \'96\tab %s\par ",
    "b": r"\pard\li2835\fi-2835\tx2694\tx2835\sa40 %s\par ",
    "t": r"\pard\qc %s\par ",
    "kosong": r"\pard\par %s",
}


def rtf(surat, isi):
    """Return a letter (bytes).

    :param surat: its sheet: office, page, number and date, signature block
    :param isi: its words, see ``isi_tanggapan``
    """
    instansi, blok = surat.instansi, surat.blok_pejabat("kepala_dinas")
    lebar, tinggi = surat.ukuran_kertas
    tepi = [instansi[f"margin_{sisi}"] for sisi in ("kiri", "kanan", "atas", "bawah")]
    penanda = [f"{blok.sebutan},", "", "", "", blok.nama or "." * 40, blok.pangkat, blok.nip and f"NIP. {blok.nip}"]
    baris = [
        ("t", f"{instansi.pemerintah}\n{instansi.name}\n{instansi.alamat or ''}"),
        ("kosong", ""),
        ("p", "KONSEP"),
        ("p", f"{instansi.tempat}, {surat.tanggal_surat}"),
        *[
            ("b", satu)
            for satu in (
                ("Nomor", "." * 40),
                ("Sifat", surat.sifat(surat.doc)),
                ("Lampiran", "1 (satu) berkas"),
                ("Hal", HAL),
            )
        ],
        ("kosong", ""),
        ("p", "\n".join(TUJUAN)),
        ("kosong", ""),
        *isi,
        ("kosong", ""),
        ("p", "\n".join(satu or "" for satu in penanda)),
    ]
    kepala = KEPALA % tuple(round(mm * TWIP) for mm in (lebar, tinggi, *tepi))
    return (kepala + "\n".join(BARIS[jenis] % _kata(kata) for jenis, kata in baris) + "}").encode("ascii")


def _kata(kata):
    return r"\tab :\tab ".join(map(_aman, kata)) if isinstance(kata, tuple) else _aman(kata)


def _aman(teks):
    """Return a text as RTF writes it: what is not plain ASCII as the numbers of its UTF-16."""
    hasil = []
    for huruf in teks or "":
        if huruf in "\\{}":
            hasil.append(f"\\{huruf}")
        elif huruf == "\n":
            hasil.append(r"\line ")
        elif " " <= huruf <= "~":
            hasil.append(huruf)
        else:
            kode = huruf.encode("utf-16-le")
            pasang = (int.from_bytes(kode[i : i + 2], "little", signed=True) for i in range(0, len(kode), 2))
            hasil += [f"\\u{satu}?" for satu in pasang]
    return "".join(hasil)
