from datetime import datetime, time, timedelta

import pytz
from odoo import models

from .hari import zona


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
        mulai = tanggal + timedelta(days=1) if jumlah > 0 else tanggal
        kalender_sudo = self.company_id.sudo().resource_calendar_id
        saat = pytz.timezone(zona(self.company_id)).localize(datetime.combine(mulai, time.min))
        hasil = kalender_sudo and kalender_sudo.plan_days(jumlah, saat, compute_leaves=True)
        if hasil:
            return hasil.date()
        langkah = timedelta(days=1 if jumlah > 0 else -1)  # no calendar: Monday to Friday
        sisa = abs(jumlah)
        while sisa:
            tanggal += langkah
            sisa -= tanggal.weekday() < 5
        return tanggal
