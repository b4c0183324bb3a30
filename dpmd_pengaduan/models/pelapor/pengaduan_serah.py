from odoo import models

from ..kantor.langkah import Langkah
from ..perkara.alur import ALUR


class DpmdPengaduan(models.Model):
    """The Kadis is reported: nobody in the office handles it, the Sekretaris hands it over to the Inspektorat."""

    _inherit = "dpmd.pengaduan"

    def _kapan_serahkan(self):
        if self._ke_inspektorat():
            return ""
        return self.env._("Only a complaint about the Kepala Dinas is handed over so.")

    def _syarat_serahkan(self, cara):
        """The letter says of a secret complaint what the kutipan says, and nothing else."""
        if self.identitas == "terbuka" or self.kutipan_oleh_id or self._sebab_belum(ALUR["konfirmasi_kutipan"]):
            return []
        return [self.env._("the kutipan, confirmed to show nothing of who complained")]

    def action_serahkan(self):
        """Close a complaint about the Kepala Dinas as handed over, and hand up both letters to the Sekretaris.

        One that has no register number yet gets it first.

        :return: the letter to read and sign, for the Sekretaris
        """
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR["serahkan"])
        if self.langkah == Langkah.REGISTER:
            self._tempuh("daftarkan")
        self._tempuh("serahkan")
        menunggu = self._menunggu_sah("baca_naskah").sudo(False).filtered("menunggu_saya")
        return self.action_baca_naskah() if menunggu else None

    def _kerjakan_serahkan(self, jejak):
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        env = self.with_context(lang=instansi._bahasa_warga()).env
        alasan = env._("The Kepala Dinas himself is reported, and nobody in this office stands above him.")
        self._kerjakan_tutup(jejak, "dilimpahkan", alasan, instansi._inspektorat())

    def _sesudah_serahkan(self, jejak):
        self._sesudah_tutup(jejak)
