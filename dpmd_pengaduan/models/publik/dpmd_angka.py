from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.tools import SQL

from ..kantor.hari import awal_hari, zona
from ..pelapor.pelapor_kabar import TAHAP
from ..pelapor.pengaduan_menurut import MENURUT
from ..perkara.pengaduan_kartu import DIAMBIL

TERKECIL = 5  # a smaller number of complaints could point at a person
KEADAAN = {
    "menunggu": ("masuk", "terdaftar", "formulir"),
    "ditangani": ("kadis", "sekretaris", "kabid", "telaah", "rapat", "berita_acara", "laporan", "arsip"),
    "dijawab": ("selesai",),
    "ditutup": ("ditutup",),
}


def samarkan(baris):
    """Return rows of counts with those that are too small replaced by ``None``.

    The sum is public too, so one hidden count alone could be worked out: the next smallest goes with it.

    :param baris: ``[[label, count]]``
    """
    terkecil = sorted((n, urutan) for urutan, (_label, n) in enumerate(baris) if n)
    tutup = [urutan for n, urutan in terkecil if n < TERKECIL]
    if len(tutup) == 1:
        tutup = [urutan for _n, urutan in terkecil[:2]]
    return [[label, None if urutan in tutup else n] for urutan, (label, n) in enumerate(baris)]


