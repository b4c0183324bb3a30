from datetime import datetime, time, timedelta

import pytz
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..kantor.hari import zona
from .alur import BERJALAN, PELAPOR

# What waits on one's own desk, in the order in which it is looked at.
KELOMPOK = [
    ("terlambat", "Late"),
    ("minggu_ini", "This week"),
    ("baru", "New"),
    ("nanti", "Later"),
    ("menunggu_warga", "Waiting for the pelapor"),
]


class DpmdPengaduan(models.Model):
    """Meja Saya in groups: what is late, due this week, just arrived; and what the pelapor still has to do.

    The groups follow from stored, indexed columns and from who asks; nothing is stored for them, so nothing goes stale.
    """

    _inherit = "dpmd.pengaduan"

    kelompok_meja = fields.Selection(
        KELOMPOK,
        string="My Desk",
        compute="_compute_kelompok_meja",
        search="_search_kelompok_meja",
        group_expand="_perluas_kelompok",
        help="Empty for a case that is not on my desk.",
    )
    # Columns in the order of the SOP, those without a case too.
    state = fields.Selection(group_expand="_perluas_state")
    desk_jabatan = fields.Selection(group_expand=True)

    def _kelompok(self):
        """Return the groups of this user's desk, each with its domain; a case is in one at most.

        What waits for the pelapor is shown to who keeps the forms. It is nobody's to act on, so it counts apart.
        """
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        kemarin = datetime.combine(hari_ini - timedelta(days=1), time())
        kemarin = pytz.timezone(zona(self.env.company)).localize(kemarin).astimezone(pytz.utc).replace(tzinfo=None)
        kelompok, sisa = {}, self._domain_meja_saya()
        for kunci, domain in (
            ("terlambat", Domain("desk_tenggat", "<", hari_ini)),
            ("minggu_ini", Domain("desk_tenggat", "<=", hari_ini + timedelta(days=6 - hari_ini.weekday()))),
            ("baru", Domain("desk_sejak", ">=", kemarin)),
        ):
            kelompok[kunci] = sisa & domain
            sisa &= ~domain
        warga = Domain("desk_jabatan", "=", PELAPOR)
        warga &= Domain("company_id", "in", self.env.user.dpmd_pengadmin_company_ids.ids)
        return {**kelompok, "nanti": sisa, "menunggu_warga": warga}

    @api.depends("desk_jabatan", "desk_tenggat", "desk_sejak", "bidang_id", "pelaksana_id", "company_id")
    @api.depends_context("uid")
    def _compute_kelompok_meja(self):
        self.kelompok_meja = False
        for kunci, domain in self._kelompok().items():
            self.filtered_domain(domain).kelompok_meja = kunci

    def _search_kelompok_meja(self, operator, value):
        if operator != "in":
            return NotImplemented
        kelompok = self._kelompok()
        domain = Domain.OR(kelompok[kunci] for kunci in value if kunci in kelompok)
        if False in value:
            domain |= ~(self._domain_meja_saya() | kelompok["menunggu_warga"])
        return domain

    def _read_group_groupby(self, alias, groupby_spec, query):
        if groupby_spec != "kelompok_meja":
            return super()._read_group_groupby(alias, groupby_spec, query)
        self._check_field_access(self._fields["kelompok_meja"], "read")
        cabang = (
            SQL("WHEN %s THEN %s", domain.optimize_full(self)._to_sql(self, alias, query), kunci)
            for kunci, domain in self._kelompok().items()
        )
        return SQL("CASE %s END", SQL(" ").join(cabang))

    def _perluas_kelompok(self, ada, domain):
        """Return the groups to show; that of the pelapor to nobody who keeps no forms."""
        petugas = self.env.user.dpmd_pengadmin_company_ids
        return [kunci for kunci, _label in KELOMPOK if kunci in ada or petugas or kunci != "menunggu_warga"]

    def _perluas_state(self, ada, domain):
        """Return the statuses to show: those a case passes through, and the last ones where a case is in them.

        Of a search only those where something was found, so that what was found is seen.
        """
        if any(syarat.field_expr == "cari" for syarat in Domain(domain).iter_conditions()):
            return [kunci for kunci, _label in self._fields["state"].selection if kunci in ada]
        return [kunci for kunci, _label in self._fields["state"].selection if kunci in BERJALAN or kunci in ada]

    # ------------------------------------------------------------------
    # Counters
    # ------------------------------------------------------------------

    @api.model
    @api.readonly
    def hitung_meja(self):
        """Return how much waits for this user, for the counters beside the menu.

        :return: number of cases by key of ``KELOMPOK``, and ``meja``: those that are the user's to act on
        :rtype: dict
        :raise AccessError: the user reads no cases
        """
        jumlah = dict(self._read_group([("kelompok_meja", "!=", False)], ["kelompok_meja"], ["__count"]))
        hitung = {kunci: jumlah.get(kunci, 0) for kunci, _label in KELOMPOK}
        return {**hitung, "meja": sum(hitung.values()) - hitung["menunggu_warga"]}
