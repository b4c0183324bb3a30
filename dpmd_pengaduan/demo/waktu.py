"""The demo's clock: what happened weeks ago is written with the time it happened, in the order it happened."""

import heapq
from contextlib import ExitStack, contextmanager
from datetime import datetime, time, timedelta
from unittest.mock import patch

import pytz
from odoo import fields

ZONA = pytz.timezone("Asia/Makassar")


def lokal(waktu):
    """Return a UTC moment as the office sees it."""
    return pytz.utc.localize(waktu).astimezone(ZONA)


def pada_jam(tanggal, jam):
    """Return the UTC moment of an hour (e.g. 9.5) of a day in the office, moved on from a weekend to Monday."""
    while tanggal.weekday() > 4:
        tanggal += timedelta(days=1)
    moment = ZONA.localize(datetime.combine(tanggal, time())) + timedelta(hours=jam)
    return moment.astimezone(pytz.utc).replace(tzinfo=None)


def hari_lalu(sekarang, hari, jam):
    """Return the UTC moment of an hour so many days before ``sekarang``, moved back from a weekend to Friday."""
    tanggal = lokal(sekarang).date() - timedelta(days=hari)
    return pada_jam(tanggal - timedelta(days=max(tanggal.weekday() - 4, 0)), jam)


@contextmanager
def pada(env, waktu):
    """Let the block run at another moment (UTC).

    The card is append-only, so a line that belongs to the past must be written with its own time. This
    turns the clock of this process back for the loader alone, and it is used nowhere but in the demo.
    """
    hari_ini = fields.Date.context_today
    with ExitStack() as tumpukan:
        for objek, nama, nilai in (
            (fields.Datetime, "now", staticmethod(lambda *args: waktu)),
            (fields.Date, "today", staticmethod(lambda *args: waktu.date())),
            (fields.Date, "context_today", staticmethod(lambda rekaman, saat=None: hari_ini(rekaman, saat or waktu))),
            # Core hands these their clock at import time, or keeps it with the transaction.
            (env["mail.message"]._fields["date"], "default", lambda _model: waktu),
            (env.cr, "_now", waktu),
            # Invented people get no mail.
            (type(env["mail.mail"]), "send_after_commit", lambda _mail: None),
        ):
            tumpukan.enter_context(patch.object(objek, nama, nilai))
        yield


def jalankan(env, perjalanan):
    """Run many stories at once, each moment in its turn, so that numbers follow the order of the days.

    :param perjalanan: iterables that yield the UTC moment of what they do next
    """
    sekarang = fields.Datetime.now()
    antrean = []

    def antre(nomor, cerita):
        waktu = next(cerita, None)
        if waktu:
            heapq.heappush(antrean, (min(waktu, sekarang), nomor, cerita))

    for nomor, cerita in enumerate(perjalanan):
        antre(nomor, iter(cerita))
    while antrean:
        waktu, nomor, cerita = heapq.heappop(antrean)
        env.invalidate_all()  # who holds what depends on the day
        with pada(env, waktu):
            antre(nomor, cerita)
            env.flush_all()
