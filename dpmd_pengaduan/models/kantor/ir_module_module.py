from odoo import models


class IrModuleModule(models.Model):
    """A module that is installed, upgraded or removed; it brings code and rules of its own."""

    _name = "ir.module.module"
    _inherit = ["ir.module.module", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "modul"

    def _kolom_perubahan(self):
        return {"state"}

    def _model_perubahan(self):
        return False

    def _penting(self, isi):
        return self.state not in ("uninstalled", "uninstallable")
