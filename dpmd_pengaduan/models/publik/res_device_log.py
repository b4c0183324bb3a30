from types import SimpleNamespace

from odoo import api, models

TANPA_ALAMAT = "0.0.0.0"  # the address of nobody; Odoo needs one to tell devices apart


class ResDeviceLog(models.Model):
    """On which devices somebody is logged in; of a citizen without the network address.

    Officials keep theirs: from where an account of the office was used must be found out afterwards.
    """

    _inherit = "res.device.log"

    @api.model
    def _update_device(self, request):
        """Note the device of a request; neither table nor session learns where a citizen is."""
        if self.env["res.users"].sudo().browse(request.session.uid).share:
            perangkat = SimpleNamespace(user_agent=request.httprequest.user_agent, remote_addr=TANPA_ALAMAT)
            request = SimpleNamespace(session=request.session, httprequest=perangkat)
        return super()._update_device(request)
