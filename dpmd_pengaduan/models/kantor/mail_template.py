import re
from unicodedata import normalize

from odoo import models

# How the words of a template reach more than the record they are about, or reach it with more than the reader's right.
JANGKAUAN = re.compile(r"\b(with_)?env\b|\bsudo\b|\bwith_user\b|\bdpmd_")


class MailTemplate(models.Model):
    """On our models, and any whose words reach further."""

    _name = "mail.template"
    _inherit = ["mail.template", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "templat"

    def _penting(self, isi):
        # Python reads letters of other widths as the plain ones.
        return super()._penting(isi) or bool(JANGKAUAN.search(normalize("NFKC", " ".join(isi.values()))))
