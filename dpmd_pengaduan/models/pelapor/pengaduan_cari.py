import re

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.sql import escape_psql

ANGKA_TELEPON = 5  # digits of a phone number to find it by


class DpmdPelapor(models.Model):
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


class DpmdPengaduan(models.Model):
    """*Cari* by the pelapor: name and phone of the open identities the reader may read, and of no other."""

    _inherit = "dpmd.pengaduan"

    def _sql_tempat(self, kata, mirip):
        return [*super()._sql_tempat(kata, mirip), *self._sql_pelapor(kata, mirip)]

    def _sql_pelapor(self, kata, mirip):
        """Return a select of the cases whose open identity has a word.

        As the reader, also where a superuser's search asks in his name: the rules on ``dpmd.pelapor`` decide. A
        secret identity is not found by name at all: a look is granted at one case, not at a list of them.
        """
        Pelapor = self.env["dpmd.pelapor"].sudo(False)
        if not Pelapor.has_access("read"):
            return []
        if mirip:
            dicari = self._domain_mirip("nama", kata)
        else:
            bernama = Domain("nama", "ilike", escape_psql(kata)) if len(kata) > 2 else Domain.FALSE
            dicari = bernama | Pelapor._domain_telepon(kata)
        query = Pelapor._search(Domain("identitas", "=", "terbuka") & dicari)
        return [query.select(SQL.identifier(query.table, "pengaduan_id"))]
