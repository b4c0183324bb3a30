"""The case: its words, the table of its ways, the desk it is on, its card and its disposisi."""

from . import dpmd_pengaduan, dpmd_langkah, dpmd_disposisi, dpmd_lembar
from . import (
    pengaduan_alur,
    pengaduan_kartu,
    pengaduan_utuh,
    pengaduan_meja,
    pengaduan_tenggat,
    pengaduan_tombol,
    pengaduan_palang,
    pengaduan_perintah,
    pengaduan_terlapor,
    pengaduan_tampil,
)
from . import (
    pengaduan_disposisi,
    pengaduan_kembali,
    pengaduan_tutup,
    pengaduan_cabut,
    pengaduan_kertas,
    pengaduan_ralat,
    pengaduan_gabung,
    pengaduan_berkas,
    pengaduan_sebagai,
)
from . import pengaduan_keberatan, pengaduan_jelas
from . import dpmd_serupa, pengaduan_serupa, pengaduan_saran
from . import mail_activity, mail_activity_type, ir_module_module, dpmd_penugasan, dpmd_sop, res_users
