from odoo import models
from odoo.http import request
from werkzeug.exceptions import BadRequest


class IrHttp(models.AbstractModel):
    """What no page can answer is refused before the website looks for a page: with 400, where Odoo would answer 500."""

    _inherit = "ir.http"

    @classmethod
    def _match(cls, path):
        # PostgreSQL takes no NUL, and every page begins with a search for the website of the host and of the path.
        if "\0" in path:
            raise BadRequest
        try:
            request.httprequest.host.encode("idna")
        except UnicodeError:
            raise BadRequest from None
        return super()._match(path)
