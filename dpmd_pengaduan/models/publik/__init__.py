"""What the public pages need and no case does: figures, limits of tries, the front page, the website around it."""

from . import (
    dpmd_angka,
    dpmd_percobaan,
    galat,
    halaman,
    instansi_depan,
    ir_http,
    pelapor_biasanya,
    res_device_log,
    website,
)
