"""The office itself: who holds which jabatan, days off, clocks, the SOP as data, kinds, regions; changes noted."""

from . import dpmd_penugasan, res_users, ir_rule
from . import dpmd_perubahan, dpmd_tercatat, yang_tercatat
from . import dpmd_bidang, dpmd_jenis, dpmd_wilayah, dpmd_klasifikasi, dpmd_tenggat
from . import dpmd_sop, dpmd_sop_langkah, dpmd_instansi, dpmd_instansi_libur
