"""The days of an office, on its own clock."""

from datetime import date, datetime, time, timedelta
from itertools import count

import pytz

ZONA = "Asia/Makassar"  # WITA, where the company's calendar does not name another zone of the country
ZONA_INDONESIA = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Ujung_Pandang", "Asia/Jayapura")
JENDELA = timedelta(days=60)  # how far the calendar of an office is read at once
TANPA_HARI_KERJA = 7  # windows without a working day: the calendar of the office says nothing of use
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


def hari(sesudah, arah=1):
    """Yield the days after a date, or going back (-1) those before it."""
    return (sesudah + timedelta(days=arah * ke) for ke in count(1))


def hari_kerja(company, sesudah, arah=1):
    """Yield the working days of an office after a date, or going back (-1) those before it.

    Where its calendar has none, Monday to Friday.
    """
    kalender, tz = company.sudo().resource_calendar_id, pytz.timezone(zona(company))
    ada, tepi = False, sesudah + timedelta(days=1) if arah > 0 else sesudah
    for jendela in count(1):
        if not kalender or (jendela > TANPA_HARI_KERJA and not ada):
            yield from (satu for satu in hari(sesudah, arah) if satu.weekday() < 5)
        awal, akhir = sorted((tepi, tepi + arah * JENDELA))
        batas = [tz.localize(datetime.combine(satu, time.min)) for satu in (awal, akhir)]
        bekerja = {mulai.date() for mulai, *_lain in kalender._work_intervals_batch(*batas, tz=tz)[False]}
        ada = ada or bool(bekerja)
        yield from sorted(bekerja, reverse=arah < 0)
        tepi += arah * JENDELA
