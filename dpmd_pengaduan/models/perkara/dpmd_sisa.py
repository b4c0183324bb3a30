from odoo import api, fields, models
from odoo.tools import SQL

from ..kantor.langkah import Langkah

PERSENTIL = 0.9
TERSEDIKIT = 10  # finished cases, or there is no claim
TERBANYAK = 5000  # the latest finished ones: the cost does not grow with the register


class DpmdSisa(models.Model):
    """How long it takes from reaching a step until the Kadis has signed: nine of ten cases of a year were quicker.

    From the office's own cards, counted at night, in calendar days. Too few cases give no row, and so no claim.
    """

    _name = "dpmd.sisa"
    _description = "Time Still Needed"
    _order = "company_id, langkah"

    company_id = fields.Many2one("res.company", string="Office", required=True, ondelete="cascade")
    langkah = fields.Integer(string="From SOP Step", required=True)
    hari = fields.Integer(string="Days", required=True)
    jumlah = fields.Integer(string="Cases", required=True)
    tanggal = fields.Date(string="Counted on", required=True)

    _langkah_uniq = models.Constraint("UNIQUE(company_id, langkah)", "A step is counted once.")

    @api.model
    def _hitung(self, company):
        """Count anew for an office, from the first rounds of its cases that were finished within a year.

        :return: the rows (superuser)
        """
        hari_ini = self.env["dpmd.penugasan"].with_company(company)._hari_ini()
        self.env.flush_all()
        baris = self.env.execute_query(
            SQL(
                """
                WITH tuntas AS (
                    SELECT id, tanggal_tanda_tangan AS saat FROM dpmd_pengaduan
                     WHERE tanggal_selesai >= %(sejak)s AND company_id = %(company)s AND state = 'selesai'
                       AND putaran = 1 AND induk_id IS NULL AND tanggal_tanda_tangan IS NOT NULL
                     ORDER BY tanggal_selesai DESC LIMIT %(terbanyak)s
                ), tiba AS (
                    SELECT t.saat, l.nomor, min(l.mulai) AS mulai
                      FROM tuntas t JOIN dpmd_langkah l ON l.pengaduan_id = t.id
                     WHERE l.nomor BETWEEN %(awal)s AND %(akhir)s AND l.mulai <= t.saat
                       AND l.jenis IN ('langkah', 'dilewati', 'catatan')
                     GROUP BY t.id, t.saat, l.nomor
                )
                SELECT nomor, count(*), ceil(percentile_cont(%(persentil)s) WITHIN GROUP (
                           ORDER BY EXTRACT(EPOCH FROM saat - mulai) / 86400))::int
                  FROM tiba GROUP BY nomor HAVING count(*) >= %(tersedikit)s
                """,
                sejak=fields.Date.subtract(hari_ini, years=1),
                company=company.id,
                terbanyak=TERBANYAK,
                awal=int(Langkah.TERIMA_KADIS),
                akhir=int(Langkah.TANDA_TANGAN),
                persentil=PERSENTIL,
                tersedikit=TERSEDIKIT,
            )
        )
        self.sudo().search([("company_id", "=", company.id)]).unlink()
        return self.sudo().create(
            [
                {"company_id": company.id, "langkah": nomor, "hari": hari, "jumlah": jumlah, "tanggal": hari_ini}
                for nomor, jumlah, hari in baris
            ]
        )
