"""The case: its words, the table of its ways, the desk it is on, its card and its disposisi."""

from . import dpmd_pengaduan, dpmd_langkah, dpmd_disposisi
from . import alur, pengaduan_langkah, pengaduan_jalan_lain, pengaduan_gabung, pengaduan_keberatan, pengaduan_meja
from . import pengaduan_berkas, mail_activity, ir_module_module, pengaduan_tampil
