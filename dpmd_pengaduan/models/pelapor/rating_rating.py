from odoo import api, models
from odoo.exceptions import UserError

from ..dasar.izin import pakai_izin


class RatingRating(models.Model):
    """The rating of a complaint comes from its pelapor only; Odoo lets every employee write any rating."""

    _inherit = "rating.rating"

    def _cek_dpmd(self):
        if any((rating.res_model or "").startswith("dpmd.") for rating in self.sudo()):
            raise UserError(self.env._("A complaint is rated by its pelapor, on the tracking page."))

    @api.model_create_multi
    def create(self, vals_list):
        bersih, berizin = pakai_izin(self)
        ratings = super(RatingRating, bersih).create(vals_list)
        if not berizin:
            ratings._cek_dpmd()
        return ratings

    def write(self, vals):
        bersih, berizin = pakai_izin(self)
        if berizin:
            return super(RatingRating, bersih).write(vals)
        self._cek_dpmd()
        result = super().write(vals)
        self._cek_dpmd()
        return result

    @api.ondelete(at_uninstall=True)
    def _unlink_except_dpmd(self):
        self._cek_dpmd()
