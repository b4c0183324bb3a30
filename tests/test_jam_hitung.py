"""The last day of a clock, compared with a slow count of one day after the other."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odoo import Command
from odoo.addons.dpmd_pengaduan.models.kantor.dpmd_tenggat import jatuh_tempo
from odoo.addons.dpmd_pengaduan.models.kantor.hari import akhir_hari, hari_setempat
from odoo.tests import TransactionCase, tagged

from .common import KantorCase

ATUR = settings(
    max_examples=120, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
# Zone of the calendar, the zone the office goes by, its working days (0 = Monday).
KALENDER = {
    "WITA": ("Asia/Makassar", "Asia/Makassar", range(5)),
    "WIB": ("Asia/Jakarta", "Asia/Jakarta", range(6)),
    "WIT": ("Asia/Jayapura", "Asia/Jayapura", (0, 1, 3, 4)),
    # Not a zone of the country, and one whose days are 23 and 25 hours long: such an office goes by WITA.
    "summer time": ("Europe/Berlin", "Asia/Makassar", range(5)),
}
# Holidays: the ends of months and years, a Friday before a weekend, a week in a row, one on a Sunday.
LIBUR = {
    *(date(tahun, bulan, hari) for tahun in (2026, 2027) for bulan, hari in ((1, 1), (12, 31), (4, 30), (5, 1))),
    *(date(2027, 3, 8) + timedelta(days=hari) for hari in range(7)),
    date(2026, 4, 3),
    date(2028, 2, 29),
    date(2027, 8, 15),
}
SAAT = st.datetimes(datetime(2026, 1, 1), datetime(2028, 4, 1)).map(lambda saat: saat.replace(microsecond=0))
# Moments around midnight, where the date of the server is not that of the office.
MIDNIGHT = st.builds(
    lambda hari, menit: datetime(2026, 12, 20, 16) + timedelta(days=hari, minutes=menit),
    st.integers(0, 30),
    st.integers(-70, 70),
)
JEDA = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2028, 6, 1)), st.integers(0, 40)).map(
        lambda satu: (satu[0], satu[0] + timedelta(days=satu[1]))
    ),
    max_size=4,
)


def hitung_lambat(kunci, mulai, jumlah, kerja, jeda=()):
    """Return the last day, found by looking at each day in turn."""
    _kalender, zona, hari_kerja = KALENDER[kunci]
    hari = mulai.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zona)).date()
    while jumlah:
        hari += timedelta(days=1)
        berdiri = any(
            hari in [dari + timedelta(days=ke) for ke in range(1, (sampai - dari).days + 1)] for dari, sampai in jeda
        )
        bekerja = hari.weekday() in hari_kerja and hari not in LIBUR
        if not berdiri and (bekerja or not kerja):
            jumlah -= 1
    return hari


@tagged("post_install", "-at_install")
class TestJamHitung(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kantor = {kunci: cls.buat_kantor(kunci, *isi) for kunci, isi in KALENDER.items()}

    @classmethod
    def buat_kantor(cls, kunci, zona, _zona_kantor, hari_kerja):
        kalender = cls.env["resource.calendar"].create(
            {
                "name": kunci,
                "tz": zona,
                "attendance_ids": [Command.clear()]
                + [
                    Command.create({"name": "Kerja", "dayofweek": str(hari), "hour_from": dari, "hour_to": sampai})
                    for hari in hari_kerja
                    for dari, sampai in ((8, 12), (13, 16))
                ],
            }
        )
        company = cls.env["res.company"].create({"name": kunci, "resource_calendar_id": kalender.id})
        kalender.company_id = company
        wilayah = ZoneInfo(zona)

        def utc(hari, jam):
            setempat = datetime.combine(hari, datetime.min.time(), wilayah) + timedelta(hours=jam)
            return setempat.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)

        cls.env["resource.calendar.leaves"].create(
            [
                {"name": str(hari), "calendar_id": kalender.id, "date_from": utc(hari, 0), "date_to": utc(hari, 23.99)}
                for hari in LIBUR
            ]
            # A free afternoon makes no day off.
            + [
                {
                    "name": "Siang",
                    "calendar_id": kalender.id,
                    "date_from": utc(date(2026, 6, 2), 12),
                    "date_to": utc(date(2026, 6, 2), 17),
                }
            ]
        )
        return company

    @ATUR
    @given(st.sampled_from(sorted(KALENDER)), st.one_of(SAAT, MIDNIGHT), st.integers(1, 75), st.booleans(), JEDA)
    def test_equals_the_slow_count(self, kunci, mulai, jumlah, kerja, jeda):
        hasil = jatuh_tempo(self.kantor[kunci], mulai, jumlah, kerja, jeda)
        self.assertEqual(hasil, hitung_lambat(kunci, mulai, jumlah, kerja, jeda))

    @ATUR
    @given(SAAT, st.integers(1, 75), st.booleans(), JEDA, JEDA)
    def test_waiting_longer_never_brings_the_day_nearer(self, mulai, jumlah, kerja, jeda, lagi):
        company = self.kantor["WITA"]
        tanpa, dengan, lebih = (jatuh_tempo(company, mulai, jumlah, kerja, satu) for satu in ((), jeda, jeda + lagi))
        self.assertLessEqual(tanpa, dengan)
        self.assertLessEqual(dengan, lebih)
        self.assertFalse(any(dari < lebih <= sampai for dari, sampai in jeda + lagi), "no clock ends while it stands")

    @ATUR
    @given(st.sampled_from(sorted(KALENDER)), st.one_of(SAAT, MIDNIGHT))
    def test_a_day_ends_when_the_next_one_begins_in_the_office(self, kunci, saat):
        company = self.kantor[kunci]
        akhir = akhir_hari(company, hari_setempat(company, saat))
        self.assertLess(saat, akhir)
        self.assertEqual(hari_setempat(company, akhir), hari_setempat(company, saat) + timedelta(days=1))

    def test_an_office_whose_calendar_never_works_counts_monday_to_friday(self):
        company = self.kantor["WITA"]
        company.resource_calendar_id.attendance_ids.unlink()
        self.assertEqual(jatuh_tempo(company, datetime(2026, 3, 2), 5, kerja=True), date(2026, 3, 9))
        company.resource_calendar_id = False
        self.assertEqual(jatuh_tempo(company, datetime(2026, 3, 2), 5, kerja=True), date(2026, 3, 9))


@tagged("post_install", "-at_install")
class TestJanjiLewat(KantorCase):
    @settings(ATUR, max_examples=25)
    @given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 60)), min_size=1, max_size=6))
    def test_whatever_is_set_and_however_late_it_moves_a_missed_promise_stays(self, langkah):
        """Each step: the days of the clock are set anew, then some days pass and the case moves."""
        self.env.cr.execute("SAVEPOINT hipotesis")
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        putusan, saat, lewat = (
            self.env["dpmd.tenggat"]._semua(self.company)["putusan"],
            pengaduan.tanggal_lengkap,
            False,
        )
        for jumlah, hari in langkah:
            putusan.jumlah = jumlah
            saat += timedelta(days=hari)
            lewat = lewat or (pengaduan.tenggat < hari_setempat(self.company, saat) and pengaduan.tenggat)
            pengaduan._tulis(pengaduan._nilai_tenggat(saat))
            self.assertEqual(pengaduan.janji_lewat, lewat)
            self.assertEqual(pengaduan.tenggat, jatuh_tempo(self.company, pengaduan.tanggal_lengkap, jumlah))
        self.assertEqual(pengaduan.terlambat, bool(lewat) or pengaduan.tenggat < self.env["dpmd.penugasan"]._hari_ini())
        self.env.cr.execute("ROLLBACK TO SAVEPOINT hipotesis")
        self.env.invalidate_all()
