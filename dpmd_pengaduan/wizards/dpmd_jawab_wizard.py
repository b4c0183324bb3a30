from odoo import api, fields, models

from ..models.pelapor.pengaduan_jawaban import DENGAN_BUKTI
from ..models.perkara.dpmd_pengaduan import CARA_JAWAB


class DpmdJawabWizard(models.TransientModel):
    """Deliver the signed letter to the pelapor (SOP step 17, or after an early close); its words are shown only."""

    _name = "dpmd.jawab.wizard"
    _description = "Inform the Pelapor"
    _inherit = ["dpmd.wizard"]

    surat = fields.Char(string="Letter", compute="_compute_surat")
    jawaban = fields.Text(string="Answer", compute="_compute_surat")
    siap = fields.Boolean(compute="_compute_surat")
    cara = fields.Selection(
        CARA_JAWAB,
        string="Told by",
        required=True,
        compute="_compute_cara",
        store=True,
        readonly=False,
        precompute=True,
    )

    @api.depends("res_id")
    def _compute_surat(self):
        for wizard in self:
            kasus = wizard.pengaduan_id
            surat_sudo = kasus._surat_jawaban() if kasus else self.env["dpmd.dokumen"]
            wizard.siap = bool(surat_sudo.dibekukan)
            wizard.surat = surat_sudo.display_name if wizard.siap else False
            wizard.jawaban = kasus.catatan_tutup if kasus.state == "ditutup" else kasus.jawaban

    @api.depends("res_id")
    def _compute_cara(self):
        """Propose the mail where the pelapor gave an address and the office has one, else the portal."""
        for wizard in self:
            pengaduan_sudo = wizard.pengaduan_id.sudo()
            instansi = self.env["dpmd.instansi"]._milik(pengaduan_sudo.company_id or self.env.company)
            surel = pengaduan_sudo.pelapor_ids.email and instansi._alamat_pengirim()
            wizard.cara = "surel" if surel else "portal"

    def action_buka_surat(self):
        """Open the signed letter, to be looked over or printed."""
        return self._kasus()._buka_surat_jawaban()

    def action_buka_whatsapp(self):
        """Open WhatsApp with the text for the pelapor, see ``dpmd.pelapor.action_whatsapp``."""
        pelapor = self.env["dpmd.pelapor"].search([("pengaduan_id", "=", self._kasus().id)])
        return pelapor.action_whatsapp()

    def action_jawab(self):
        """Deliver the letter; on paper and by WhatsApp with the proof of delivery."""
        pengaduan = self._kasus()
        bukti = self._lampiran_bukti() if self.cara in DENGAN_BUKTI else self.env["ir.attachment"]
        if pengaduan.cara_jawab:
            pengaduan.action_sampaikan_lagi(self.cara, bukti.id)
        elif pengaduan.state == "ditutup":
            pengaduan.action_informasikan_tutup(self.cara, bukti.id)
        else:
            pengaduan.action_informasikan(self.cara, bukti.id)
        return {"type": "ir.actions.act_window_close"}
