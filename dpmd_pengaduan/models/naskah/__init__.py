"""The official papers: what is printed, who put paraf and signature on it, where it is filed."""

from . import dpmd_dokumen, dpmd_pengesahan, dpmd_laporan, dpmd_arsip
from . import dokumen_beku, dokumen_utuh, pengesahan_beku
from . import pengaduan_dokumen, pengaduan_telaah, pengaduan_laporan, pengaduan_arsip
from . import pengaduan_segel
from . import ir_actions_report, ir_attachment, ir_binary
