from odoo import models
from odoo.exceptions import UserError

TETAP = {"company_id", "kode", "nomor"}


class DpmdJamKantor(models.AbstractModel):
    """A clock or target an office sets itself: each change is noted and told to its Kadis and inspector."""

    _name = "dpmd.jam.kantor"
    _description = "Clock of an Office"
    _inherit = ["dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "jam"

    def _model_perubahan(self):
        return self._name

    def _catat_perubahan(self, lama):
        # They are made with the office, by nobody.
        return super()._catat_perubahan(lama) if lama else None

    def write(self, vals):
        if TETAP & set(vals):
            raise UserError(self.env._("Which clock it is, and of which office, never changes."))
        return super().write(vals)
