from odoo import api, models
from odoo.exceptions import AccessError, UserError

from .alur import TAMAT


class ResUsers(models.Model):
    """What a user may see of cases, for the rules of what belongs to one; and no desk is left without its user."""

    _inherit = "res.users"

    def dpmd_domain_pengaduan(self):
        """Return the domain of the cases this user may see, for the rules of what belongs to a case.

        It is the user's own record rule on ``dpmd.pengaduan``, so that the rule is written once.
        """
        return self._dpmd_domain("dpmd.pengaduan")

    def _dpmd_domain(self, model):
        """Return a user's own record rule on a model; rules evaluate as superuser, RPC does not."""
        self.ensure_one()
        if not self.env.su:
            raise AccessError(self.env._("This serves the record rules only."))
        return self.env["ir.rule"].with_user(self)._compute_domain(model, "read")

    @api.constrains("active")
    def _check_dpmd_meja_kosong(self):
        for user in self.filtered(lambda u: not u.active):
            terbuka = (
                self.env["dpmd.pengaduan"]
                .sudo()
                .search_count(
                    [("state", "not in", TAMAT), "|", ("pelaksana_id", "=", user.id), ("desk_user_id", "=", user.id)]
                )
            )
            if terbuka:
                raise UserError(
                    self.env._(
                        "%(nama)s still holds %(jumlah)s cases. Hand them over first "
                        "(Hand over, or end the appointment).",
                        nama=user.name,
                        jumlah=terbuka,
                    )
                )
