"""Voice notes, as browsers record them: known by their content, and with nothing left but the sound.

Only what a sound needs is kept of the file; names, dates, places and pictures that a program may have written into it
are overwritten with nothing. No byte of the sound changes, and none is decoded.
"""

MAKS_DETIK = 75  # the page records 60
KEPALA_OGG = 27
TAG_KOSONG = b"OpusTags" + bytes(8)  # nobody made it, and nothing is said of it

# WebM: what is entered, and what is kept of what is in there.
SEGMEN, KELOMPOK = 0x18538067, 0x1F43B675
WADAH = {SEGMEN, KELOMPOK, 0x1549A966, 0x1654AE6B, 0xAE}  # also what it is, the tracks, one track
WAKTU_KELOMPOK, BLOK, SKALA, JENIS_JALUR = 0xE7, 0xA3, 0x2AD7B1, 0x83
DISIMPAN = {0x1A45DFA3, WAKTU_KELOMPOK, BLOK, SKALA, JENIS_JALUR, 0xA0, 0x4489}
DISIMPAN |= {0xD7, 0x73C5, 0x86, 0x63A2, 0xE1, 0x56AA, 0x56BB, 0x9C}  # which codec, and how the sound was taken

# MP4: the same.
KOTAK_WADAH = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf", b"mvex", b"edts"}
KOTAK = {b"ftyp", b"mdat", b"mvhd", b"tkhd", b"mdhd", b"smhd", b"dinf", b"stsd", b"stts", b"stsc", b"stsz", b"stco"}
KOTAK |= {b"co64", b"elst", b"trex", b"mehd", b"mfhd", b"tfhd", b"tfdt", b"trun", b"sgpd", b"sbgp", b"styp", b"sidx"}


class BukanSuara(ValueError):
    """The file is no recording of a voice."""


class TerlaluPanjang(ValueError):
    """It lasts longer than the page records."""


def jenis_suara(isi):
    """Return the MIME type of a file (bytes) that may be a voice note; ``None`` for any other."""
    if isi.startswith(b"OggS"):
        return "audio/ogg"
    if isi.startswith(b"\x1aE\xdf\xa3"):
        return "audio/webm"
    return "audio/mp4" if isi[4:8] == b"ftyp" else None


def suara_bersih(isi):
    """Return a voice note (bytes) with nothing in it but the sound.

    :raise BukanSuara: it is something else, or damaged
    :raise TerlaluPanjang: it lasts longer than ``MAKS_DETIK``, as far as the file says it
    """
    bersihkan = {"audio/ogg": _ogg, "audio/webm": _webm, "audio/mp4": _mp4}[jenis_suara(isi)]
    try:
        bersih, detik = bersihkan(bytearray(isi))
    except IndexError:
        raise BukanSuara from None
    if detik > MAKS_DETIK:
        raise TerlaluPanjang
    return bytes(bersih)


def _angka(isi):
    return int.from_bytes(isi, "big")


def _ogg(isi):
    """Clean an Ogg file with Opus: its second page says by whom and of what it is."""
    halaman, letak, sampel = [], 0, 0
    while letak < len(isi):
        if isi[letak : letak + 4] != b"OggS":
            raise BukanSuara
        potong = isi[letak + KEPALA_OGG : letak + KEPALA_OGG + isi[letak + 26]]
        akhir = letak + KEPALA_OGG + len(potong) + sum(potong)
        sampel = max(sampel, int.from_bytes(isi[letak + 6 : letak + 14], "little", signed=True))
        halaman.append(isi[letak:akhir])
        letak = akhir
    nomor = {bytes(satu[14:18]) for satu in halaman}  # of the streams in it
    kepala = [bytes(satu[KEPALA_OGG + satu[26] :][:8]) for satu in halaman[:2]]
    if (
        letak != len(isi)
        or len(nomor) != 1
        or kepala != [b"OpusHead", b"OpusTags"]
        or halaman[1][26 + halaman[1][26]] == 255
    ):
        raise BukanSuara
    tag = halaman[1][:26] + bytes([1, len(TAG_KOSONG)]) + TAG_KOSONG
    tag[22:26] = bytes(4)
    tag[22:26] = _crc_ogg(tag).to_bytes(4, "little")
    return b"".join([halaman[0], tag, *halaman[2:]]), sampel / 48000


