from odoo import models

from ..perkara.alur import ALUR


class DpmdBeritaAcara(models.Model):
    """The page of a berita acara: the one thing that is next on it, and the doors of the case's own ways."""

    _inherit = "dpmd.berita.acara"

    def _aksi_utama(self):
        pengaduan = self.pengaduan_id
        if self.state == "draf":
            return "buka_tanda_tangan" if self.boleh_isi else False
        if self.state == "selesai":
            return "buka_laporan" if self._laporan_saya() else False
        selesai = ALUR["berita_acara_selesai"]
        if pengaduan._saya_penyusun() and not pengaduan._sebab_belum(selesai) and not pengaduan._kekurangan(selesai):
            return selesai.kunci
        return "layar" if self.boleh_layar else False

    def _laporan_saya(self):
        """Return whether the report of the case is the user's to write now."""
        jalan = ALUR["buka_laporan"]
        return bool(self.pengaduan_id._pelaku(jalan)) and not self.pengaduan_id._sebab_belum(jalan)

    def action_berita_acara_selesai(self):
        """Step 11 from the page of the berita acara: everybody has signed or refused."""
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.action_berita_acara_selesai()

    def action_buka_laporan(self):
        """Open the report that comes next."""
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.action_buka_laporan()
