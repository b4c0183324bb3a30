import re
import zlib
from collections import defaultdict

from odoo import api, fields, models
from odoo.tools import SQL

MAKS_HURUF = 3000  # of a text; what is meant is said by then
SEKALI = 500  # cases a batch
PUNCAK = 60  # candidates that are compared word by word
# How many cases the looked-up words may be in, together. A word in more than 20 times as many says nothing.
ANGGARAN = 3000
LANGKA = 0.0001  # share of the cases a word is in, where PostgreSQL counted it nowhere
KATA = re.compile(r"[^\W\d_]{3,30}")
# Indonesian has no stop list in PostgreSQL. A young register has not counted either how common its words are.
UMUM = frozenset(
    KATA.findall("""
    ada adalah agar akan anda apa apakah atas atau bagi bahwa banyak bapak beberapa belum bila bisa blm buat dalam dan
    dapat dari dengan demikian dgn dia dimana hal hanya harus hormat ibu ingin ini itu jadi jika juga kalau kami kamu
    karena kita kok krn lagi lain lalu maka mana masih melapor mereka mohon namun nya oleh orang pada para pernah pun
    saat saja sampai sangat saudara saya sdh sebagai sebuah secara sedang segera sehingga sejak sekali semua seorang
    seperti serta setiap siapa sudah supaya tanpa tapi tdk telah tentang terhadap terima kasih tersebut tetapi tidak
    tolong untuk utk waktu yaitu yakni yang ybs yth
    """)
)
# Frequent words as ANALYZE last found them. Of what stands in no list, the share is LANGKA at most.
SERING = SQL("""
    SELECT satu.kata, greatest(satu.porsi, %s) AS porsi
      FROM pg_stats, unnest(most_common_elems::text::int[], most_common_elem_freqs) AS satu(kata, porsi)
     WHERE schemaname = current_schema AND tablename = 'dpmd_serupa' AND attname = 'kata' AND satu.kata IS NOT NULL
""", LANGKA)  # fmt: skip


