from odoo import fields, models


class DpmdPengaduan(models.Model):
    """The official papers of a case."""

    _inherit = "dpmd.pengaduan"

    laporan_ids = fields.One2many("dpmd.laporan", "pengaduan_id")
    dokumen_ids = fields.One2many("dpmd.dokumen", "pengaduan_id", string="Papers")
    arsip_ids = fields.One2many("dpmd.arsip", "pengaduan_id")
    dokumen_count = fields.Integer(compute="_compute_dokumen_count")

    def _pelapor_terbuka(self):
        """Return the open identities the reader may see, by case; hook, filled where the identity lives."""
        return {}

    def _petugas_penerima(self):
        """Return the officer who received the complaint (user); hook, filled where the identity lives."""
        return self.env["res.users"]

    def _jumlah_berkas(self):
        """Return how many files came with the complaint; hook, filled where they are kept."""
        return 0

    def _compute_dokumen_count(self):
        jumlah = dict(
            self.env["dpmd.dokumen"]._read_group([("pengaduan_id", "in", self.ids)], ["pengaduan_id"], ["__count"])
        )
        for pengaduan in self:
            pengaduan.dokumen_count = jumlah.get(pengaduan, 0)
