from . import dpmd_terjaga, dpmd_bernomor
from . import dpmd_penugasan, res_users
from . import dpmd_bidang, dpmd_jenis, dpmd_wilayah, dpmd_klasifikasi, dpmd_tenggat
from . import dpmd_sop, dpmd_sop_langkah, dpmd_instansi, dpmd_instansi_libur
from . import dpmd_pengaduan, dpmd_pelapor, dpmd_pelapor_akses, dpmd_pesan, dpmd_langkah
from . import alur, pengaduan_langkah, pengaduan_jalan_lain, pengaduan_gabung, pengaduan_identitas, pengaduan_meja
from . import pengaduan_pesan, pengaduan_keberatan, pengaduan_nilai, rating_rating
from . import dpmd_disposisi, dpmd_rapat, dpmd_rapat_peserta, dpmd_berita_acara, dpmd_kesepakatan, dpmd_laporan
from . import dpmd_dokumen, dpmd_pengesahan, dpmd_arsip
from . import calendar_event, ir_attachment, mail_activity, ir_module_module, ir_rule
from . import dpmd_angka, dpmd_percobaan, pelapor_publik, pelapor_pesan, pelapor_lanjut, pelapor_kabar, rapat_publik
from . import surel, pengaduan_surel, pelapor_kode, pelapor_whatsapp
from . import ir_actions_report
from . import pengaduan_layar, layar
