from odoo import api, fields, models
from odoo.tools import SQL, sql

JENIS = [
    ("kertas", "Paper step that nobody confirmed"),
    ("sanggah", "Paper step that was disputed"),
    ("kertas_sah", "Paper step, confirmed"),
    ("mundur", "Entered a day late or out of order"),
    ("dua_meja", "One person at two desks"),
    ("dilewati", "Desk skipped"),
    ("tanpa_rapat", "Without a meeting"),
    ("tidak", "Another step left out"),
    ("lewat", "Over the target"),
    ("lain", "Other, with a reason"),
]
ANTREAN = "dpmd.penyimpangan"  # the cases whose card went on in this transaction


class DpmdPenyimpangan(models.Model):
    """What left the path, one row for each line of a card and kind: for the inspector to filter, group and count.

    It says nothing that the cards do not say, and is made from them: anew for a case whenever its card goes on, at the
    end of that transaction, and once for all cases of an office that had cards before. So it is no evidence, and
    nothing is sealed in it.
    """

    _name = "dpmd.penyimpangan"
    _description = "Deviation"
    _order = "terjadi desc, id desc"
    _log_access = False
    _rec_name = "langkah_id"

    langkah_id = fields.Many2one(
        "dpmd.langkah", string="Line of the Card", required=True, index=True, ondelete="cascade"
    )
    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one("res.company", string="Office", required=True, ondelete="cascade")
    jenis = fields.Selection(JENIS, string="Kind", required=True)
    terjadi = fields.Datetime(string="Happened", required=True)
    dicatat = fields.Datetime(string="Entered", related="langkah_id.dicatat")
    nomor = fields.Integer(string="SOP Step", related="langkah_id.nomor", aggregator=None)
    nama = fields.Char(string="Name", related="langkah_id.nama")
    sebutan = fields.Char(string="Jabatan", related="langkah_id.sebutan")
    alasan = fields.Text(string="Reason", related="langkah_id.alasan")

    _jenis_idx = models.Index("(company_id, jenis, terjadi)")

    def init(self):
        cr = self.env.cr
        if not sql.table_exists(cr, "dpmd_langkah"):
            return
        cr.execute("SELECT NOT EXISTS (SELECT FROM dpmd_penyimpangan) AND EXISTS (SELECT FROM dpmd_langkah)")
        if cr.fetchone()[0]:
            self._isi(SQL("TRUE"))

    @api.model
    def _tandai(self, pengaduan):
        """Have the deviations of a case found anew when this transaction ends."""
        data = self.env.cr.precommit.data
        if ANTREAN not in data:
            data[ANTREAN] = set()
            self.env.cr.precommit.add(self.sudo()._hitung_antrean)
        data[ANTREAN].add(pengaduan.id)

    def _hitung_antrean(self):
        self._hitung(self.env.cr.precommit.data.pop(ANTREAN))

    @api.model
    def _hitung(self, pengaduan_ids):
        """Find the deviations of these cases anew."""
        ids = tuple(pengaduan_ids)
        self.env.cr.execute(SQL("DELETE FROM dpmd_penyimpangan WHERE pengaduan_id IN %s", ids))
        self._isi(SQL("l.pengaduan_id IN %s", ids))
        self.invalidate_model()

    def _isi(self, syarat):
        self.env.cr.execute(
            SQL(
                """
                WITH baris AS (
                    SELECT l.id, l.pengaduan_id, l.company_id, l.urutan, l.nomor, l.jenis, l.user_id, l.sebutan,
                           l.terjadi, l.dicatat, l.dicatatkan, l.menyimpang, l.lama_jam, l.target_jam,
                           max(l.terjadi) OVER (PARTITION BY l.pengaduan_id ORDER BY l.urutan
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS sebelum,
                           CASE WHEN l.dicatatkan THEN (
                               SELECT k.jenis FROM dpmd_langkah k WHERE k.ref_id = l.id ORDER BY k.urutan DESC LIMIT 1
                           ) END AS kata,
                           min(l.sebutan) OVER pejabat <> max(l.sebutan) OVER pejabat AS dua
                      FROM dpmd_langkah l WHERE %s
                    WINDOW pejabat AS (PARTITION BY l.pengaduan_id, l.user_id, l.jenis IN ('langkah', 'dilewati')
                               ORDER BY l.urutan)
                )
                INSERT INTO dpmd_penyimpangan (langkah_id, pengaduan_id, company_id, jenis, terjadi)
                SELECT b.id, b.pengaduan_id, b.company_id, k.jenis, b.terjadi
                  FROM baris b CROSS JOIN LATERAL (VALUES
                       ('kertas', b.dicatatkan AND b.kata IS NULL),
                       ('sanggah', b.kata = 'sanggah'),
                       ('kertas_sah', b.kata = 'konfirmasi'),
                       ('mundur', b.terjadi < b.sebelum OR b.dicatat - b.terjadi > interval '1 day'),
                       ('dua_meja', b.user_id IS NOT NULL AND b.jenis IN ('langkah', 'dilewati') AND b.dua),
                       ('dilewati', b.jenis = 'dilewati'),
                       ('tanpa_rapat', b.jenis = 'tidak' AND b.nomor = 10),
                       ('tidak', b.jenis = 'tidak' AND b.nomor NOT BETWEEN 9 AND 11),
                       ('lewat', b.target_jam > 0 AND b.lama_jam > b.target_jam),
                       ('lain', b.menyimpang AND b.jenis = 'langkah' AND b.terjadi >= COALESCE(b.sebelum, b.terjadi))
                  ) AS k (jenis, ya)
                 WHERE k.ya
                """,
                syarat,
            )
        )

    def action_perkara(self):
        """Open the case, whose card tells the whole of it.

        :raise AccessError: the user may not read it
        """
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.get_formview_action()
