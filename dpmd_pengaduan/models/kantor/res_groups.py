from odoo import models


class ResGroups(models.Model):
    """A group of ours, of Settings administrators, or one that brings these with it: whom and what it holds."""

    _name = "res.groups"
    _inherit = ["res.groups", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "grup"

    def _model_perubahan(self):
        return False

    def _kolom_perubahan(self):
        return {"name", "implied_ids", "implied_by_ids", "user_ids", "rule_groups"}

    def _penting(self, isi):
        return bool(self.all_implied_ids & self._grup_kami())

    def _grup_kami(self):
        """Return the groups of this addon, and the one of Settings administrators."""
        milik = self.env["ir.model.data"].sudo().search([("module", "=", "dpmd_pengaduan"), ("model", "=", self._name)])
        return self.browse(milik.mapped("res_id")) | self.env.ref("base.group_system")
