"""What the public pages need and no case does: figures, and limits of tries."""

from . import dpmd_angka, dpmd_percobaan, instansi_depan, ir_http, res_device_log, website
