from odoo import models


class ResUsers(models.Model):
    """What a user may see of identities, for the rule of the papers that show one."""

    _inherit = "res.users"

    def dpmd_domain_pelapor(self):
        """Return the domain of the identities this user may see, for the rule of the papers that show one."""
        return self._dpmd_domain("dpmd.pelapor")
