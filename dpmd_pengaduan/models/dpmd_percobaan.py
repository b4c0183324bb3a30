from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.misc import hmac

# Per address and hour. Generous, because a whole village may stand behind one address.
BATAS = {"lacak": 30, "kirim": 60, "unggah": 600}


class DpmdPercobaan(models.Model):
    """How often an address tried something on the public pages within this hour.

    The address is not kept: only a keyed hash over it, the hour and what was tried, gone after a day.
    """

    _name = "dpmd.percobaan"
    _description = "Attempts on the Public Pages"
    _log_access = False

    sidik = fields.Char(string="Hash", required=True)
    jam = fields.Datetime(string="Hour", required=True, index=True)
    jumlah = fields.Integer(string="Attempts", required=True)

    _sidik_uniq = models.UniqueIndex("(sidik)")

    @api.model
    def _jam_ini(self):
        return fields.Datetime.now().replace(minute=0, second=0, microsecond=0)

    @api.model
    def _sidik(self, kegiatan, alamat):
        pesan = f"{kegiatan}:{fields.Datetime.to_string(self._jam_ini())}:{alamat}"
        return hmac(self.env(su=True), "dpmd.percobaan", pesan)

    @api.model
    def _terlalu_sering(self, kegiatan, alamat):
        """Return whether an address has used up this hour's tries.

        :param str kegiatan: a key of ``BATAS``
        :param str alamat: network address
        """
        percobaan_sudo = self.sudo().search([("sidik", "=", self._sidik(kegiatan, alamat))], limit=1)
        return percobaan_sudo.jumlah >= BATAS[kegiatan]

    @api.model
    def _hitung(self, kegiatan, alamat):
        """Count one try of an address."""
        self.env.cr.execute(SQL(
            """INSERT INTO %(tabel)s (sidik, jam, jumlah) VALUES (%(sidik)s, %(jam)s, 1)
               ON CONFLICT (sidik) DO UPDATE SET jumlah = %(tabel)s.jumlah + 1""",
            tabel=SQL.identifier(self._table), sidik=self._sidik(kegiatan, alamat), jam=self._jam_ini(),
        ))
        self.sudo().invalidate_model(["jumlah"])

    @api.autovacuum
    def _gc_lama(self):
        kemarin = fields.Datetime.subtract(self._jam_ini(), days=1)
        self.env.cr.execute(SQL("DELETE FROM %s WHERE jam < %s", SQL.identifier(self._table), kemarin))
