"""What the office and its inspector learn from all cases: figures, deviations, the annual report, who read what."""

from . import (
    dpmd_langkah,
    dpmd_papan,
    dpmd_pembacaan,
    dpmd_penyimpangan,
    dpmd_rekap_bulan,
    dpmd_rekap_langkah,
    dpmd_terjaga,
    ir_actions_report,
    ir_attachment,
    ir_binary,
    pengaduan_bundel,
    pengaduan_kartu,
)
