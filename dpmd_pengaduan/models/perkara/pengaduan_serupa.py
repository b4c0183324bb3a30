from odoo import api, models

# What the words of a case are read from; the job reads them anew when one of these changes.
KOLOM_SERUPA = {"perihal", "uraian", "identitas", "kutipan_oleh_id", "jenis_id", "wilayah_id"}


class DpmdPengaduan(models.Model):
    """*Serupa*: the cases that are like this one, by their words, desa and kind."""

    _inherit = "dpmd.pengaduan"

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        self.env["dpmd.serupa"]._kosongkan(baru)
        return baru

    def write(self, vals):
        hasil = super().write(vals)
        if not KOLOM_SERUPA.isdisjoint(vals):
            self.env["dpmd.serupa"]._kosongkan(self)
        return hasil

    def _kata_terbaca(self):
        """Return the text of the case that tells nothing of a secret or anonymous pelapor.

        Such a case has only its subject until its kutipan is confirmed: what stood there before may be the
        citizen's own words.
        """
        self.ensure_one()
        return " ".join(filter(None, [self.perihal, self._tanpa_rahasia() and self.uraian]))

    def _tanpa_rahasia(self):
        """Return whether the words of the case tell nothing of a secret or anonymous pelapor."""
        return self.identitas == "terbuka" or bool(self.kutipan_oleh_id)

    def _tanda_serupa(self):
        """Return desa and kind as words of their own: cases that share one are more alike."""
        tanda = {"desa": self.wilayah_id.id, "jenis": self.jenis_id.id}
        return {f"{apa}#{id_}" for apa, id_ in tanda.items() if id_}

    def _serupa(self, batas=5):
        """Return the cases most like this one that the user may read, the most alike first.

        :param int batas: how many at most
        :return: ``[(case, likeness)]``, likeness from 0 to 1
        """
        self.ensure_one()
        self.check_access("read")
        Serupa = self.env["dpmd.serupa"]
        akar = Serupa._akar(Serupa._kata(self._kata_terbaca()))
        mirip = Serupa._terdekat(self.company_id, set(akar.values()) | self._tanda_serupa())
        # The search applies the reader's rules to what was found without any.
        terbaca = self.search(
            [("id", "in", list(mirip)), ("id", "!=", self.id), ("alasan_tutup", "not in", ["salah_catat"])]
        )
        urut = sorted(terbaca, key=lambda pengaduan: -mirip[pengaduan.id])
        return [(pengaduan, mirip[pengaduan.id]) for pengaduan in urut[:batas]]
