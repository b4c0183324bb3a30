from datetime import timedelta
from itertools import islice

from odoo import models

from .hari import hari_kerja


class DpmdInstansi(models.Model):
    """Working days of the office: its calendar without weekends and holidays."""

    _inherit = "dpmd.instansi"

    def _hari_kerja(self, tanggal):
        """Return whether the office works on a day.

        :param date tanggal: in the office's time zone
        """
        return self._geser_hari_kerja(tanggal - timedelta(days=1), 1) == tanggal

    def _geser_hari_kerja(self, tanggal, jumlah):
        """Return the working day so many working days after another day, or before it where the number is negative.

        :param date tanggal: in the office's time zone; need not be a working day
        :param int jumlah: working days, not 0
        :return: date
        """
        self.ensure_one()
        return next(islice(hari_kerja(self.company_id, tanggal, 1 if jumlah > 0 else -1), abs(jumlah) - 1, None))
