from . import dpmd_wizard, dpmd_isi_wizard
from . import dpmd_alasan_wizard, dpmd_disposisi_wizard, dpmd_catat_wizard
from . import dpmd_terima_wizard, terima_loket, terima_ponsel
from . import dpmd_ralat_wizard, dpmd_kutipan_wizard, dpmd_akses_wizard
from . import dpmd_kode_wizard
from . import dpmd_tutup_wizard, dpmd_terlapor_wizard, dpmd_alih_wizard, dpmd_gabung_wizard
from . import (
    dpmd_ttd_wizard,
    dpmd_ttd_kertas_wizard,
    dpmd_arsip_wizard,
    dpmd_jawab_wizard,
    dpmd_pesan_wizard,
    dpmd_berkas_wizard,
    dpmd_naskah_luar_wizard,
)
from . import dpmd_jelas_wizard, dpmd_register_wizard, dpmd_tahunan_wizard, dpmd_bundel_wizard, dpmd_massal_wizard
