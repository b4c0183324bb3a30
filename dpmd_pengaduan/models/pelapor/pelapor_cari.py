import re

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

ANGKA_TELEPON = 5  # digits of a phone number to find it by


class DpmdPelapor(models.Model):
    """*Cari*: a phone number by its digits."""

    _inherit = "dpmd.pelapor"

    # A phone number by its digits, however it was written.
    _telepon_idx = models.Index(
        lambda registry: (
            r"USING gin (regexp_replace(telepon, '\D', '', 'g') gin_trgm_ops)" if registry.has_trigram else ""
        )
    )

    def _domain_telepon(self, kata):
        """Return the domain of the phone numbers that have some digits; 62 and 0 before them are the same."""
        digit = re.sub(r"^(?:62|0)", "", re.sub(r"\D", "", kata))
        if len(digit) < ANGKA_TELEPON or re.search(r"[^\d+().-]", kata):
            return Domain.FALSE
        return Domain.custom(
            to_sql=lambda model, alias, query: SQL(
                r"regexp_replace(%s, '\D', '', 'g') LIKE %s", model._field_to_sql(alias, "telepon", query), f"%{digit}%"
            )
        )
