import re

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.sql import escape_psql

from .dpmd_serupa import KATA, UMUM

MAKS_HURUF = 100
MAKS_KATA = 8
SALAH_KETIK = 4  # letters a word has at least before it is taken for mistyped
MIRIP_KATA = "0.4"  # how alike a word in a column must be, by its trigrams; PostgreSQL's own 0.6 misses a lost letter
BANYAK = 10_000  # cases; a word that is in as many is common. A list counts as far.
TEPI = ".,;:!?\"'()[]“”"
# A phone number is one word, however it is grouped.
TELEPON = re.compile(r"(?<![\w/.-])(?:\+?62|0)[\d\s().-]{6,}\d")


class DpmdPengaduan(models.Model):
    """*Cari*: one box for whatever somebody remembers of a case.

    Every word must be somewhere: in its number, subject, words, desa or kecamatan, in who is reported, the agenda
    number, or the open identity the reader may read. Where a word is in no case the reader may read, those that
    look most like it are looked for instead. What is found, the reader's own record rules decide.
    """

    _inherit = "dpmd.pengaduan"

    cari = fields.Char(string="Anything", compute="_compute_cari", search="_search_cari", exportable=False)

    def _compute_cari(self):
        """There is nothing to read: the field is for searching."""
        self.cari = False

    def _search_cari(self, operator, value):
        if operator == "in":
            return Domain.OR(self._search_cari("ilike", satu) for satu in value if satu)
        if operator != "ilike":
            return NotImplemented
        return Domain.AND(self._domain_kata(kata) for kata in self._kata_dicari(value))

    def _search_display_name(self, operator, value):
        """Find a case to point at by whatever is known of it."""
        if operator == "ilike" and value:
            return self._search_cari(operator, value)
        return super()._search_display_name(operator, value)

    @api.depends("perihal", "wilayah_id", "state")
    @api.depends_context("dpmd_rinci", "uid")
    def _compute_display_name(self):
        """Where a case is chosen (context ``dpmd_rinci``), say what it is about to whoever may read it."""
        super()._compute_display_name()
        if not self.env.context.get("dpmd_rinci"):
            return
        label = dict(self._fields["state"]._description_selection(self.env))
        # Odoo names what a Many2one points at as superuser.
        for pengaduan in self.sudo(False)._filtered_access("read"):
            isi = [pengaduan.name, pengaduan.perihal, pengaduan.wilayah_id.name, label[pengaduan.state]]
            self.browse(pengaduan.id).display_name = " · ".join(satu for satu in isi if satu and satu != "/")

    def _kata_dicari(self, teks):
        """Return the words to look for; those that say nothing only where there are no others."""
        teks = str(teks or "").replace("\0", " ")[:MAKS_HURUF]
        teks = TELEPON.sub(lambda nomor: re.sub(r"[^\d+]", "", nomor[0]), teks)
        semua = [kata for kata in dict.fromkeys(kata.strip(TEPI) for kata in teks.split()) if kata]
        berisi = [kata for kata in semua if kata.lower() not in UMUM and (len(kata) > 2 or kata.isdigit())]
        return (berisi or semua)[:MAKS_KATA]

    def _domain_kata(self, kata):
        """Return the domain of the cases a word is in; where there is none for this reader, of what looks like it."""
        persis = self._domain_tempat(kata, mirip=False)
        huruf = len(kata) >= SALAH_KETIK and KATA.fullmatch(kata) and self.env.registry.has_trigram
        if not huruf or self.search_count(persis, limit=1):
            return persis
        # For the operator of ``_domain_mirip``, until the end of the transaction.
        self.env.cr.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [MIRIP_KATA])
        return self._domain_tempat(kata, mirip=True)

    def _domain_tempat(self, kata, mirip):
        """Return the domain of the cases a word is in, whoever may read them: the search adds the rules.

        A word that is not in very many cases is looked up, each place by its own index: an OR over several tables would
        read every case. Of one that is, the cases whose words or open name have it are put together once, and the
        columns compared case by case: the newest are shown, and soon met.

        :param str kata: one word
        :param bool mirip: look for what is like it, rather than for the word itself
        """
        kolom = self._domain_kolom_mirip(kata) if mirip else self._domain_kolom(kata)
        dalam_kata = SQL("SELECT pengaduan_id FROM dpmd_serupa WHERE %s", self._domain_ada_kata(kata.lower(), mirip))
        terindeks = SQL(" UNION ALL ").join([dalam_kata, *self._sql_tempat(kata, mirip)])
        ids = []
        for tempat in (terindeks, self._search(kolom, bypass_access=True).select()):
            ids += [id_ for [id_] in self.env.execute_query(SQL("%s LIMIT %s", tempat, BANYAK))]
            if len(ids) >= BANYAK:
                punya = Domain.custom(
                    to_sql=lambda _model, alias, _query: SQL("%s IN (%s)", SQL.identifier(alias, "id"), terindeks)
                )
                return punya | kolom
        return Domain("id", "in", ids)

    def _sql_tempat(self, kata, mirip):
        """Return selects of the ids of the cases a word is in elsewhere; hook of the rooms that keep more of a case.

        They apply no rule on the case, since the search they are part of does; see ``_domain_tempat``.
        """
        return []

    def _domain_kolom(self, kata):
        """Return the domain of the cases that have a word in a column of their own."""
        pola = escape_psql(kata)
        if kata.isdigit() and len(kata) < 3:  # a whole number, or the register's year would be found everywhere
            return Domain("name", "=ilike", f"{pola}/%") | Domain("nomor_agenda", "=ilike", f"{pola}%")
        kolom = Domain.OR(Domain(nama, "ilike", pola) for nama in ("name", "perihal", "terlapor", "nomor_agenda"))
        bernama = Domain("name", "ilike", pola) | Domain("parent_id.name", "ilike", pola)
        return kolom | self._domain_wilayah(bernama if KATA.search(kata) else Domain.FALSE)

    def _domain_kolom_mirip(self, kata):
        return self._domain_mirip("terlapor", kata) | self._domain_wilayah(self._domain_mirip("name", kata))

    def _domain_wilayah(self, domain):
        """Return the domain of the cases of some regions, by their ids: so the index of the cases serves."""
        return Domain(
            "wilayah_id", "in", self.env["dpmd.wilayah"].sudo().with_context(active_test=False).search(domain).ids
        )

    def _domain_mirip(self, kolom, kata):
        """Return the domain of the records that have a word in a column which looks like another one."""
        unaccent = self.env.registry.unaccent
        return Domain.custom(
            to_sql=lambda model, alias, query: SQL(
                "%s %%> %s", unaccent(model._field_to_sql(alias, kolom, query)), unaccent(SQL("%s", kata))
            )
        )

    def _domain_ada_kata(self, kata, mirip):
        """Return the condition that the words of a case, as the job has read them, have the word or one like it."""
        Serupa, companies = self.env["dpmd.serupa"], self.env.companies
        if mirip:
            return SQL("kata && %s::int[]", self.env["dpmd.kata"]._terdekat(companies, kata))
        akar = set(Serupa._akar(Serupa._kata(kata)).values())
        if not akar:
            return SQL("FALSE")
        per_kantor = [SQL("kata @> %s::int[]", Serupa._nomor(company, akar)) for company in companies]
        return SQL("(%s)", SQL(" OR ").join(per_kantor))
