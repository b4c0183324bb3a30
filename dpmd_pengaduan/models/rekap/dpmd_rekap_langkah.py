import math

from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.tools import SQL

from ..kantor.hari import awal_hari

# How long a step was on its desk and how long it should have been, in hours: the one place that says so.
LAMA, TARGET = SQL("l.lama_jam"), SQL("l.target_jam")
# Lengths of time are counted in classes, each this much longer than the one before, so that any months and any
# bidang can be added up. The middle of a class is at most 5 % off.
KELIPATAN = 1.1
TERPENDEK = 0.01  # hours


def lama_kelas(kelas):
    """Return the length of time (hours) that a class stands for."""
    return KELIPATAN ** (kelas + 0.5)


def persentil(kelas, bagian):
    """Return the length of time (hours) within which a share of the steps was done; none of no step.

    :param dict kelas: how many steps, by class
    :param float bagian: the share, such as 0.9
    """
    sisa = math.ceil(bagian * sum(kelas.values()))
    for nomor, jumlah in sorted(kelas.items()):
        sisa -= jumlah
        if sisa <= 0:
            return lama_kelas(nomor)
    return None


class DpmdRekapLangkah(models.Model):
    """How long the SOP's steps took in a month and a bidang, counted at night: many steps, and no case, in a row.

    Steps of cases in which an official of the office is reported are left out: who may not know of the case could
    find it here.
    """

    _name = "dpmd.rekap.langkah"
    _description = "Step Durations"
    _log_access = False

    company_id = fields.Many2one("res.company", string="Office", required=True, ondelete="cascade")
    bidang_id = fields.Many2one("dpmd.bidang", ondelete="cascade")
    bulan = fields.Date(string="Month", required=True)
    nomor = fields.Integer(string="SOP Step", required=True)
    kelas = fields.Integer(string="Class", required=True, aggregator=None)
    jumlah = fields.Integer(string="How many", required=True)
    bertarget = fields.Integer(string="Of these with a Target", required=True)
    lewat = fields.Integer(string="Over the Target", required=True)
    target_jam = fields.Float(string="Target (hours)", aggregator="max")

    _bulan_idx = models.Index("(company_id, bulan)")

    @api.model
    def _hitung(self, bulan_sudo):
        """Count a month anew.

        :param bulan_sudo: a record of ``dpmd.rekap.bulan``
        """
        company, bulan = bulan_sudo.company_id, bulan_sudo.bulan
        self.env.cr.execute(
            SQL("DELETE FROM dpmd_rekap_langkah WHERE company_id = %s AND bulan = %s", company.id, bulan)
        )
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO dpmd_rekap_langkah
                       (company_id, bidang_id, bulan, nomor, kelas, jumlah, bertarget, lewat, target_jam)
                SELECT l.company_id, p.bidang_id, %(bulan)s, l.nomor,
                       floor(ln(GREATEST(%(lama)s, %(terpendek)s)) / ln(%(kelipatan)s::float))::int,
                       count(*), count(*) FILTER (WHERE %(target)s > 0),
                       count(*) FILTER (WHERE %(target)s > 0 AND %(lama)s > %(target)s), max(%(target)s)
                  FROM dpmd_langkah l JOIN dpmd_pengaduan p ON p.id = l.pengaduan_id
                 WHERE l.company_id = %(kantor)s AND l.jenis = 'langkah' AND l.nomor BETWEEN 2 AND 17
                   AND l.terjadi >= %(dari)s AND l.terjadi < %(sampai)s AND p.terlapor_pejabat IS NULL
                 GROUP BY l.company_id, p.bidang_id, l.nomor, 5
                """,
                bulan=bulan,
                lama=LAMA,
                target=TARGET,
                terpendek=TERPENDEK,
                kelipatan=KELIPATAN,
                kantor=company.id,
                dari=awal_hari(company, bulan),
                sampai=awal_hari(company, bulan + relativedelta(months=1)),
            )
        )
        bulan_sudo.write({"kotor": False, "dihitung": fields.Datetime.now()})
        self.invalidate_model()
