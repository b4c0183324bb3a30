from odoo import models


class IrBinary(models.AbstractModel):
    """A file that an inspector opens by its address leaves a trace, as one read over RPC does."""

    _inherit = "ir.binary"

    def _record_to_stream(self, record, field_name):
        self.env["ir.attachment"]._berkas_dibaca(record)
        return super()._record_to_stream(record, field_name)
