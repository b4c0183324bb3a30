from itertools import islice

from odoo import api, fields, models

from .hari import hari, hari_kerja, hari_setempat


def jatuh_tempo(company, mulai, jumlah, kerja=False, jeda=()):
    """Return the last day of a clock. The day it starts on does not count.

    :param datetime mulai: UTC moment the clock starts
    :param int jumlah: days, at least one
    :param bool kerja: whether only the office's working days count
    :param jeda: spans in which the clock stood still, ``[(date, date)]``; of each the first day still counts
    :return: date, in the office's time zone
    """
    awal = hari_setempat(company, mulai)
    semua = hari_kerja(company, awal) if kerja else hari(awal)
    dihitung = (satu for satu in semua if not any(dari < satu <= sampai for dari, sampai in jeda))
    return next(islice(dihitung, jumlah - 1, None))


class DpmdTenggat(models.Model):
    """A clock of the law or of practice, as an office keeps it: from one event to another, in days.

    The rows that come with the addon belong to no office; each office has its own copies of them.
    """

    _name = "dpmd.tenggat"
    _description = "Time Limit"
    _inherit = ["dpmd.jam.kantor"]
    _order = "sequence, id"

    name = fields.Char(required=True)
    company_id = fields.Many2one("res.company", string="Office", index=True, ondelete="restrict")
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

    _kode_uniq = models.Constraint("UNIQUE(company_id, kode)", "This clock exists already.")
    _jumlah_wajar = models.Constraint("CHECK(jumlah BETWEEN 1 AND 1000)", "A time limit is 1 to 1000 days.")

    @api.model
    def _semua(self, company):
        """Return the clocks of an office by their code, those that are off too (superuser)."""
        milik_sudo = self.sudo().with_context(active_test=False).search([("company_id", "=", company.id)])
        if not milik_sudo:  # an office nobody has set up yet
            self.env["dpmd.instansi"]._milik(company)
            milik_sudo = milik_sudo.search([("company_id", "=", company.id)])
        return {tenggat.kode: tenggat for tenggat in milik_sudo}

    @api.model
    def _berjalan(self, company):
        """Return the clocks of an office that are switched on, by their code (superuser)."""
        return {kode: tenggat for kode, tenggat in self._semua(company).items() if tenggat.active}

    def _jatuh_tempo(self, mulai, company, jeda=()):
        """Return the last day of the clock (date, in the office's time zone); False where it is off.

        :param datetime mulai: UTC moment the clock starts
        :param company: the office, whose calendar says what a working day is
        :param jeda: see :func:`jatuh_tempo`
        """
        if not self or not self.active or not mulai:
            return False
        return jatuh_tempo(company, mulai, self.jumlah, self.satuan == "kerja", jeda)
