"""The words of letters: selections, dates and numbers as Indonesian says them.

Letters are Indonesian in every database, whatever its languages: dates come from Babel, and the words of selections
from this addon's own ``i18n/id.po``, so that letter and screen never differ.
"""

from datetime import datetime
from functools import cache

import pytz
from babel.dates import format_date, format_datetime
from markupsafe import Markup
from num2words import num2words
from odoo.addons.base.models.ir_model import selection_xmlid
from odoo.tools import file_open
from odoo.tools.translate import translation_file_reader

from ..kantor.hari import zona
from .alinea import alinea
from .sapaan import bersapaan, penerima, pimpinan, tanpa_telepon

ADDON = "dpmd_pengaduan"
BAHASA = "id_ID"
NAMA_ZONA = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Ujung_Pandang": "WITA",
    "Asia/Jayapura": "WIT",
}


@cache
def _kata_pilihan():
    """Return the Indonesian word of every selection value, by XML id; read once per process."""
    with file_open(f"{ADDON}/i18n/id.po", "rb") as berkas:
        return {
            f"{ADDON}.{baris['imd_name']}": baris["value"]
            for baris in translation_file_reader(berkas)
            if baris.get("imd_model") == "ir.model.fields.selection" and baris["value"]
        }


def kata_pilihan(model, name, nilai):
    """Return the Indonesian word of a value of a selection field.

    :raise KeyError: id.po has none; the lint finds that first
    """
    return _kata_pilihan()[selection_xmlid(ADDON, model, name, nilai)]


def terbilang(angka):
    """Return a number with its words, such as 3 (tiga)."""
    return f"{angka} ({num2words(angka, lang='id')})"


def huruf_kecil(kata):
    """Return a word as it stands within a sentence; a name such as WhatsApp keeps its capitals."""
    return kata[:1].lower() + kata[1:] if kata.split(" ")[0][1:].islower() else kata


class Kata:
    """What a template calls for words; belongs to the ``Surat`` of an office (``company``)."""

    def kata(self, record, name):
        """Return the word of a record's selection field; empty where nothing is chosen."""
        return kata_pilihan(record._name, name, record[name]) if record[name] else ""

    def kata_kecil(self, record, name):
        """Return the word of a record's selection field for the middle of a sentence."""
        return huruf_kecil(self.kata(record, name))

    def pilihan(self, model, name):
        """Return the keys of a selection field, each with its word, for boxes to tick."""
        kunci = self.env[model]._fields[name].get_values(self.env)
        return [(nilai, kata_pilihan(model, name, nilai)) for nilai in kunci]

    # ------------------------------------------------------------------
    # Dates and hours, on the office's clock
    # ------------------------------------------------------------------

    @property
    def hari_ini(self):
        return self.env["dpmd.penugasan"].with_company(self.company)._hari_ini()

    @property
    def zona(self):
        """The office's time zone as people call it, such as WITA."""
        return NAMA_ZONA[self._tz]

    @property
    def _tz(self):
        return zona(self.company)

    def _setempat(self, waktu):
        return pytz.utc.localize(waktu).astimezone(pytz.timezone(self._tz))

    def tanggal(self, nilai, pola="d MMMM y"):
        """Return a date (or the office's date of a UTC datetime) in Indonesian; empty for none."""
        if not nilai:
            return ""
        if isinstance(nilai, datetime):
            nilai = self._setempat(nilai)
        return format_date(nilai, pola, locale=BAHASA)

    def hari_tanggal(self, nilai):
        """Return a date with its day, such as Senin, 23 November 2026."""
        return self.tanggal(nilai, "EEEE, d MMMM y")

    def jam(self, nilai):
        """Return the office's time of a UTC datetime, such as 09.30."""
        return format_datetime(self._setempat(nilai), "HH.mm", locale=BAHASA) if nilai else ""

    def waktu(self, nilai):
        """Return date and time in short, such as 23-11-2026 09.30."""
        return f"{self.tanggal(nilai, 'dd-MM-y')} {self.jam(nilai)}" if nilai else ""

    def pukul(self, rapat):
        """Return from when to when a meeting is planned."""
        selesai = self.jam(rapat.selesai) if rapat.selesai else "selesai"
        return f"{self.jam(rapat.mulai)} {self.zona} s.d. {selesai} {self.zona}"

    def tanggal_terbilang(self, nilai):
        """Return a date in words, as a berita acara names it."""
        angka = {name: num2words(getattr(nilai, name), lang="id") for name in ("day", "year")}
        return Markup("<b>%s</b> tanggal <b>%s</b> bulan <b>%s</b> tahun <b>%s</b> (%s)") % (
            self.tanggal(nilai, "EEEE"),
            angka["day"],
            self.tanggal(nilai, "MMMM"),
            angka["year"],
            self.tanggal(nilai, "dd-MM-y"),
        )

    # ------------------------------------------------------------------
    # Numbers and names
    # ------------------------------------------------------------------

    terbilang = staticmethod(terbilang)
    alinea = staticmethod(alinea)
    bersapaan = staticmethod(bersapaan)
    tanpa_telepon = staticmethod(tanpa_telepon)
    pimpinan = staticmethod(pimpinan)
    penerima = staticmethod(penerima)

    def huruf_besar(self, ke):
        """Return the letter of a section, counted from 0: A, B, C."""
        return chr(ord("A") + ke)

    def lama(self, jam):
        """Return hours as people say them: 2 hari 3 jam, 45 menit."""
        menit = round((jam or 0) * 60)
        hari, menit = divmod(menit, 24 * 60)
        jam, menit = divmod(menit, 60)
        if hari:
            return f"{hari} hari {jam} jam" if jam else f"{hari} hari"
        if jam:
            return f"{jam} jam {menit} menit" if menit else f"{jam} jam"
        return f"{menit} menit"

    def nip(self, nip):
        """Return a NIP in groups of 8, 6, 1 and 3."""
        if not nip or len(nip) != 18:
            return nip or ""
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"

    def inisial(self, nama):
        """Return the initials of a name without its titles, as a paraf."""
        return "".join(kata[0].upper() for kata in (nama or "").split(",")[0].split() if "." not in kata)[:4]
