"""The office: who holds which jabatan, days off, clocks, the SOP as data, kinds, regions, changes to the system."""

from . import dpmd_perubahan, dpmd_tercatat, dpmd_jam_kantor
from . import dpmd_penugasan, penugasan_persetujuan, penugasan_kabar
from . import res_users, res_groups, ir_rule
from . import ir_actions_server, mail_template, ir_model_access, ir_model_fields, ir_module_module
from . import dpmd_bidang, dpmd_jenis, dpmd_wilayah, dpmd_klasifikasi
from . import dpmd_tenggat, dpmd_sasaran
from . import (
    dpmd_sop,
    dpmd_sop_langkah,
    dpmd_instansi,
    dpmd_instansi_libur,
    instansi_alamat,
    instansi_surat,
    instansi_jam,
)
