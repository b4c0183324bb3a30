"""What the public pages need and no case does: figures, and limits of tries."""

from . import dpmd_angka, dpmd_percobaan, ir_http, pelapor_biasanya
