from odoo import models


class DpmdPengaduan(models.Model):
    """What the papers printed from a case ask of who complained (``naskah/surat.py``)."""

    _inherit = "dpmd.pengaduan"

    def _pelapor_terbuka(self):
        # A secret one stands in no paper of the chain. A search applies the reader's rules; the one2many might come
        # from a superuser's cache.
        Pelapor = self.env["dpmd.pelapor"]
        if not Pelapor.has_access("read"):
            return super()._pelapor_terbuka()
        terbuka = Pelapor.search([("pengaduan_id", "in", self.ids), ("identitas", "=", "terbuka")])
        return {pelapor.pengaduan_id.id: pelapor for pelapor in terbuka}

    def _petugas_penerima(self):
        return self.sudo().pelapor_ids.petugas_id or super()._petugas_penerima()

    def _jumlah_berkas(self):
        # How many, not what they show.
        return len(self.sudo().pelapor_ids.berkas_ids) or super()._jumlah_berkas()