def _crc_ogg(isi):
    nilai = 0
    for satu in isi:
        nilai ^= satu << 24
        for _ke in range(8):
            nilai = (nilai << 1) ^ (0x104C11DB7 if nilai & 0x80000000 else 0)
    return nilai


def _webm(isi):
    """Clean a WebM file: what is not kept becomes an element that says nothing, of the same length."""
    letak, kelompok, detik, skala, suara = 0, 0, 0, 1_000_000, False
    while letak < len(isi):
        nomor, mulai = _vint(isi, letak, penanda=True)
        panjang, mulai = _vint(isi, mulai)
        if nomor in WADAH:
            letak = mulai
            continue
        akhir = mulai + panjang
        if akhir > len(isi):
            raise BukanSuara
        nilai = isi[mulai:akhir]
        if nomor == JENIS_JALUR:
            suara = _angka(nilai) == 2
            if not suara:
                raise BukanSuara
        elif nomor == SKALA:
            skala = _angka(nilai)
        elif nomor == WAKTU_KELOMPOK:
            kelompok = _angka(nilai)
        elif nomor == BLOK:
            detik = max(detik, (kelompok + _angka(nilai[1:3])) * skala / 1e9)
        elif nomor not in DISIMPAN:
            besar = akhir - letak
            ukuran = bytes([0x80 | besar - 2]) if besar <= 128 else b"\x01" + (besar - 9).to_bytes(7, "big")
            isi[letak:akhir] = b"\xec" + ukuran + bytes(besar - 1 - len(ukuran))
        letak = akhir
    if not suara or b"\x42\x82\x84webm" not in isi[:64]:
        raise BukanSuara
    return isi, detik


def _vint(isi, letak, penanda=False):
    """Return a number of variable length of EBML, with or without the bit that tells its length, and what follows."""
    panjang = 9 - isi[letak].bit_length()
    if panjang > 8 or letak + panjang > len(isi):
        raise BukanSuara
    nilai = _angka(isi[letak : letak + panjang])
    return nilai if penanda else nilai & ((1 << 7 * panjang) - 1), letak + panjang


def _mp4(isi):
    """Clean an MP4 file: a box that is not kept becomes a free one, of the same length."""
    letak, detik, suara = 0, 0, False
    while letak < len(isi):
        panjang, jenis, kepala = _angka(isi[letak : letak + 4]), bytes(isi[letak + 4 : letak + 8]), 8
        if panjang == 1:
            panjang, kepala = _angka(isi[letak + 8 : letak + 16]), 16
        akhir = letak + (panjang or len(isi) - letak)
        if akhir > len(isi) or akhir < letak + kepala:
            raise BukanSuara
        mulai = letak + kepala
        if jenis in KOTAK_WADAH:
            letak = mulai
            continue
        if jenis == b"hdlr":
            if isi[mulai + 8 : mulai + 12] != b"soun":
                raise BukanSuara
            suara = True
            isi[mulai + 24 : akhir] = bytes(akhir - mulai - 24)  # its name
        elif jenis == b"mvhd":
            panjang_waktu = 8 if isi[mulai] else 4
            skala = mulai + 4 + 2 * panjang_waktu
            detik = _angka(isi[skala + 4 : skala + 4 + panjang_waktu]) / (_angka(isi[skala : skala + 4]) or 1)
        elif jenis not in KOTAK:
            isi[letak + 4 : letak + 8] = b"free"
            isi[mulai:akhir] = bytes(akhir - mulai)
        letak = akhir
    if not suara:
        raise BukanSuara
    return isi, detik
