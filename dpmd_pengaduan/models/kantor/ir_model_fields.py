from odoo import models

from ..dasar.atas_nama import milik_kami


class IrModelFields(models.Model):
    """A field made by hand on our models or towards them, or on any model with code or a path of fields."""

    _name = "ir.model.fields"
    _inherit = ["ir.model.fields", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "kolom"

    def _kolom_perubahan(self):
        # What people type; Odoo sets the rest by SQL when it sets up the field.
        return {"name", "field_description", "ttype", "relation", "relation_field", "related", "compute", "depends"}

    def _penting(self, isi):
        jauh = self.compute or self.related or milik_kami(self.relation)
        return self.state == "manual" and bool(jauh or super()._penting(isi))
