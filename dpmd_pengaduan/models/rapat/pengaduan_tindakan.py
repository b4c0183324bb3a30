from odoo import models

from ..kantor.langkah import Langkah
from ..perkara.alur import ALUR, KABID, PSM


class DpmdPengaduan(models.Model):
    """Steps 9 to 11 have parts: what is next there is told by how far meeting and berita acara are."""

    _inherit = "dpmd.pengaduan"

    def _kata_tindakan(self):
        kata = super()._kata_tindakan()
        di_rapat = self.filtered(
            lambda p: p.desk_jabatan in (PSM, KABID) and Langkah.UNDANGAN <= p.langkah <= Langkah.BERITA_ACARA
        )
        rapat_sudo = (
            self.env["dpmd.rapat"]
            .sudo()
            .search([("pengaduan_id", "in", di_rapat.ids), ("state", "!=", "batal")])
            .grouped("pengaduan_id")
        )
        for pengaduan in di_rapat:
            putaran = rapat_sudo.get(pengaduan.sudo(), self.env["dpmd.rapat"]).filtered(
                lambda rapat, p=pengaduan: rapat.putaran == p.putaran
            )
            kata[pengaduan.id] = pengaduan._kata_rapat(putaran) or kata[pengaduan.id]
        return kata

    def _kata_rapat(self, rapat):
        """Return what is next at steps 9 to 11, in words.

        :param rapat: the meetings of the present round
        """
        if self.langkah == Langkah.UNDANGAN:
            if self.desk_jabatan == KABID:
                return self.tanpa_rapat == "diusulkan" and self.env._("Decide: without a meeting?")
            siap, jalan = rapat.filtered(lambda satu: satu.state == "draf"), ALUR["ajukan_undangan"]
            return self.env._(jalan.judul) if siap else self.env._("Prepare the meeting")
        if self.langkah == Langkah.RAPAT:
            return self.env._("Hold the meeting")
        if rapat.berita_acara_ids:
            return self.env._("Collect the signatures on the berita acara")
        return self.env._("Write the berita acara")
