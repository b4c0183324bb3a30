from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.sql import escape_psql


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
