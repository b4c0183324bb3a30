from odoo import fields, models
from odoo.tools import SQL
from psycopg2.errors import UniqueViolation


class DpmdBernomor(models.AbstractModel):
    """A record with a gapless number per office and year (and per kind, where there are kinds).

    The model has a unique index over ``_seri``, the year and the number, WHERE nomor > 0.
    """

    _name = "dpmd.bernomor"
    _description = "Gaplessly Numbered Record"
    _seri = ("company_id",)

    tahun = fields.Integer(string="Year", aggregator=None)
    nomor = fields.Integer(string="No.", aggregator=None)

    def _ambil_nomor(self, tahun):
        """Take the next number of the year, waiting for whoever is taking one just now.

        The number belongs to this row of this transaction: a rollback leaves no gap. The same way as
        core's account sequences: the unique index is the lock, a savepoint lets a loser try the next.

        :param int tahun: four digits
        :return: the number
        """
        self.ensure_one()
        self.flush_recordset()
        tabel = SQL.identifier(self._table)
        seri = self.read(self._seri, load=None)[0]
        syarat = SQL(" AND ").join(SQL("%s = %s", SQL.identifier(name), seri[name]) for name in self._seri)
        cr = self.env.cr
        cr.execute(
            SQL("SELECT COALESCE(MAX(nomor), 0) FROM %s WHERE nomor > 0 AND tahun = %s AND %s", tabel, tahun, syarat)
        )
        nomor = cr.fetchone()[0]
        while True:
            nomor += 1
            try:
                with cr.savepoint(flush=False):
                    cr.execute(
                        SQL("UPDATE %s SET tahun = %s, nomor = %s WHERE id = %s", tabel, tahun, nomor, self.id),
                        log_exceptions=False,
                    )
            except UniqueViolation:
                continue
            self.invalidate_recordset(["tahun", "nomor"])
            return nomor
