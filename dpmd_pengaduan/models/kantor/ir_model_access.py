from odoo import models


class IrModelAccess(models.Model):
    """Noted when it is changed (``dpmd.perubahan``)."""

    _name = "ir.model.access"
    _inherit = ["ir.model.access", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "akses"
