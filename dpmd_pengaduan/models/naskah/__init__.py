"""The official papers: what is printed, who put paraf and signature on it, where it is filed."""

from . import dpmd_dokumen, dokumen_ajuan, dpmd_pengesahan, dpmd_laporan, dpmd_arsip
from . import pengaduan_dokumen, pengaduan_naskah, pengaduan_telaah, pengaduan_laporan, pengaduan_arsip
from . import ir_actions_report, res_users
