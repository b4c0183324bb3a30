import logging
from email.message import EmailMessage

from odoo import models

_logger = logging.getLogger(__name__)
# Odoo tells the addresses of every incoming mail in its log.
logging.getLogger("odoo.addons.mail.models.mail_thread").setLevel(logging.WARNING)

TUJUAN = ("dpmd.pelapor", "dpmd.pengaduan")
SURAT_SEHARI = 10  # of one sender; more is a machine, or somebody who floods the desk
MAKS_PERIHAL = 100
MAKS_NAMA = 100
MAKS_HURUF = 20000
PRECEDENCE = {"bulk", "list", "junk", "auto_reply"}
KEPALA_MESIN = ("X-Auto-Response-Suppress", "List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop")
KOTAK_MESIN = {"mailer-daemon", "postmaster", "noreply", "no-reply", "do-not-reply", "donotreply"}


def _bersih(teks):
    """Return text without control characters, which PostgreSQL partly cannot even store."""
    return "".join(huruf for huruf in teks or "" if huruf.isprintable() or huruf in "\n\t")


def _isi_lampiran(isi):
    """Return the bytes of an attachment: Odoo hands text as a string and a forwarded mail as a message."""
    if isinstance(isi, EmailMessage):
        return isi.as_bytes()
    return isi.encode() if isinstance(isi, str) else isi


class DpmdPengaduan(models.Model):
    _inherit = "dpmd.pengaduan"

    def message_update(self, msg_dict, update_vals=None):
        """Take a reply by mail into the talk on a case, as plain text and under its bare address.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict update_vals: never written
        """
        Pelapor = self.env["dpmd.pelapor"]
        Pelapor._cek_gerbang()
        Pelapor._baca_surat(msg_dict)
        return True
