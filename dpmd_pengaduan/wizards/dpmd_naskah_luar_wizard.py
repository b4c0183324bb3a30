from odoo import api, fields, models

from ..models.naskah.banding import MAKS_MB
from ..models.naskah.dokumen_luar import ASAL
from ..models.naskah.jenis_naskah import NASKAH


class DpmdNaskahLuarWizard(models.TransientModel):
    """Bring a finished PDF made elsewhere in the place of a paper that was handed up."""

    _name = "dpmd.naskah.luar.wizard"
    _description = "Bring a Finished PDF"
    _inherit = ["dpmd.wizard"]

    calon_ids = fields.Many2many("dpmd.dokumen", compute="_compute_calon", compute_sudo=False)
    dokumen_id = fields.Many2one(
        "dpmd.dokumen", string="Paper", compute="_compute_dokumen_id", store=True, readonly=False, precompute=True
    )
    bernomor = fields.Boolean(compute="_compute_bernomor")
    maks_mb = fields.Integer(compute="_compute_calon")
    berkas = fields.Binary(string="Finished PDF", attachment=False)
    berkas_nama = fields.Char(string="File Name")
    nomor = fields.Char(string="Number on it")
    tanggal = fields.Date(string="Date on it", default=lambda self: self.env["dpmd.penugasan"]._hari_ini())
    asal = fields.Selection(ASAL, string="Made with", default="word")

    @api.depends("res_id")
    def _compute_calon(self):
        for wizard in self:
            kasus = wizard.pengaduan_id
            wizard.calon_ids = kasus._naskah_untuk_dibawa() if kasus else False
            batas = self.env["dpmd.instansi"]._milik(kasus.company_id).maks_berkas_mb if kasus else MAKS_MB
            wizard.maks_mb = min(batas, MAKS_MB)

    @api.depends("calon_ids")
    def _compute_dokumen_id(self):
        for wizard in self:
            wizard.dokumen_id = wizard.calon_ids[:1]

    @api.depends("dokumen_id")
    def _compute_bernomor(self):
        for wizard in self:
            wizard.bernomor = bool(wizard.dokumen_id and NASKAH[wizard.dokumen_id.jenis].kode)

    def action_bawa(self):
        """Hand the finished PDF up in place of the paper; all is checked by ``action_bawa_naskah``.

        :return: the action that opens it, with what its electronic signatures say
        """
        berkas = self.with_context(bin_size=False).berkas
        return self._kasus().action_bawa_naskah(
            self.dokumen_id.id, berkas and berkas.decode(), self.nomor, self.tanggal, self.asal
        )
