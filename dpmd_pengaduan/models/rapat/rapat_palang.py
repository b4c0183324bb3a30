from odoo import api, fields, models

from ..naskah.jenis_naskah import NASKAH
from ..perkara.alur import ALUR


class DpmdRapat(models.Model):
    """The page of a meeting: the one thing that is next on it, and the doors of the case's own ways."""

    _inherit = "dpmd.rapat"

    menunggu_sah = fields.Char(string="Waits for Signature", compute="_compute_menunggu_sah", compute_sudo=True)

    @api.depends("dokumen_ids.state", "dokumen_ids.giliran_jabatan", "dokumen_ids.giliran_user_ids")
    def _compute_menunggu_sah(self):
        """Say which papers of the meeting wait for whose signature, so that nobody wonders why nothing happens."""
        jabatan = dict(self.dokumen_ids._fields["giliran_jabatan"]._description_selection(self.env))
        for rapat in self:
            menunggu = rapat.dokumen_ids.filtered(lambda satu: satu.state == "diajukan" and satu.giliran_jenis)
            kata = []
            for satu in menunggu.sorted("id"):
                siapa = jabatan.get(satu.giliran_jabatan) or ", ".join(satu.giliran_user_ids.mapped("name"))
                kata.append(f"{NASKAH[satu.jenis].judul} ({siapa})")
            rapat.menunggu_sah = "; ".join(kata)

    def _aksi_utama(self):
        pengaduan = self.pengaduan_id
        layar = "layar" if self.boleh_layar else False
        if not pengaduan._saya_penyusun():
            return layar
        if self.state == "draf":
            jalan = ALUR["ajukan_undangan"]
            return jalan.kunci if self.boleh_isi and not pengaduan._sebab_belum(jalan) else False
        if self.state == "diundang":
            return layar if layar and self._kehadiran_kurang() else self._dilaksanakan()
        if self.boleh_berita_acara:
            return "susun_berita_acara"
        return "buka_berita_acara" if self.state == "selesai" and self.berita_acara_ids else False

    def _dilaksanakan(self):
        """Return the key of the way that says it was held, once it has begun; what is missing then, the press says."""
        jalan = ALUR["rapat_dilaksanakan"]
        mulai = self.mulai <= fields.Datetime.now()
        return jalan.kunci if mulai and not self.pengaduan_id._sebab_belum(jalan) else False

    def periksa_jalan(self, kunci):
        """Say also what this very meeting lacks before its undangan is handed up."""
        boleh = super().periksa_jalan(kunci)
        if kunci == "ajukan_undangan":
            self.pengaduan_id._tolak_kurang(self._belum_pantas())
        return boleh

    def action_rapat_dilaksanakan(self):
        """Step 10 from the page of the meeting: it was held."""
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.action_rapat_dilaksanakan()

    def action_susun_berita_acara(self):
        """Step 11 from the page of the meeting: begin its berita acara and open it."""
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.action_susun_berita_acara(self.id)

    def action_buka_berita_acara(self):
        """Open the berita acara of this meeting."""
        self.ensure_one()
        self.check_access("read")
        self.berita_acara_ids.check_access("read")
        return self.berita_acara_ids[:1]._buka() if self.berita_acara_ids else False
