from odoo import api, fields, models
from odoo.tools import SQL

from ..kantor.hari import zona

TERLAMBAT = 100  # lines whose transaction may have ended after that of a line with a higher id


class DpmdRekapBulan(models.Model):
    """A month of an office's cards: whether it has to be counted anew, and up to which line the cards were looked at.

    Noting which months are to be counted and how far the cards were read is one transaction, each month that is
    counted another: killed in between, the job goes on where it was.
    """

    _name = "dpmd.rekap.bulan"
    _description = "Month of Step Durations"
    _log_access = False

    company_id = fields.Many2one("res.company", string="Office", required=True, ondelete="cascade")
    bulan = fields.Date(string="Month", required=True, help="Its first day, on the office's clock.")
    kotor = fields.Boolean(string="To be Counted", required=True)
    sampai_id = fields.Integer(string="Last Line Seen", required=True)
    dihitung = fields.Datetime(string="Counted on")

    _bulan_uniq = models.Constraint("UNIQUE(company_id, bulan)", "An office has each month once.")

    @api.model
    def _cron_hitung(self):
        """Count anew every month of every office in which a case has new lines, also of its bidang or earlier steps."""
        for instansi_sudo in self.env["dpmd.instansi"].sudo().search([("company_id", "!=", False)]):
            self._tandai(instansi_sudo.company_id)
        kotor_sudo = self.sudo().search([("kotor", "=", True)], order="bulan desc")
        self.env["ir.cron"]._commit_progress(remaining=len(kotor_sudo))
        for bulan_sudo in kotor_sudo:
            self.env["dpmd.rekap.langkah"]._hitung(bulan_sudo)
            if not self.env["ir.cron"]._commit_progress(1):
                break

    @api.model
    def _hitung(self, company):
        """Count an office at once, in this transaction."""
        self._tandai(company)
        for bulan_sudo in self.sudo().search([("kotor", "=", True), ("company_id", "=", company.id)]):
            self.env["dpmd.rekap.langkah"]._hitung(bulan_sudo)

    @api.model
    def _tandai(self, company):
        """Note the months of an office in which cases have steps whose cards went on since the last time."""
        self.env.flush_all()
        kantor = company.id
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO dpmd_rekap_bulan (company_id, bulan, kotor, sampai_id)
                SELECT l.company_id, date_trunc('month', l.terjadi AT TIME ZONE 'UTC' AT TIME ZONE %(zona)s)::date,
                       TRUE, (SELECT max(id) FROM dpmd_langkah)
                  FROM dpmd_langkah l
                 WHERE l.company_id = %(kantor)s AND l.jenis = 'langkah' AND l.pengaduan_id IN (
                       SELECT pengaduan_id FROM dpmd_langkah
                        WHERE company_id = %(kantor)s AND id > COALESCE((
                              SELECT max(sampai_id) FROM dpmd_rekap_bulan WHERE company_id = %(kantor)s
                        ), 0) - %(terlambat)s)
                 GROUP BY 1, 2
                    ON CONFLICT (company_id, bulan)
                    DO UPDATE SET kotor = TRUE, sampai_id = EXCLUDED.sampai_id
                """,
                kantor=kantor,
                zona=zona(company),
                terlambat=TERLAMBAT,
            )
        )
        self.invalidate_model()
