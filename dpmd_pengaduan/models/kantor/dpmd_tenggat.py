from datetime import timedelta

from odoo import api, fields, models

ZONA = "Asia/Makassar"  # WITA, where the company's calendar does not name another zone of the country
ZONA_INDONESIA = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Ujung_Pandang", "Asia/Jayapura")


def zona(company):
    """Return the time zone of an office. A calendar nobody has set says UTC, where midnight is at eight here."""
    tz = company.sudo().resource_calendar_id.tz
    return tz if tz in ZONA_INDONESIA else ZONA


class DpmdTenggat(models.Model):
    """A clock of the law or of practice: from one event to another, in days."""

    _name = "dpmd.tenggat"
    _description = "Time Limit"
    _order = "sequence, id"

    name = fields.Char(required=True)
    kode = fields.Selection(
        [
            ("verifikasi", "Received until registered"),
            ("tanggapan", "Received until told complete or incomplete"),
            ("melengkapi", "Told incomplete until completed"),
            ("putusan", "Declared complete until signed"),
            ("pemberitahuan", "Signed until the pelapor is told"),
            ("tanpa_pengawasan", "Received until signed, no oversight content"),
            ("pengawasan", "Received until signed, oversight content"),
        ],
        string="Clock",
        required=True,
    )
    jumlah = fields.Integer(string="Days", required=True)
    satuan = fields.Selection(
        [("kalender", "Calendar days"), ("kerja", "Working days")], string="Unit", required=True, default="kalender"
    )
    dasar = fields.Char(string="Legal Basis")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _kode_uniq = models.Constraint("UNIQUE(kode)", "This clock exists already.")
    _jumlah_positif = models.Constraint("CHECK(jumlah > 0)", "A time limit is at least one day.")

    @api.model
    def _berjalan(self):
        """Return the clocks that are switched on, by their code (superuser)."""
        return {tenggat.kode: tenggat for tenggat in self.sudo().search([])}

    def _jatuh_tempo(self, mulai, company):
        """Return the last day of the clock.

        :param datetime mulai: UTC moment the clock starts
        :param company: the office, whose calendar says what a working day is
        :return: date, in the office's time zone; False where the clock is off
        """
        if not self or not self.active or not mulai:
            return False
        kalender = company.resource_calendar_id
        hari = fields.Datetime.context_timestamp(self.with_context(tz=zona(company)), mulai)
        if self.satuan == "kerja" and kalender:
            besok = (hari + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
            akhir = kalender.plan_days(self.jumlah, besok, compute_leaves=True)
            if akhir:
                return akhir.date()
        return (hari + timedelta(days=self.jumlah)).date()
