from odoo import fields, models
from odoo.exceptions import UserError

MENURUT = [("selesai", "Finished for the pelapor"), ("belum", "Not finished for the pelapor")]
KOLOM_MENURUT = ("menurut_pelapor", "tanggal_menurut")


class DpmdPengaduan(models.Model):
    """Two facts, both shown and counted: finished for the office, and finished for who complained.

    Only the pelapor says the second; silence is neither yes nor no, and nothing closes or confirms itself by it. Each
    statement is a line of the card. The last one stands, and may be changed as long as an objection is possible.
    """

    _inherit = "dpmd.pengaduan"

    menurut_pelapor = fields.Selection(
        MENURUT, string="According to the pelapor", index="btree_not_null", help="Empty: the pelapor said neither."
    )
    tanggal_menurut = fields.Datetime(string="Pelapor said so on")

    def _sebab_pernyataan(self):
        """Return, in words, why the pelapor cannot say now whether it is finished; empty when that is possible."""
        if not self._diberi_tahu() or self.alasan_tutup == "salah_catat":
            return self.env._("You can say this once you have the answer.")
        if not self.menurut_pelapor:
            return ""  # the first word has no time limit
        batas = self._batas_sesudah_jawaban()
        if not batas or batas < self.env["dpmd.penugasan"]._hari_ini():
            return self.env._("This was said already, and the time to change it is over.")
        return ""

    def _kapan_menurut_pelapor(self):
        return self._sebab_pernyataan()

    def _kapan_catat_selesai(self):
        return self._sebab_pernyataan()

    def _kapan_catat_belum(self):
        return self._sebab_pernyataan()

    def _kerjakan_menurut_pelapor(self, jejak, menurut, alasan=""):
        """Note what the pelapor says.

        :param str menurut: a key of ``MENURUT``
        :param str alasan: how an officer knows; empty where the pelapor said it here
        :raise UserError: no such key
        """
        label = dict(self._fields["menurut_pelapor"]._description_selection(self.env))
        if menurut not in label:
            raise UserError(self.env._("Choose one of the two."))
        jejak.keluaran, jejak.alasan = label[menurut], alasan
        jejak.kolom = {"menurut_pelapor": menurut, "tanggal_menurut": jejak.waktu}

    def action_catat_selesai(self, alasan=None):
        """Note that it is finished for a pelapor who told an officer so.

        :param str alasan: how and when, in words that do not show who it is
        """
        self._tempuh("catat_selesai", alasan=alasan)

    def _kerjakan_catat_selesai(self, jejak, alasan):
        self._kerjakan_menurut_pelapor(jejak, "selesai", self._alasan(alasan))

    def action_catat_belum(self, alasan=None):
        """Note that it is not finished for a pelapor who told an officer so.

        :param str alasan: how and when, in words that do not show who it is
        """
        self._tempuh("catat_belum", alasan=alasan)

    def _kerjakan_catat_belum(self, jejak, alasan):
        self._kerjakan_menurut_pelapor(jejak, "belum", self._alasan(alasan))

    def _kerjakan_keberatan(self, jejak, alasan=""):
        hasil = super()._kerjakan_keberatan(jejak, alasan)
        jejak.kolom |= dict.fromkeys(KOLOM_MENURUT, False)  # of the answer that is looked at again
        return hasil
