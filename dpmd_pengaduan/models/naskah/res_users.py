from odoo import models
from odoo.exceptions import AccessError


class ResUsers(models.Model):
    """What waits for a user's paraf or signature, for the rule of the papers."""

    _inherit = "res.users"

    def dpmd_domain_giliran(self):
        """Return the domain of the papers that wait for this user, who reads what he signs, whatever the case.

        :raise AccessError: over RPC; rules evaluate as superuser
        """
        self.ensure_one()
        if not self.env.su:
            raise AccessError(self.env._("This serves the record rules only."))
        return list(self.env["dpmd.dokumen"]._domain_giliran(self))
