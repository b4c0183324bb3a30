"""The meeting: invitees, attendance, berita acara, what was promised, and its place in the calendar."""

from . import dpmd_rapat, dpmd_rapat_peserta, dpmd_berita_acara, dpmd_kesepakatan
from . import rapat_jadwal, instansi_contoh, rapat_hadir, rapat_di_layar, peserta_di_layar, calendar_event
from . import rapat_palang, berita_acara_palang
from . import pengaduan_rapat, pengaduan_lembar, pengaduan_tanpa_rapat, pengaduan_tunda
