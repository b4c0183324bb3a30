from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.misc import hmac


class DpmdPercobaan(models.Model):
    """How often an address tried something on the public pages, hour by hour of this day.

    The address is not kept: only a keyed hash over it, the day and what was tried, gone a day later.
    """

    _name = "dpmd.percobaan"
    _description = "Attempts on the Public Pages"
    _log_access = False

    sidik = fields.Char(string="Hash", required=True)
    jam = fields.Datetime(string="Hour", required=True, index=True)
    jumlah = fields.Integer(string="Attempts", required=True)

    _sidik_uniq = models.UniqueIndex("(sidik, jam)")

    @api.model
    def _jam_ini(self):
        return fields.Datetime.now().replace(minute=0, second=0, microsecond=0)

    @api.model
    def _sidik(self, kegiatan, alamat):
        pesan = f"{kegiatan}:{self._jam_ini().date()}:{alamat}"
        return hmac(self.env(su=True), "dpmd.percobaan", pesan)

    @api.model
    def _terlalu_sering(self, kegiatan, alamat):
        """Return whether an address has used up this hour's or this day's tries.

        :param str kegiatan: ``kirim`` (a complaint), ``unggah`` (a file), ``lacak`` (a wrong receipt number) or
            ``verifikasi`` (a paper that is none of ours, or a file compared with one)
        :param str alamat: network address
        """
        percobaan_sudo = self.sudo().search([("sidik", "=", self._sidik(kegiatan, alamat))])
        sejam_sudo = percobaan_sudo.filtered(lambda percobaan: percobaan.jam == self._jam_ini())
        instansi_sudo = self.env["dpmd.instansi"]._milik(self.env.company)
        return (
            sum(sejam_sudo.mapped("jumlah")) >= instansi_sudo[f"batas_{kegiatan}_jam"]
            or sum(percobaan_sudo.mapped("jumlah")) >= instansi_sudo[f"batas_{kegiatan}_hari"]
        )

    @api.model
    def _hitung(self, kegiatan, alamat):
        """Count one try of an address."""
        self.env.cr.execute(
            SQL(
                """INSERT INTO %(tabel)s (sidik, jam, jumlah) VALUES (%(sidik)s, %(jam)s, 1)
               ON CONFLICT (sidik, jam) DO UPDATE SET jumlah = %(tabel)s.jumlah + 1""",
                tabel=SQL.identifier(self._table),
                sidik=self._sidik(kegiatan, alamat),
                jam=self._jam_ini(),
            )
        )
        self.sudo().invalidate_model(["jumlah"])

    @api.autovacuum
    def _gc_lama(self):
        kemarin = fields.Datetime.subtract(self._jam_ini(), days=1)
        self.env.cr.execute(SQL("DELETE FROM %s WHERE jam < %s", SQL.identifier(self._table), kemarin))
