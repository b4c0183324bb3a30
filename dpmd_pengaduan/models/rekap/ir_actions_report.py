from odoo import models


class IrActionsReport(models.Model):
    """What an inspector prints leaves a trace."""

    _inherit = "ir.actions.report"

    def _periksa_pembaca(self, docs):
        hasil = super()._periksa_pembaca(docs)
        if docs and not docs.env.su and isinstance(docs, self.pool["dpmd.terjaga"]):
            docs.env["dpmd.pembacaan"]._dibaca("cetak", docs._perkara_dibaca(), self.name)
        return hasil
