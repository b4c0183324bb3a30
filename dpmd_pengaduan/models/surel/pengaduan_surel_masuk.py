from odoo import models

from .gerbang import cek_gerbang


class DpmdPengaduan(models.Model):
    _inherit = "dpmd.pengaduan"

    def message_update(self, msg_dict, update_vals=None):
        """Take a reply by mail into the talk on a case, as plain text and under its bare address.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict update_vals: never written
        :raise AccessError: unless the mail comes in by the gateway
        """
        cek_gerbang(self.env)
        self.env["dpmd.pelapor"]._baca_surel(msg_dict)
        return True
