from datetime import timedelta

from odoo import api, fields, models

from ..dasar.dpmd_terjaga import hanya_tambah
from ..perkara.alur import PENGAWAS

SEBENTAR = timedelta(minutes=10)  # within which reading the same again is the same reading
DISEBUT = 200  # characters of what was exported


class DpmdPembacaan(models.Model):
    """What an inspector read, and what anybody took out as a file: who, what, when. Append-only.

    It is written in the transaction that reads: what cannot be noted is not shown. The card of the case tells
    nothing of it, for the officers of the case read the card.
    """

    _name = "dpmd.pembacaan"
    _description = "Reading"
    _inherit = ["dpmd.terjaga"]
    _order = "id desc"

    company_id = fields.Many2one("res.company", string="Office", required=True, ondelete="restrict")
    user_id = fields.Many2one("res.users", string="Who", required=True, index=True, ondelete="restrict")
    sebutan = fields.Char(string="Jabatan", help="As held at that moment.")
    apa = fields.Selection(
        [
            ("perkara", "Case read"),
            ("berkas", "Paper or file opened"),
            ("cetak", "Printed"),
            ("ekspor", "Exported"),
            ("bundel", "Case file made"),
        ],
        string="What Was Done",
        required=True,
    )
    pengaduan_id = fields.Many2one("dpmd.pengaduan", index="btree_not_null", ondelete="restrict")
    jumlah = fields.Integer(string="Records", required=True, default=1, aggregator="sum")
    rincian = fields.Char(string="Details")

    def init(self):
        hanya_tambah(self.env.cr, self._table)

    @api.depends("apa", "sebutan")
    def _compute_display_name(self):
        label = dict(self._fields["apa"]._description_selection(self.env))
        for satu in self:
            satu.display_name = f"{label[satu.apa]}, {satu.sebutan or satu.user_id.name}"

    @api.model
    def _pengawas(self):
        """Return whether the user is an inspector."""
        return self.env.user.has_group("dpmd_pengaduan.group_pengawas")

    @api.model
    def _dibaca(self, apa, pengaduan, rincian=""):
        """Note that the user reads of these cases, where that is an inspector; once for a while.

        :param str apa: a key of ``apa``
        :param pengaduan: the cases
        """
        if not pengaduan or not self._pengawas():
            return
        baru = (
            pengaduan
            - self.sudo()
            .search(
                [
                    ("user_id", "=", self.env.uid),
                    ("apa", "=", apa),
                    ("pengaduan_id", "in", pengaduan.ids),
                    ("rincian", "=", rincian or False),
                    ("create_date", ">", fields.Datetime.now() - SEBENTAR),
                ]
            )
            .pengaduan_id
        )
        self._catat_pembacaan(apa, baru.sudo(), rincian)

    def _catat_pembacaan(self, apa, pengaduan_sudo, rincian):
        sebutan = {}
        for company in pengaduan_sudo.company_id:
            tugas = self.env["dpmd.penugasan"]._tugas_user(self.env.user, company)
            sebutan[company] = (tugas.filtered(lambda satu: satu.jabatan == PENGAWAS) or tugas)[:1].sebutan
        self.sudo()._buat(
            [
                {
                    "company_id": satu.company_id.id,
                    "user_id": self.env.uid,
                    "sebutan": sebutan[satu.company_id],
                    "apa": apa,
                    "pengaduan_id": satu.id,
                    "rincian": rincian,
                }
                for satu in pengaduan_sudo
            ]
        )

    @api.model
    def _dikeluarkan(self, rincian, jumlah):
        """Note that the user, whoever that is, takes records out as a file.

        :param str rincian: which and what of them
        :param int jumlah: how many
        """
        tugas = self.env["dpmd.penugasan"]._tugas_user(self.env.user, self.env.company)
        self.sudo()._buat(
            [
                {
                    "company_id": self.env.company.id,
                    "user_id": self.env.uid,
                    "sebutan": tugas[:1].sebutan,
                    "apa": "ekspor",
                    "jumlah": jumlah,
                    "rincian": rincian[:DISEBUT],
                }
            ]
        )