class DpmdAngka(models.Model):
    """The office's public figures of twelve full months, counted at night: reading them costs nothing.

    Only what may be public is kept: no words of a case, no count below ``TERKECIL``. The month that still
    runs is left out, so that nobody sees a single complaint by looking today and tomorrow.
    """

    _name = "dpmd.angka"
    _description = "Public Figures"

    company_id = fields.Many2one("res.company", string="Office", required=True, ondelete="cascade")
    tanggal = fields.Date(string="Counted on", required=True)
    isi = fields.Json(string="Figures")

    _company_uniq = models.Constraint("UNIQUE(company_id)", "An office has one set of figures.")

    @api.model
    def _cron_hitung(self):
        """Count anew for every office."""
        for instansi_sudo in self.env["dpmd.instansi"].sudo().search([("company_id", "!=", False)]):
            self._hitung(instansi_sudo.company_id)

    @api.model
    def _hitung(self, company):
        """Count one office's figures and keep them; return the record (superuser)."""
        hari_ini = self.env["dpmd.penugasan"].with_company(company)._hari_ini()
        sampai = hari_ini.replace(day=1)
        dari = sampai - relativedelta(months=12)
        isi = {
            "dari": fields.Date.to_string(dari),
            "sampai": fields.Date.to_string(sampai - relativedelta(days=1)),
            **self._susun_angka(company, dari, sampai),
        }
        angka_sudo = self.sudo().search([("company_id", "=", company.id)])
        if not angka_sudo:
            return angka_sudo.create({"company_id": company.id, "tanggal": hari_ini, "isi": isi})
        angka_sudo.write({"tanggal": hari_ini, "isi": isi})
        return angka_sudo

    def _susun_angka(self, company, dari, sampai):
        """Return the figures of complaints received from one day until before another.

        :param date dari: first day, in the office's time zone
        :param date sampai: day after the last
        """
        self.env.flush_all()
        tz = zona(company)
        batas = [awal_hari(company, hari) for hari in (dari, sampai)]
        masuk = SQL(
            "p.company_id = %s AND p.tanggal_terima >= %s AND p.tanggal_terima < %s"
            " AND p.alasan_tutup IS DISTINCT FROM 'salah_catat'",
            company.id,
            *batas,
        )
        setempat = SQL("AT TIME ZONE 'UTC' AT TIME ZONE %s", tz)
        bulan = dict(self._per(SQL("to_char(p.tanggal_terima %s, 'YYYY-MM')", setempat), masuk))
        state = dict(self._per(SQL("p.state"), masuk))
        jumlah = sum(state.values())
        keadaan = samarkan([[nama, sum(state.get(satu, 0) for satu in isi)] for nama, isi in KEADAAN.items()])
        return {
            "jumlah": jumlah if jumlah >= TERKECIL or not jumlah else None,
            "bulan": samarkan(
                [
                    [f"{hari:%Y-%m}", bulan.get(f"{hari:%Y-%m}", 0)]
                    for hari in (dari + relativedelta(months=ke) for ke in range(12))
                ]
            ),
            "jenis": samarkan(self._per(SQL("j.name"), masuk, SQL("LEFT JOIN dpmd_jenis j ON j.id = p.jenis_id"))),
            "kecamatan": samarkan(
                self._per(
                    SQL("CASE WHEN w.tingkat IN ('desa', 'kelurahan') THEN k.name ELSE w.name END"),
                    masuk,
                    SQL(
                        "LEFT JOIN dpmd_wilayah w ON w.id = p.wilayah_id LEFT JOIN dpmd_wilayah k ON k.id = w.parent_id"
                    ),
                )
            ),
            "keadaan": keadaan,
            "menurut": self._menurut_pelapor(masuk, dict(keadaan)["dijawab"]),
            "tahap": self._lama_tahap(masuk),
            "langkah": self._lama_langkah(masuk),
            "tepat": self._tepat_waktu(company, masuk, setempat),
        }

    def _per(self, kolom, syarat, gabung=None):
        """Return the complaints counted by an expression, most first: ``[[value, count]]``."""
        baris = self.env.execute_query(
            SQL(
                "SELECT %s AS nilai, count(*) FROM dpmd_pengaduan p %s WHERE %s GROUP BY 1 ORDER BY 2 DESC, 1",
                kolom,
                gabung or SQL(),
                syarat,
            )
        )
        return [[nilai or "", n] for nilai, n in baris]

    def _lama_langkah(self, masuk):
        """Return the median days each SOP step was on its desk: ``[[step, days]]``; none for too few."""
        baris = dict(
            self.env.execute_query(
                SQL(
                    "SELECT l.nomor, CASE WHEN count(*) >= %s THEN"
                    " round((percentile_cont(0.5) WITHIN GROUP (ORDER BY l.lama_jam) / 24)::numeric, 1)::float END"
                    " FROM dpmd_langkah l JOIN dpmd_pengaduan p ON p.id = l.pengaduan_id"
                    " WHERE l.jenis = 'langkah' AND l.nomor BETWEEN 2 AND 17 AND %s GROUP BY l.nomor",
                    TERKECIL,
                    masuk,
                )
            )
        )
        return [[nomor, baris.get(nomor)] for nomor in range(2, 18)]

    def _lama_tahap(self, masuk):
        """Return the median days each of the four stages took from its beginning to its end: ``[[stage, days]]``.

        Of the first round of a case; none where it left the stage out, is joined to another, or for too few. A step
        that came back counts when it was taken for the last time.
        """
        tahap = list(TAHAP.items())
        rentang = SQL(", ").join(
            SQL("(%s, %s, %s)", kunci, tahap[urutan - 1][1][-1] if urutan else 1, nomor[-1])
            for urutan, (kunci, nomor) in enumerate(tahap)
        )
        baris = self.env.execute_query(
            SQL(
                """
                WITH akhir AS (
                    SELECT l.pengaduan_id, l.nomor, max(l.terjadi) AS saat,
                           (array_agg(l.jenis ORDER BY l.urutan DESC))[1] AS jenis
                      FROM dpmd_langkah l JOIN dpmd_pengaduan p ON p.id = l.pengaduan_id
                     WHERE l.jenis IN %s AND l.nomor IN %s
                       AND (p.putaran = 1 OR NOT EXISTS (
                           SELECT FROM dpmd_langkah k
                            WHERE k.pengaduan_id = l.pengaduan_id AND k.jenis = 'keberatan' AND k.urutan < l.urutan))
                       AND %s
                     GROUP BY l.pengaduan_id, l.nomor
                )
                SELECT t.tahap, round((percentile_cont(0.5) WITHIN GROUP (
                           ORDER BY GREATEST(EXTRACT(EPOCH FROM b.saat - a.saat), 0) / 86400
                       ))::numeric, 1)::float
                  FROM (VALUES %s) AS t (tahap, dari, sampai)
                  JOIN akhir a ON a.nomor = t.dari
                  JOIN akhir b ON b.nomor = t.sampai AND b.pengaduan_id = a.pengaduan_id AND b.jenis <> 'tidak'
                 GROUP BY t.tahap HAVING count(*) >= %s
                """,
                DIAMBIL,
                (1, *(nomor[-1] for _kunci, nomor in tahap)),
                masuk,
                rentang,
                TERKECIL,
            )
        )
        lama = dict(baris)
        return [[kunci, lama.get(kunci)] for kunci in TAHAP]

    def _menurut_pelapor(self, masuk, dijawab):
        """Return of the answered complaints what their pelapor say, silence too: ``[[statement, count]]``.

        :param dijawab: how many were answered, as it is shown; hidden, the parts are too, or they would add up to it
        """
        kata = dict(self._per(SQL("p.menurut_pelapor"), SQL("%s AND p.state IN %s", masuk, KEADAAN["dijawab"])))
        baris = [[kunci, kata.get(kunci, 0)] for kunci in (*dict(MENURUT), "")]
        return samarkan(baris) if dijawab is not None else [[kunci, None] for kunci, _n in baris]

    def _tepat_waktu(self, company, masuk, setempat):
        """Return the per cent of decisions that were signed in time; none for too few.

        In time is what the pelapor was promised (UU 25/2009 ps. 50), as it held then and in each round.
        """
        if "putusan" not in self.env["dpmd.tenggat"]._berjalan(company):
            return None
        [(semua, tepat)] = self.env.execute_query(
            SQL(
                "SELECT count(*), count(*) FILTER (WHERE (p.tanggal_tanda_tangan %s)::date"
                " <= COALESCE(p.janji_lewat, 'infinity'))"
                " FROM dpmd_pengaduan p WHERE p.tanggal_tanda_tangan IS NOT NULL AND "
                "p.tanggal_lengkap IS NOT NULL AND %s",
                setempat,
                masuk,
            )
        )
        return round(100 * tepat / semua) if semua >= TERKECIL else None
