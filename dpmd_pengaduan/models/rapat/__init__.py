"""The meeting: invitees, attendance, berita acara, what was promised, and its place in the calendar."""

from . import dpmd_rapat, dpmd_rapat_peserta, dpmd_berita_acara, dpmd_kesepakatan
from . import (
    rapat_jadwal,
    rapat_ics,
    rapat_nama,
    instansi_contoh,
    rapat_hadir,
    rapat_di_layar,
    peserta_di_layar,
    calendar_event,
)
from . import pengaduan_rapat, pengaduan_tanpa_rapat, pengaduan_tunda, pengaduan_tindakan
from . import pengaduan_bahan, pengaduan_rel, laporan_rel
from . import rapat_palang, berita_acara_palang, pengaduan_lembar
