from odoo import fields, models
from odoo.exceptions import UserError

from ..kantor.langkah import Langkah
from .alur import ALUR, PSM, TAMAT
from .dpmd_pengaduan import KOLOM_TELAAH
from .pengaduan_tutup import KOLOM_CABUT

# What a round decides, and the next one decides anew. Papers and card keep it all.
KOLOM_PUTUSAN = (
    "hasil",
    "jawaban",
    "cara_jawab",
    "bidang_id",
    "alasan_tutup",
    "catatan_tutup",
    "tujuan_limpah",
    "tanpa_rapat",
    "pelaksana_id",
    "usul_pelaksana_id",
    "tanggal_tanda_tangan",
    "tanggal_selesai",
    "induk_id",
    *KOLOM_CABUT,
    *sorted(KOLOM_TELAAH),
)


class DpmdPengaduan(models.Model):
    """One *keberatan* after the answer: the case is opened again, and another pelaksana looks at it.

    The second round has a telaah, a meeting, a report and an archive entry of its own; those of the first
    stay as they were.
    """

    _inherit = "dpmd.pengaduan"

    putaran = fields.Integer(string="Round", required=True, default=1, help="2 after an objection of the pelapor.")
    tanggal_keberatan = fields.Datetime(string="Objection received")
    pelaksana_lama_ids = fields.Many2many(
        "res.users",
        "dpmd_pengaduan_pelaksana_lama_rel",
        "pengaduan_id",
        "user_id",
        string="Not again with",
        help="Who held the case before the objection.",
    )

    def _tolak_pelaksana_lama(self, users):
        """Raise where one of these held the case before the objection: another pelaksana must look at it."""
        lama = users & self.sudo().pelaksana_lama_ids
        if lama:
            raise UserError(
                self.env._(
                    "%(nama)s held this case before the objection. Choose somebody else, or let the Sekretaris Dinas "
                    "send it to another bidang.",
                    nama=", ".join(lama.mapped("name")),
                )
            )

    def _diberi_tahu(self):
        """Return whether the pelapor has been told how the case ended."""
        return self.state in TAMAT and bool(self.cara_jawab)

    def _batas_keberatan(self):
        """Return the last day for an objection; False where there can be none (any more)."""
        return False if self.tanggal_keberatan else self._batas_sesudah_jawaban()

    def _batas_sesudah_jawaban(self):
        """Return the last day on which the pelapor may still change what is said of the answer; False where none."""
        self.ensure_one()
        if not self._diberi_tahu() or self.alasan_tutup == "salah_catat":
            return False
        hari = self.env["dpmd.instansi"]._milik(self.company_id).hari_keberatan
        diberi_tahu = self._kartu_langkah(Langkah.JAWABAN)[-1:].terjadi
        if not diberi_tahu or hari <= 0:
            return False
        setempat = fields.Datetime.context_timestamp(self.with_context(tz=self._zona()), diberi_tahu)
        return fields.Date.add(setempat.date(), days=hari)

    def _boleh_keberatan(self):
        return not self._sebab_belum(ALUR["keberatan"])

    def _kapan_keberatan(self):
        batas = self._batas_keberatan()
        if batas and batas >= self.env["dpmd.penugasan"]._hari_ini():
            return ""
        return self.env._("An objection is possible once, within the time given after the answer.")

    def _kerjakan_keberatan(self, jejak, alasan=""):
        """Open the case again.

        :param str alasan: for the card; empty where the words may show who wrote them
        """
        jejak.alasan, jejak.keluaran = alasan, self.env._("The pelapor objects to the answer")
        jejak.ke, jejak.berikut = self._tujuan_keberatan()
        pernah = (
            self.disposisi_ids.filtered(lambda d: d.kepada_jabatan == PSM).kepada_user_id
            | self._kartu_langkah(Langkah.TELAAH).user_id
            | self.pelaksana_id
        )
        jejak.kolom = {
            **dict.fromkeys(KOLOM_PUTUSAN, False),
            "putaran": self.putaran + 1,
            "tanggal_keberatan": jejak.waktu,
            "usul_bidang_id": (self.bidang_id or self.usul_bidang_id).id,
            "tim_ids": [fields.Command.clear()],
            "pelaksana_lama_ids": [fields.Command.set(pernah.ids)],
        }

    def _tujuan_keberatan(self):
        """Return status and step an objection leads to: the Kadis, or where an early close broke off before him."""
        if self.tanggal_lengkap:
            return "kadis", int(Langkah.TUGAS_SEKRETARIS)
        if self.langkah == Langkah.REGISTER:
            return "masuk", int(Langkah.REGISTER)
        return "formulir" if self.tanggal_formulir else "terdaftar", int(Langkah.FORMULIR)
