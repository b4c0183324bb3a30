"""Voice notes as browsers record them, put together by hand, with whatever a test hides in them."""

import struct


def _crc(isi):
    nilai = 0
    for satu in isi:
        nilai ^= satu << 24
        for _ke in range(8):
            nilai = (nilai << 1) ^ (0x104C11DB7 if nilai & 0x80000000 else 0)
    return nilai


def halaman_ogg(urut, isi, sampel=0, nomor=7):
    """Return one page of an Ogg file."""
    potong = bytes([255] * (len(isi) // 255) + [len(isi) % 255])
    kepala = struct.pack("<4sBBqIII", b"OggS", 0, 0, sampel, nomor, urut, 0) + bytes([len(potong)]) + potong
    return kepala[:22] + struct.pack("<I", _crc(kepala + isi)) + kepala[26:] + isi


def ogg(tag=b"", detik=5):
    """Return a voice note of Firefox; ``tag`` stands among its comments."""
    tag = struct.pack("<I", len(tag)) + tag
    tag = b"OpusTags" + struct.pack("<I", 7) + b"Mozilla" + struct.pack("<I", 1) + tag
    kepala = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 312, 48000, 0, 0)
    return halaman_ogg(0, kepala) + halaman_ogg(1, tag) + halaman_ogg(2, b"suara", detik * 48000)


def unsur(nomor, isi):
    """Return one element of a WebM file."""
    return bytes.fromhex(nomor) + (0x10000000 | len(isi)).to_bytes(4, "big") + isi


def webm(*lain, jenis=2, detik=5):
    """Return a voice note of Chrome, with further elements; its segment and cluster are of no known length."""
    jalur = unsur(
        "AE", unsur("D7", b"\1") + unsur("83", bytes([jenis])) + unsur("86", b"A_OPUS") + unsur("536E", b"mik")
    )
    isi = unsur("1549A966", unsur("2AD7B1", b"\x0f\x42\x40") + b"".join(lain)) + unsur("1654AE6B", jalur)
    blok = b"".join(
        b"\x1f\x43\xb6\x75\x01"
        + b"\xff" * 7
        + unsur("E7", (satu * 1000).to_bytes(4, "big"))
        + unsur("A3", b"\x81\0\0\x80suara")
        for satu in range(detik + 1)
    )
    return unsur("1A45DFA3", b"\x42\x82\x84webm") + b"\x18\x53\x80\x67\x01" + b"\xff" * 7 + isi + blok


def kotak(jenis, *isi):
    """Return one box of an MP4 file."""
    isi = b"".join(isi)
    return struct.pack(">I4s", len(isi) + 8, jenis) + isi


def mp4(*lain, tangani=b"soun", detik=5):
    """Return a voice note of Safari, with further boxes in its header."""
    pegang = kotak(b"hdlr", bytes(8), tangani, bytes(12), b"Core Media Audio\0")
    waktu = kotak(b"mvhd", bytes(12), struct.pack(">II", 1000, detik * 1000), bytes(80))
    trak = kotak(b"trak", kotak(b"mdia", pegang))
    return kotak(b"ftyp", b"mp42\0\0\0\0") + kotak(b"moov", waktu, trak, *lain) + kotak(b"mdat", b"suara")
