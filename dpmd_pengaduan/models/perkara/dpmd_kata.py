from difflib import SequenceMatcher

from odoo import api, fields, models
from odoo.tools import SQL

CALON = 50  # words that are compared letter by letter
SAMA = 0.75  # of the letters, in the same order


class DpmdKata(models.Model):
    """The distinct words of an office's cases, so that a mistyped word still finds its case.

    Filled by the job that reads the cases (``dpmd.serupa``), from the same words, but of a secret or anonymous
    complaint nothing before its kutipan is confirmed, and never from an identity. Nobody reads this table and no
    word of it is ever shown: it only says which other words to look for, among the cases the reader may read.
    """

    _name = "dpmd.kata"
    _description = "Word of the Cases"
    _log_access = False

    company_id = fields.Many2one("res.company", required=True, ondelete="cascade")
    kata = fields.Char(required=True)
    nomor = fields.Integer(required=True, help="Of its stem, as in the table of likeness.")

    _kata_uniq = models.UniqueIndex("(company_id, kata)")
    _nomor_idx = models.Index("(nomor)")
    _mirip_idx = models.Index(lambda registry: "USING gin (kata gin_trgm_ops)" if registry.has_trigram else "")

    def init(self):
        """Let the job read all cases anew where it did not yet keep their words."""
        self.env.cr.execute("UPDATE dpmd_serupa SET kata = NULL WHERE NOT EXISTS (SELECT FROM dpmd_kata)")

    @api.model
    def _catat(self, company, nomor):
        """Keep words of an office.

        :param dict nomor: ``{word: number of its stem}``
        """
        self.env.cr.execute(
            "INSERT INTO dpmd_kata (company_id, kata, nomor) SELECT %s, * FROM unnest(%s::text[], %s::int[])"
            " ON CONFLICT (company_id, kata) DO NOTHING",
            [company.id, list(nomor), list(nomor.values())],
        )

    @api.model
    def _buang(self, nomor):
        """Forget the words of some stems that are in no case any more."""
        self.env.cr.execute(
            "DELETE FROM dpmd_kata WHERE nomor = ANY(%s)"
            " AND NOT EXISTS (SELECT FROM dpmd_serupa WHERE dpmd_serupa.kata @> ARRAY[dpmd_kata.nomor])",
            [list(nomor)],
        )

    @api.model
    def _terdekat(self, companies, kata):
        """Return the numbers of the words that a mistyped one was meant for.

        Each by itself: whether one is taken never hangs on what other words there are, which may be in cases the
        reader may not read.

        :param companies: the offices whose words are looked at
        :param str kata: one word, in small letters
        :return: list of numbers, as in ``dpmd.serupa``
        """
        calon = self.env.execute_query(
            SQL(
                "SELECT kata, nomor FROM dpmd_kata WHERE kata %% %s AND company_id = ANY(%s)"
                " ORDER BY similarity(kata, %s) DESC LIMIT %s",
                kata,
                companies.ids,
                kata,
                CALON,
            )
        )
        return [nomor for satu, nomor in calon if SequenceMatcher(None, kata, satu).ratio() >= SAMA]
