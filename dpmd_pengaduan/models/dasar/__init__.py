"""What every guarded record is built on: the guard, gapless numbers, clean files."""

from . import dpmd_terjaga, dpmd_bernomor
from . import ir_attachment, mail_message_berkas
