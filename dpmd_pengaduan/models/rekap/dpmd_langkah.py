from odoo import models


class DpmdLangkah(models.Model):
    """What the nightly count of a month finds its steps by."""

    _inherit = "dpmd.langkah"

    _rekap_idx = models.Index("(company_id, terjadi) WHERE jenis = 'langkah'")
