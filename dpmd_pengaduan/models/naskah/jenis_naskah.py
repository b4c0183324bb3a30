"""The kinds of paper, one row each: what prints, numbers and lists them reads it here."""

from typing import NamedTuple


class Jenis(NamedTuple):
    """One kind of paper; its template is ``surat_<kunci>``, its report ``report_<kunci>``."""

    kunci: str
    judul: str  # Indonesian everywhere: on the paper, among the papers of a case, in the print menu
    sumber: str  # the model it is printed from
    kode: str = ""  # names the kind in its number; a paper with a code says KONSEP until it is numbered
    mendatar: bool = False  # landscape, for wide tables
    bersama: bool = False  # one paper for all records of a print, not one each
    tiap_putaran: bool = False  # each round of a case has one of its own, printed from the same record
    untuk_pelapor: bool = False  # addressed to the pelapor, who finds it on the tracking page
    boleh_kosong: bool = False  # printed for no record too: the form to be filled in by hand


# Each code is a series of its own, so the number names the kind. The berita acara has a pattern of its own as well.
_TABEL = (
    Jenis("tanda_terima", "Tanda Terima Pengaduan", "dpmd.pelapor"),
    Jenis("formulir", "Formulir Pengaduan", "dpmd.pelapor", untuk_pelapor=True, boleh_kosong=True),
    Jenis("lembar_disposisi", "Lembar Disposisi", "dpmd.pengaduan"),
    Jenis("telaahan_staf", "Telaahan Staf", "dpmd.pengaduan", tiap_putaran=True),
    Jenis("undangan", "Surat Undangan", "dpmd.rapat", "UND"),
    Jenis("daftar_hadir", "Daftar Hadir", "dpmd.rapat"),
    Jenis("notulen", "Notulen", "dpmd.rapat"),
    Jenis("berita_acara", "Berita Acara", "dpmd.berita.acara", "BA"),
    Jenis("laporan", "Laporan Hasil Rapat", "dpmd.laporan", "LHR"),
    Jenis("pemberitahuan", "Surat Pemberitahuan", "dpmd.pelapor", "PBH", tiap_putaran=True, untuk_pelapor=True),
    Jenis("pelimpahan", "Surat Pelimpahan", "dpmd.pelapor", "PLP", tiap_putaran=True, untuk_pelapor=True),
    Jenis("permintaan_lengkap", "Surat Permintaan Kelengkapan", "dpmd.pelapor"),
    Jenis("buku_register", "Buku Register Pengaduan", "dpmd.pengaduan", mendatar=True, bersama=True),
    Jenis("kartu_kendali", "Kartu Kendali", "dpmd.pengaduan", mendatar=True),
)
NASKAH = {jenis.kunci: jenis for jenis in _TABEL}
