"""The official papers: what is printed, who put paraf and signature on it, where it is filed."""

from . import dpmd_dokumen, dokumen_ajuan, dokumen_beku, dokumen_utuh
from . import dpmd_pengesahan, pengesahan_beku, dpmd_laporan, dpmd_arsip
from . import dokumen_kode, dokumen_luar, dokumen_salinan, instansi_naskah, instansi_sertifikat
from . import pengaduan_dokumen, pengaduan_naskah, pengaduan_naskah_luar, pengaduan_segel
from . import pengaduan_telaah, pengaduan_laporan, pengaduan_arsip, pengaduan_tindakan
from . import ir_actions_report, ir_attachment, ir_binary, res_users, sop_cetak
from . import pengaduan_bahan
