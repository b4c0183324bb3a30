from odoo import fields, models


class DpmdPengaduan(models.Model):
    """*Tanpa rapat*: from the telaah straight to the report, if the Kabid agrees; the Kadis may still order one."""

    _inherit = "dpmd.pengaduan"

    usulan = fields.Text(
        string="Waiting proposal", compute="_compute_usulan", help="Why it is proposed to go without a meeting."
    )

    def _compute_usulan(self):
        for pengaduan in self:
            usul = pengaduan._kartu_langkah(9).filtered(lambda baris: baris.jenis == "catatan")
            pengaduan.usulan = usul[-1:].alasan if pengaduan.tanpa_rapat == "diusulkan" else False

    def _kapan_usul_tanpa_rapat(self):
        if self.tanpa_rapat == "diusulkan":
            return self.env._("It is proposed already; the Kepala Bidang decides.")
        if self._menunggu_sah("undang"):
            return self.env._("The undangan waits for its signature.")
        return self.env._("It was decided that a meeting is held.") if self.tanpa_rapat else ""

    def action_usul_tanpa_rapat(self, alasan=None):
        """Propose to go from the telaah straight to the report; the Kabid decides.

        :param str alasan: why
        """
        self._tempuh("usul_tanpa_rapat", alasan=alasan)

    def _kerjakan_usul_tanpa_rapat(self, jejak, alasan):
        jejak.alasan, jejak.keluaran = self._alasan(alasan), self.env._("Proposed: without a meeting")
        jejak.kolom = {"tanpa_rapat": "diusulkan"}

    def _kapan_setujui_tanpa_rapat(self):
        return "" if self.tanpa_rapat == "diusulkan" else self.env._("Nobody proposed to go without a meeting.")

    def action_setujui_tanpa_rapat(self, alasan=None):
        """Agree to go without a meeting; rows 9 to 11 read "tidak dilaksanakan".

        :param str alasan: why
        """
        self._tempuh("setujui_tanpa_rapat", alasan=alasan)

    def _kerjakan_setujui_tanpa_rapat(self, jejak, alasan):
        jejak.alasan, jejak.keluaran = self._alasan(alasan), "Tidak dilaksanakan"
        jejak.kolom = {"tanpa_rapat": "disetujui"}
        self._siapkan_laporan()

    def _kapan_tolak_tanpa_rapat(self):
        return self._kapan_setujui_tanpa_rapat()

    def action_tolak_tanpa_rapat(self, alasan=None):
        """Decide that a meeting is held.

        :param str alasan: why
        """
        self._tempuh("tolak_tanpa_rapat", alasan=alasan)

    def _kerjakan_tolak_tanpa_rapat(self, jejak, alasan):
        jejak.alasan, jejak.keluaran = self._alasan(alasan), self.env._("A meeting is held")
        jejak.kolom = {"tanpa_rapat": "ditolak"}

    def _kapan_perintah_rapat(self):
        return "" if self.tanpa_rapat == "disetujui" else self.env._("This case does not go without a meeting.")

    def action_perintah_rapat(self, alasan=None):
        """Order a meeting after all; the report goes back to draft.

        :param str alasan: why
        """
        self._tempuh("perintah_rapat", alasan=alasan)

    def _kerjakan_perintah_rapat(self, jejak, alasan):
        jejak.alasan, jejak.keluaran = self._alasan(alasan), self.env._("A meeting is ordered")
        jejak.kolom = {"tanpa_rapat": "ditolak"}
        self._batalkan_laporan(jejak.alasan)
