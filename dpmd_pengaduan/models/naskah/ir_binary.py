from odoo import models
from werkzeug.exceptions import Conflict

from .dokumen_utuh import NaskahBerubah


class IrBinary(models.AbstractModel):
    """A paper that is refused is refused in words: Odoo's routes would say that there is none, or show a picture."""

    _inherit = "ir.binary"

    def _record_to_stream(self, record, field_name):
        try:
            return super()._record_to_stream(record, field_name)
        except NaskahBerubah as galat:
            raise Conflict(str(galat)) from galat
