"""A citizen's PDF, written anew with what its pages show and nothing else: no author, no script, no older version.

What is copied is named, all else stays behind. A hostile file can make any reader of it slow, hungry or dead, so this
module is run as a program of its own (``terpisah.py``).
"""

import io
import logging
import re
import subprocess
import sys

MAKS_HALAMAN = 200
MAKS_OBJEK = 50_000
MAKS_DALAM = 60  # objects within objects
MAKS_TUMBUH = 2**20  # bytes that writing anew may add

HALAMAN = ("/Type", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/Group")
HALAMAN += ("/Resources", "/Contents")
# Of a note on a page what is seen; not who wrote it, when, and what it does when it is pressed.
CATATAN = {"/Type", "/Subtype", "/Rect", "/AP", "/AS", "/F", "/Contents", "/C", "/IC", "/CA", "/Border", "/BS", "/DA"}
CATATAN |= {"/QuadPoints", "/InkList", "/Vertices", "/L", "/LE", "/Name", "/OC"}
TAK_TERLIHAT = {"/Link", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D", "/TrapNet"}
# Keys of a dictionary and of a stream that say more than what is drawn. All others may be names of fonts and pictures.
TERLARANG = frozenset({"/CreatorInfo", "/EF", "/LastModified", "/Metadata", "/PieceInfo", "/RF", "/Usage"})
TERLARANG_ALIRAN = TERLARANG | {"/AF", "/Alternates", "/F", "/FDecodeParms", "/FFilter", "/OPI", "/Ref"}
JENIS_TERLARANG = {"/Action", "/Catalog", "/EmbeddedFile", "/F", "/Filespec", "/Metadata", "/Page", "/Pages"}
JENIS_TERLARANG |= {"/StructElem", "/StructTreeRoot"}
# To draw takes names and numbers. Strings are needed by fonts and notes alone, so a name of a person finds no place.
TEKS = {"/CharSet", "/Contents", "/DA", "/FontFamily", "/Ordering", "/Panose", "/Registry"}
# The end of one scan of a JPEG: any marker but the stuffed byte and the restarts.
AKHIR_PINDAIAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class Ditolak(Exception):
    """Why a file is not taken: a key of ``KATA_TOLAK`` (``kiriman.py``)."""


def bersihkan_terpisah(isi):
    """Return a PDF written anew (bytes), by a program of its own.

    :raise Ditolak: it cannot be
    """
    from .terpisah import jalankan_terpisah

    try:
        sebab, _garis, bersih = jalankan_terpisah(__file__, isi).partition(b"\n")
    except subprocess.SubprocessError:
        raise Ditolak("rumit") from None
    if sebab or not bersih:
        raise Ditolak(sebab.decode() or "rumit")
    return bersih


def bersihkan(isi):
    """Return a PDF written anew (bytes).

    :raise Ditolak: it cannot be
    """
    try:
        return Penyalin(isi).tulis()
    except (Ditolak, ImportError, MemoryError):
        raise
    except Exception:  # whatever a library says of a file that is not as it should be
        raise Ditolak("rusak") from None


class Penyalin:
    """Copies what the pages of a PDF show into a new one."""

    def __init__(self, isi):
        from pypdf import PdfReader, PdfWriter

        self.ukuran = len(isi)
        self.lama, self.baru = PdfReader(io.BytesIO(isi)), PdfWriter()
        self.baru.metadata = None  # the library would name itself
        self.peta, self.antre = {}, []
        if self.lama.is_encrypted:
            raise Ditolak("terkunci")
        akar = self.lama.root_object
        if "/Collection" in akar:
            raise Ditolak("kumpulan")  # its pages are a cover, what was meant are the files in it
        if "/AcroForm" in akar and "/XFA" in akar["/AcroForm"]:
            raise Ditolak("isian")  # what was filled in is on no page
        if not 1 <= len(self.lama.pages) <= MAKS_HALAMAN:
            raise Ditolak("halaman")

    def tulis(self):
        """Return the new file (bytes)."""
        from pypdf.generic import ArrayObject, NameObject

        for asal in self.lama.pages:
            asal.raw_get("/MediaBox")  # or there is none, and it is no page
            lembar = self.baru.add_blank_page(1, 1)
            lembar.update({NameObject(kunci): self._salin(asal.raw_get(kunci)) for kunci in HALAMAN if kunci in asal})
            catatan = [self._catatan(satu.get_object()) for satu in _nilai(asal, "/Annots") or ()]
            if any(catatan):
                lembar[NameObject("/Annots")] = ArrayObject(filter(None, catatan))
        akar = self.lama.root_object
        if "/OCProperties" in akar:  # which layers are hidden
            self.baru.root_object[NameObject("/OCProperties")] = self._salin(akar.raw_get("/OCProperties"))
        while self.antre:
            asal, ke = self.antre.pop()
            self.baru._replace_object(ke, self._salin(asal.get_object()))
        keluar = io.BytesIO()
        self.baru.write(keluar)
        if keluar.tell() > self.ukuran + MAKS_TUMBUH:
            raise Ditolak("rumit")
        return keluar.getvalue()

    def _salin(self, nilai, dalam=0):
        """Return a value as it is in the new file; what it points at is copied later."""
        from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, StreamObject

        if dalam > MAKS_DALAM:
            raise Ditolak("rumit")
        if isinstance(nilai, IndirectObject):
            return self._rujuk(nilai)
        if isinstance(nilai, DictionaryObject):
            if _nilai(nilai, "/Type") in JENIS_TERLARANG:
                return NullObject()
            return self._aliran(nilai) if isinstance(nilai, StreamObject) else DictionaryObject(self._isi(nilai, dalam))
        if isinstance(nilai, ArrayObject):
            isi = list(list.__iter__(nilai))
            # The palette of an indexed colour space is a string.
            palet = isi and isi[0].get_object() in ("/Indexed", "/I")
            return ArrayObject(self._salin(satu, dalam + 1) for satu in isi if palet or not _teks(satu))
        return nilai

    def _isi(self, kamus, dalam=0, terlarang=TERLARANG):
        """Return what a dictionary may keep."""
        from pypdf.generic import NameObject

        return {
            NameObject(kunci): self._salin(nilai, dalam + 1)
            for kunci, nilai in dict.items(kamus)
            if kunci not in terlarang and (kunci in TEKS or not _teks(nilai))
        }

    def _rujuk(self, asal):
        kunci = (asal.idnum, asal.generation)
        if kunci not in self.peta:
            from pypdf.generic import NullObject

            if len(self.peta) >= MAKS_OBJEK:
                raise Ditolak("rumit")
            self.peta[kunci] = self.baru._add_object(NullObject())
            self.antre.append((asal, self.peta[kunci]))
        return self.peta[kunci]

    def _aliran(self, asal):
        """Return a stream as it is, packed; of a photo without what the camera wrote into it."""
        from pypdf.generic import DecodedStreamObject, EncodedStreamObject, NameObject, NullObject

        if asal.get("/Subtype") == "/XML":
            return NullObject()
        isi, data = self._isi(asal, terlarang=TERLARANG_ALIRAN), asal._data
        saringan = _nilai(asal, "/Filter") or []
        saringan = saringan if isinstance(saringan, list) else [saringan]
        akhir = str(saringan[-1].get_object()) if saringan else ""
        foto = {"/DCTDecode": jpeg_bersih, "/DCT": jpeg_bersih, "/JPXDecode": jp2_bersih}.get(akhir)
        if foto:
            data = foto(asal.get_data() if len(saringan) > 1 else data)
            isi[NameObject("/Filter")] = NameObject(akhir)
            if len(saringan) > 1:
                isi.pop("/DecodeParms", None)
        baru = EncodedStreamObject() if "/Filter" in isi else DecodedStreamObject()
        baru.update(isi)
        baru._data = data
        return baru

    def _catatan(self, asal):
        """Return of a note on a page what is seen; ``None`` where nothing is."""
        from pypdf.generic import NameObject

        jenis = asal.get("/Subtype")
        if jenis in TAK_TERLIHAT:
            return None
        if jenis == "/Widget" and "/AP" not in asal:
            isian = [asal, _nilai(asal, "/Parent") or {}]
            if any("/V" in satu for satu in isian) and not any(satu.get("/FT") == "/Sig" for satu in isian):
                raise Ditolak("isian")  # filled in, and not drawn on the page
            return None
        baru = self._salin(asal)
        for kunci in set(baru) - CATATAN:
            del baru[kunci]
        if jenis == "/Widget":  # there is no form any more, its picture stays
            baru[NameObject("/Subtype")] = NameObject("/Stamp")
        return self.baru._add_object(baru)


def _nilai(kamus, kunci):
    """Return a value of a dictionary wherever it stands in the file; ``get`` would return where."""
    return kamus[kunci] if kunci in kamus else None  # noqa: SIM401


def _teks(nilai):
    from pypdf.generic import ByteStringObject, TextStringObject

    return isinstance(nilai.get_object(), (TextStringObject, ByteStringObject))


def jpeg_bersih(isi):
    """Return a JPEG (bytes) without its comments, its EXIF and XMP, and what follows its end; no pixel changes."""
    awal = isi.find(b"\xff\xd8", 0, 16)
    if awal < 0:
        raise Ditolak("rusak")
    hasil, letak = [b"\xff\xd8"], awal + 2
    while letak + 4 <= len(isi):
        if isi[letak] != 0xFF:
            raise Ditolak("rusak")
        tanda = isi[letak + 1]
        if tanda == 0xFF:  # filled up
            letak += 1
            continue
        if tanda == 0xD9:
            break
        akhir = letak + 2 + int.from_bytes(isi[letak + 2 : letak + 4], "big")
        if tanda == 0xDA:
            temu = AKHIR_PINDAIAN.search(isi, akhir)
            akhir = temu.start() if temu else len(isi)
        # Of what applications write, that it is JFIF and how Adobe packed its colours.
        jfif = tanda == 0xE0 and akhir - letak == 18
        if not (0xE0 <= tanda <= 0xEF or tanda == 0xFE) or jfif or tanda == 0xEE:
            hasil.append(isi[letak:akhir])
        letak = akhir
    return b"".join([*hasil, b"\xff\xd9"])


def jp2_bersih(isi):
    """Return a JPEG 2000 (bytes) with only the boxes that a picture needs."""
    if isi.startswith(b"\xff\x4f"):
        return isi  # only the picture
    hasil, letak = [], 0
    while letak + 8 <= len(isi):
        panjang, kepala = int.from_bytes(isi[letak : letak + 4], "big"), 8
        if panjang == 1:
            panjang, kepala = int.from_bytes(isi[letak + 8 : letak + 16], "big"), 16
        panjang = panjang or len(isi) - letak
        if panjang < kepala:
            raise Ditolak("rusak")
        if isi[letak + 4 : letak + 8] in (b"jP  ", b"ftyp", b"jp2h", b"jp2c"):
            hasil.append(isi[letak : letak + panjang])
        letak += panjang
    return b"".join(hasil)


def utama():
    """Read a file from the standard input; write why it is refused or nothing, and after a line break the new one."""
    logging.disable()  # what the library says of a bad file helps nobody, and may hold its words
    sebab = hasil = b""
    try:
        hasil = bersihkan(sys.stdin.buffer.read())
    except Ditolak as tolak:
        sebab = str(tolak).encode()
    except ImportError:
        sebab = b"pustaka"
    sys.stdout.buffer.write(sebab + b"\n" + hasil)


if __name__ == "__main__":
    utama()
