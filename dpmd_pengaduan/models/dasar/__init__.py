"""What every guarded record is built on: the guard, gapless numbers, clean files."""

from . import dpmd_terjaga, dpmd_bernomor
from . import ir_attachment, ir_rule, mail_message, mail_message_berkas, mail_scheduled_message, mail_thread
from . import mail_tracking_value