class DpmdSerupa(models.Model):
    """The words of each case as numbers, to find the cases that are like another or like a text.

    Only words that a case shows to its readers are in it: never those of ``isi_asli`` or of messages, and of a
    secret or anonymous complaint only the confirmed kutipan. What changes is emptied at once, and filled by a job.

    A text is looked up by its rarest words first, until they are in some thousands of cases; these are compared
    word by word, a rare word counting more. So the cost does not grow with the register. How rare a word is,
    PostgreSQL knows of itself (``pg_stats``). Measured: docs/architecture.md, *Likeness*.
    """

    _name = "dpmd.serupa"
    _description = "Words of a Case"
    _log_access = False

    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, ondelete="cascade")

    _pengaduan_uniq = models.UniqueIndex("(pengaduan_id)")

    def init(self):
        """Make the columns of the words, now and before a change, the index, and a line for each case there is."""
        self.env.cr.execute("""
            ALTER TABLE dpmd_serupa ADD COLUMN IF NOT EXISTS kata int[];
            ALTER TABLE dpmd_serupa ADD COLUMN IF NOT EXISTS lama int[];
            ALTER TABLE dpmd_serupa ALTER COLUMN kata SET STATISTICS 1000;
            CREATE INDEX IF NOT EXISTS dpmd_serupa_kata_idx ON dpmd_serupa USING gin (kata) WITH (fastupdate = off);
            CREATE INDEX IF NOT EXISTS dpmd_serupa_kosong_idx ON dpmd_serupa (id) WHERE kata IS NULL;
            INSERT INTO dpmd_serupa (pengaduan_id)
                 SELECT id FROM dpmd_pengaduan ORDER BY id ON CONFLICT (pengaduan_id) DO NOTHING;
        """)

    # ------------------------------------------------------------------
    # Filling
    # ------------------------------------------------------------------

    @api.model
    def _kosongkan(self, pengaduan):
        """Forget the words of cases, since they changed; the job reads them anew."""
        if pengaduan:
            self.env.cr.execute(
                "INSERT INTO dpmd_serupa (pengaduan_id) SELECT unnest(%s)"
                " ON CONFLICT (pengaduan_id)"
                " DO UPDATE SET lama = coalesce(dpmd_serupa.kata, dpmd_serupa.lama), kata = NULL",
                [pengaduan.ids],
            )

    @api.model
    def _cron_isi(self):
        """Read the words of the cases that have none yet, the newest first; goes on where it was stopped."""
        while jumlah := self._isi():
            if not self.env["ir.cron"]._commit_progress(jumlah):
                break

    @api.model
    def _isi(self):
        """Fill one batch; return how many cases it were."""
        baris = self.env.execute_query(
            SQL(
                "SELECT pengaduan_id, id, coalesce(lama, '{}') FROM dpmd_serupa WHERE kata IS NULL"
                " ORDER BY id DESC LIMIT %s FOR UPDATE SKIP LOCKED",
                SEKALI,
            )
        )
        if not baris:
            return 0
        semua = self.env["dpmd.pengaduan"].sudo().browse(pengaduan_id for pengaduan_id, _id, _lama in baris)
        kata = [self._kata(pengaduan._kata_terbaca()) for pengaduan in semua]
        akar = self._akar({satu for isi in kata for satu in isi})
        self.env.cr.execute_values(
            "UPDATE dpmd_serupa s SET kata = isi.kata, lama = NULL FROM (VALUES %s) AS isi(id, kata)"
            " WHERE s.id = isi.id",
            [
                (id_, self._nomor(p.company_id, {akar[satu] for satu in isi} | p._tanda_serupa()))
                for (_pengaduan_id, id_, _lama), p, isi in zip(baris, semua, kata, strict=True)
            ],
            template="(%s, %s::int[])",
            page_size=SEKALI,
        )
        self._kenali(semua, kata, akar)
        self.env["dpmd.kata"]._buang({satu for _pengaduan_id, _id, lama in baris for satu in lama})
        return len(baris)

    @api.model
    def _kenali(self, semua, kata, akar):
        """Keep the words themselves, for the search that forgives typing errors."""
        per_kantor = defaultdict(dict)
        for pengaduan, isi in zip(semua, kata, strict=True):
            if pengaduan._tanpa_rahasia():
                company = pengaduan.company_id
                per_kantor[company].update((satu, self._nomor(company, {akar[satu]})[0]) for satu in isi)
        for company, nomor in per_kantor.items():
            self.env["dpmd.kata"]._catat(company, nomor)

    @api.model
    def _kata(self, teks):
        """Return the words of a text that may say something, each once, in their order."""
        kata = KATA.findall((teks or "")[:MAKS_HURUF].lower())
        return [satu for satu in dict.fromkeys(kata) if satu not in UMUM]

    @api.model
    def _akar(self, kata):
        """Return the stem of each word, by PostgreSQL's Indonesian stemmer: ``{word: stem}``."""
        # Not logged where it fails: the words may be those of somebody who has not even sent them.
        self.env.cr.execute(
            "SELECT k, (ts_lexize('pg_catalog.indonesian_stem', k))[1] FROM unnest(%s::text[]) k",
            [list(kata)],
            log_exceptions=False,
        )
        return dict(self.env.cr.fetchall())

    @api.model
    def _nomor(self, company, kata):
        """Return the numbers that stand for stems and marks, other ones in each office."""
        return [zlib.crc32(f"{company.id}:{satu}".encode()) - 2**31 for satu in sorted(kata)]

    # ------------------------------------------------------------------
    # Finding
    # ------------------------------------------------------------------

    @api.model
    def _terdekat(self, company, kata):
        """Return the cases of an office that are most like some words, the most alike first.

        Whoever calls this reads with no rights: he shows none of it that the reader may not see.

        :param company: the office
        :param kata: stems (of ``_akar``) and marks (of ``_tanda_serupa``)
        :return: ``{id of the case: likeness}``, from 0 to 1, ``PUNCAK`` at most
        """
        if not kata:
            return {}
        return dict(self.env.execute_query(self._sql_terdekat(self._nomor(company, kata))))

    @api.model
    def _sql_terdekat(self, nomor):
        """Return the query of ``_terdekat`` for the numbers of some words."""
        return SQL(
            """
            WITH sering AS MATERIALIZED (%(sering)s),
            dicari AS MATERIALIZED (
                SELECT kata, porsi * isi.baris AS jumlah, ln(porsi) ^ 2 AS bobot
                  FROM (SELECT kata, least(coalesce(porsi, %(langka)s), 0.99) AS porsi
                          FROM unnest(%(nomor)s::int[]) AS kata LEFT JOIN sering USING (kata)) AS satu,
                       (SELECT greatest(reltuples, 0) AS baris FROM pg_class WHERE oid = 'dpmd_serupa'::regclass) AS isi
            ),
            langka AS (
                SELECT kata, bobot
                  FROM (SELECT *, sum(jumlah) OVER (ORDER BY jumlah, kata) - jumlah AS sebelumnya FROM dicari) AS urut
                 WHERE sebelumnya < %(anggaran)s AND jumlah < 20 * %(anggaran)s
            ),
            calon AS (
                SELECT s.id
                  FROM langka, LATERAL (SELECT id FROM dpmd_serupa
                                         WHERE kata @> ARRAY[langka.kata] LIMIT %(anggaran)s) AS s
                 GROUP BY s.id ORDER BY sum(langka.bobot) DESC, s.id DESC LIMIT %(puncak)s
            )
            SELECT s.pengaduan_id,
                   sum(dicari.bobot) / sqrt((SELECT sum(bobot) FROM dicari)
                                            * sum(ln(least(coalesce(sering.porsi, %(langka)s), 0.99)) ^ 2)) AS mirip
              FROM calon JOIN dpmd_serupa s USING (id), unnest(s.kata) AS punya(kata)
              LEFT JOIN dicari USING (kata) LEFT JOIN sering USING (kata)
             GROUP BY s.pengaduan_id ORDER BY mirip DESC, s.pengaduan_id DESC
            """,
            sering=SERING,
            langka=LANGKA,
            nomor=nomor,
            anggaran=ANGGARAN,
            puncak=PUNCAK,
        )
