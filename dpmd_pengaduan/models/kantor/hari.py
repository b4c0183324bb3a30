"""The days of an office, on its own clock."""

from datetime import date, datetime, time, timedelta

import pytz

ZONA = "Asia/Makassar"  # WITA, where the company's calendar does not name another zone of the country
ZONA_INDONESIA = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Ujung_Pandang", "Asia/Jayapura")
TERAWAL, TERAKHIR = date(1900, 1, 1), date(9000, 1, 1)  # the very first and last days have no hour in UTC


def zona(company):
    """Return the time zone of an office. A calendar nobody has set says UTC, where midnight is at eight here."""
    tz = company.sudo().resource_calendar_id.tz
    return tz if tz in ZONA_INDONESIA else ZONA


def hari_setempat(company, saat):
    """Return the date of a moment (UTC, naive) in an office."""
    return pytz.utc.localize(saat).astimezone(pytz.timezone(zona(company))).date()


def awal_hari(company, tanggal, jam=0):
    """Return the moment (UTC, naive) a day begins at an office, or an hour of it.

    :param company: the office, whose clock counts
    :param date tanggal: the day
    :param int jam: hour of the day, 0 to 23
    """
    tanggal = min(max(tanggal, TERAWAL), TERAKHIR)
    setempat = pytz.timezone(zona(company)).localize(datetime.combine(tanggal, time(jam)))
    return setempat.astimezone(pytz.utc).replace(tzinfo=None)


def akhir_hari(company, hari):
    """Return the moment (UTC, naive) at which a date ends in an office."""
    return awal_hari(company, hari + timedelta(days=1))


def rentang_hari(company, dari, sampai):
    """Return the moments (UTC) between which days lie at an office: from the first until before the second.

    :param date dari: first day
    :param date sampai: last day
    """
    return awal_hari(company, dari), awal_hari(company, min(sampai, TERAKHIR) + timedelta(days=1))
