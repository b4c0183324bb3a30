from odoo import models

from ..dasar.atas_nama import milik_kami


class IrActionsServer(models.Model):
    """On our models, and any with code or an expression, which reaches all models."""

    _name = "ir.actions.server"
    _inherit = ["ir.actions.server", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return {"ir_cron": "jadwal", "base_automation": "otomasi"}.get(self.usage, "aksi")

    def _penting(self, isi):
        tujuan = (self.model_id | self.crud_model_id | self.update_related_model_id).mapped("model")
        return self.state == "code" or self.evaluation_type == "equation" or any(map(milik_kami, tujuan))
