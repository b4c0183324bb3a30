"""Mail: what leaves the office, and what comes in."""

from . import dpmd_surel, mail_mail, mail_thread, mail_alias, fetchmail_server
from . import instansi_surel, pelapor_surel_keluar, rapat_surel_keluar, pelapor_surel_masuk, pengaduan_surel_masuk
