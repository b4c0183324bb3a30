from datetime import date, datetime, time, timedelta

import pytz

from .dpmd_tenggat import zona

TERAWAL, TERAKHIR = date(1900, 1, 1), date(9000, 1, 1)  # the very first and last days have no hour in UTC


def awal_hari(company, tanggal):
    """Return the moment (UTC) a day begins at an office.

    :param company: the office, whose clock counts
    :param date tanggal: the day
    """
    tanggal = min(max(tanggal, TERAWAL), TERAKHIR)
    setempat = pytz.timezone(zona(company)).localize(datetime.combine(tanggal, time.min))
    return setempat.astimezone(pytz.utc).replace(tzinfo=None)


def rentang_hari(company, dari, sampai):
    """Return the moments (UTC) between which days lie at an office: from the first until before the second.

    :param date dari: first day
    :param date sampai: last day
    """
    return awal_hari(company, dari), awal_hari(company, min(sampai, TERAKHIR) + timedelta(days=1))
