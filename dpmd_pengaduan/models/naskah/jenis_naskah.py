"""The kinds of paper, one row each: what prints, signs, numbers, freezes and delivers them reads it here."""

from typing import NamedTuple

# Who signs or gives paraf: keys of JABATAN (this table imports nothing, so that the lint reads it without Odoo), or
KADIS, SEKRETARIS, KABID = "kepala_dinas", "sekretaris_dinas", "kepala_bidang"
KANTOR = "kantor"  # the office's choice for the kind: the Kadis, the Sekretaris a.n., a Kabid u.b.
PELAKSANA = "pelaksana"  # whoever takes the step it belongs to
RAPAT = "rapat"  # the minute taker, then who led the meeting
PESERTA = "peserta"  # everybody who attended

# When a paper becomes final.
DENGAN_LANGKAH = "langkah"  # in the step that makes it
DENGAN_TTD = "tanda_tangan"  # with its last signature

PELAPOR = ("surel", "portal", "whatsapp", "kertas")  # how a letter reaches who complained


class Jenis(NamedTuple):
    """One kind of paper; its template is ``surat_<kunci>``, its report ``report_<kunci>``."""

    kunci: str
    judul: str  # Indonesian everywhere: on the paper, among the papers of a case, in the print menu
    sumber: str  # the model it is printed from
    kode: str = ""  # its series: names the kind in its number; one without has no number
    penanda: str = ""  # who signs: a jabatan or one of the above; nobody where there is none
    paraf: tuple = ()  # whose paraf comes first, from below; those at or above the signatory's desk fall away
    beku: str = ""  # when it is frozen, with QR and code; never where there is none
    kirim: tuple = ()  # how it is delivered; one that is delivered to the pelapor shows on the tracking page
    nama_terbuka: bool = False  # names an open pelapor, so it follows the rights of that identity; never a secret one
    mendatar: bool = False  # landscape, for wide tables
    bersama: bool = False  # one table of all records of a print, drawn by an engine of its own
    tiap_putaran: bool = False  # each round of a case has one of its own, printed from the same record
    boleh_kosong: bool = False  # printed for no record too: the form to be filled in by hand

    @property
    def ke_pelapor(self):
        """Whether it is delivered to who complained."""
        return "portal" in self.kirim


_CASE, _PELAPOR, _RAPAT = "dpmd.pengaduan", "dpmd.pelapor", "dpmd.rapat"
_KE_WARGA = {"penanda": KANTOR, "beku": DENGAN_TTD, "kirim": PELAPOR, "nama_terbuka": True, "tiap_putaran": True}
# Each code is a series of its own, so the number names the kind. The berita acara has a pattern of its own as well.
_TABEL = (
    Jenis("tanda_terima", "Tanda Terima Pengaduan", _PELAPOR),
    Jenis("formulir", "Formulir Pengaduan", _PELAPOR, beku=DENGAN_LANGKAH, kirim=("portal",), boleh_kosong=True),
    # Sheet II once more, for the chain: without who complained.
    Jenis("lembar_pengaduan", "Formulir Pengaduan, Lembar II", _CASE, beku=DENGAN_LANGKAH),
    Jenis("lembar_disposisi", "Lembar Disposisi", _CASE),
    Jenis("telaahan_staf", "Telaahan Staf", _CASE, "TLS", penanda=PELAKSANA, beku=DENGAN_LANGKAH, tiap_putaran=True),
    Jenis("undangan", "Surat Undangan", _RAPAT, "UND", penanda=KANTOR, beku=DENGAN_TTD, kirim=("surel", "kertas")),
    Jenis("daftar_hadir", "Daftar Hadir", _RAPAT, penanda=PELAKSANA, beku=DENGAN_LANGKAH),
    Jenis("notulen", "Notulen", _RAPAT, penanda=RAPAT, beku=DENGAN_TTD),
    Jenis("berita_acara", "Berita Acara", "dpmd.berita.acara", "BA", penanda=PESERTA, beku=DENGAN_LANGKAH),
    Jenis(
        "laporan",
        "Laporan Hasil Rapat",
        "dpmd.laporan",
        "LHR",
        penanda=KADIS,
        paraf=(KABID, SEKRETARIS),
        beku=DENGAN_TTD,
    ),
    Jenis("pemberitahuan", "Surat Pemberitahuan", _CASE, "PBH", **_KE_WARGA),
    # To the agency; the pelapor is told with a pemberitahuan of the case's own.
    Jenis("pelimpahan", "Surat Pelimpahan", _CASE, "PLP", **{**_KE_WARGA, "kirim": ("kertas",)}),
    Jenis("permintaan_lengkap", "Surat Permintaan Kelengkapan", _CASE, "PLK", **_KE_WARGA),
    Jenis("bukti_penyampaian", "Tanda Bukti Penyampaian", _PELAPOR),
    Jenis("buku_register", "Buku Register Pengaduan", _CASE, bersama=True),
    Jenis("jejak_pdp", "Jejak Pemrosesan Data Pribadi", "dpmd.permintaan.pdp"),
    Jenis("kartu_kendali", "Kartu Kendali", _CASE, mendatar=True),
)
NASKAH = {jenis.kunci: jenis for jenis in _TABEL}
