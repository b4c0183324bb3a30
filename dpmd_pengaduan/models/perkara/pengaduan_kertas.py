from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from .alur import ALUR
from .jejak import Kertas

KONFIRMASI = "dpmd_pengaduan.activity_konfirmasi"


class DpmdPengaduan(models.Model):
    """*Dicatatkan*: a step that happened on paper is entered with its scan; its official confirms or disputes it."""

    _inherit = "dpmd.pengaduan"

    perlu_konfirmasi = fields.Boolean(
        compute="_compute_perlu_konfirmasi", help="A paper step in this user's name waits for a word."
    )

    @api.depends("kartu_ids")
    @api.depends_context("uid")
    def _compute_perlu_konfirmasi(self):
        for pengaduan in self:
            pengaduan.perlu_konfirmasi = bool(pengaduan._origin._menunggu_konfirmasi())

    def _kapan_catatkan(self):
        return "" if self._jalan_utama() else self.env._("No step of this case can be entered now.")

    def action_catatkan(self, penugasan_id, terjadi, bukti_id, alasan=None, disposisi=None):
        """Enter the next step as it happened on paper; the official confirms or disputes it.

        :param int penugasan_id: the official who took the step
        :param terjadi: when it happened, UTC (datetime or its string)
        :param int bukti_id: attachment with the scan
        :param str alasan: how it happened
        :param dict disposisi: the order, at steps 5 to 7
        """
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR["catatkan"])
        bukti = self._bukti_baru(bukti_id)
        if not bukti:
            raise UserError(self.env._("Attach the scan of the paper."))
        terjadi = fields.Datetime.to_datetime(terjadi)
        if not terjadi or terjadi > fields.Datetime.now() + timedelta(minutes=1):
            raise UserError(self.env._("Say when it happened; it cannot lie in the future."))
        penugasan_sudo = self.env["dpmd.penugasan"].sudo().browse(penugasan_id).exists()
        utama, nomor = self._jalan_utama(), self.langkah
        isi = {"disposisi": disposisi} if 5 <= nomor <= 7 else {}
        self._tempuh(utama.kunci, cara=Kertas(penugasan_sudo, terjadi, bukti, self._alasan(alasan)), **isi)
        self._beri_kegiatan(
            KONFIRMASI,
            penugasan_sudo.user_id,
            self.env._("Confirm what was entered from paper: step %(nomor)s", nomor=nomor),
        )

    def _bukti_baru(self, bukti_id):
        """Return a scan the user has just uploaded, for no record yet; empty when it is anything else."""
        bukti_sudo = self.env["ir.attachment"].sudo().browse(bukti_id or []).exists()
        return bukti_sudo.filtered(lambda b: b.create_uid == self.env.user and not b.res_id and not b.res_field)

    def _menunggu_konfirmasi(self):
        """Return the paper steps in this user's name without a word from him yet."""
        kartu_sudo = self.sudo().kartu_ids
        dijawab = kartu_sudo.filtered(lambda baris: baris.jenis in ("konfirmasi", "sanggah")).ref_id
        return (kartu_sudo - dijawab).filtered(lambda baris: baris.dicatatkan and baris.user_id == self.env.user)

    def _kapan_konfirmasi(self):
        return "" if self._menunggu_konfirmasi() else self.env._("Nothing of this case waits for your confirmation.")

    def _kapan_sanggah(self):
        return self._kapan_konfirmasi()

    def action_konfirmasi(self, alasan=None):
        """Confirm what was entered in one's name from paper.

        :param str alasan: a remark, if any
        """
        self._tempuh("konfirmasi", alasan=alasan or "")

    def action_sanggah(self, alasan=None):
        """Dispute what was entered in one's name from paper.

        :param str alasan: what is not right
        """
        self._tempuh("sanggah", alasan=self._alasan(alasan))

    def _kerjakan_konfirmasi(self, jejak, alasan):
        jejak.alasan = alasan
        jejak.keluaran = self.env._("Confirmed") if jejak.jalan.kunci == "konfirmasi" else self.env._("Disputed")
        jejak.baris = [{"nomor": baris.nomor, "ref_id": baris.id} for baris in self._menunggu_konfirmasi()]
        self._tutup_kegiatan(KONFIRMASI, self.env.user)

    def _kerjakan_sanggah(self, jejak, alasan):
        self._kerjakan_konfirmasi(jejak, alasan)
