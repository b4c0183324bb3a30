from odoo import models


class IrHttp(models.AbstractModel):
    """The web client begins with the counters of the desk, so that it need not ask for them."""

    _inherit = "ir.http"

    def session_info(self):
        petugas = self.env.user.has_group("dpmd_pengaduan.group_petugas")
        return {**super().session_info(), "dpmd_meja": petugas and self.env["dpmd.pengaduan"].hitung_meja()}
