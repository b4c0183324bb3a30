import logging
import threading

import psycopg2
from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.misc import hmac

_logger = logging.getLogger(__name__)

# Counting takes a connection beside the request's own; in a crowd these few leave the others to the complaints.
SAMBUNGAN = threading.BoundedSemaphore(4)
TUNGGU_DETIK = 2
SIAGA = 5000  # wrong receipt numbers of all connections in an hour: somebody guesses


class DpmdPercobaan(models.Model):
    """One try on the public pages: what was tried, by whom, in which hour. Rows are only added, and gone a day later.

    By whom is not kept: only a keyed hash over it, the day and what was tried.
    """

    _name = "dpmd.percobaan"
    _description = "Attempts on the Public Pages"
    _log_access = False

    kegiatan = fields.Char(string="What", required=True)
    sidik = fields.Char(string="Hash", required=True)
    jam = fields.Datetime(string="Hour", required=True, index=True)

    _sidik_jam = models.Index("(sidik, jam)")

    @api.model
    def _jam_ini(self):
        return fields.Datetime.now().replace(minute=0, second=0, microsecond=0)

    @api.model
    def _sidik(self, kegiatan, pelaku):
        pesan = f"{kegiatan}:{self._jam_ini().date()}:{pelaku}"
        return hmac(self.env(su=True), "dpmd.percobaan", pesan)

    @api.model
    def _terlalu_sering(self, kegiatan, pelaku):
        """Return whether someone has used up this hour's or this day's tries.

        :param str kegiatan: ``kirim`` (a complaint), ``unggah`` (a file), ``lacak`` (a wrong receipt number) or
            ``verifikasi`` (a paper that is none of ours, or a file compared with one)
        :param str pelaku: a network address, or the name of the complaint that is opened
        """
        instansi_sudo = self.env["dpmd.instansi"]._milik(self.env.company)
        sejam, sehari = instansi_sudo[f"batas_{kegiatan}_jam"], instansi_sudo[f"batas_{kegiatan}_hari"]
        hitung = self.sudo().search_count
        sama = [("sidik", "=", self._sidik(kegiatan, pelaku))]
        return (
            hitung([*sama, ("jam", "=", self._jam_ini())], limit=sejam) >= sejam or hitung(sama, limit=sehari) >= sehari
        )

    @api.model
    def _hitung(self, kegiatan, pelaku):
        """Count one try, in a short transaction of its own that waits for no disk and for no other row.

        Where it cannot be counted it is not: no complaint fails for being counted, or is undone with it.
        """
        if not SAMBUNGAN.acquire(timeout=TUNGGU_DETIK):
            return
        try:
            with self.env.registry.cursor() as cr:
                cr.execute("SET LOCAL synchronous_commit TO OFF")
                cr.execute(
                    SQL(
                        "INSERT INTO %s (kegiatan, sidik, jam) VALUES (%s, %s, %s)",
                        SQL.identifier(self._table),
                        kegiatan,
                        self._sidik(kegiatan, pelaku),
                        self._jam_ini(),
                    )
                )
        except psycopg2.Error:
            _logger.warning("A try on the public pages (%s) could not be counted.", kegiatan, exc_info=True)
        finally:
            SAMBUNGAN.release()

    @api.model
    def _cron_siaga(self):
        """Warn the administrators when very many wrong receipt numbers came within the last full hour."""
        jam = fields.Datetime.subtract(self._jam_ini(), hours=1)
        jumlah = self.sudo().search_count([("kegiatan", "=", "lacak"), ("jam", "=", jam)])
        if jumlah < SIAGA:
            return
        _logger.warning("%s wrong receipt numbers within an hour: somebody may be guessing.", jumlah)
        for user in self.env.ref("dpmd_pengaduan.group_administrator").sudo().all_user_ids:
            kata = self.with_context(lang=user.lang).env._
            self.env["mail.thread"].sudo().message_notify(
                partner_ids=user.partner_id.ids,
                subject=kata("Very many wrong receipt numbers"),
                body=kata(
                    "%(jumlah)s wrong receipt numbers were typed on the tracking page within an hour. Right numbers "
                    "still open, and one in ten thousand million million is found by chance; ask whoever runs the "
                    "server to look where they come from.",
                    jumlah=jumlah,
                ),
            )

    @api.autovacuum
    def _gc_lama(self):
        kemarin = fields.Datetime.subtract(self._jam_ini(), days=1)
        self.env.cr.execute(SQL("DELETE FROM %s WHERE jam < %s", SQL.identifier(self._table), kemarin))
