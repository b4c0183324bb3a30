from odoo import models
from odoo.exceptions import UserError

MODUL = "dpmd_pengaduan"


class IrModuleModule(models.Model):
    """A register that is not empty is not uninstalled (and with it, deleted)."""

    _inherit = "ir.module.module"

    def write(self, vals):
        # Every way to uninstall, also by a module this one depends on, comes through these states.
        if vals.get("state") in ("to remove", "uninstalled"):
            self._cek_register_kosong()
        return super().write(vals)

    def module_uninstall(self):
        """Uninstall modules: drop their tables.

        :raise UserError: the complaint register is among them and not empty
        """
        self._cek_register_kosong()
        return super().module_uninstall()

    def _cek_register_kosong(self):
        hapus = self.filtered(lambda modul: modul.name == MODUL and modul.state != "uninstalled")
        if hapus and self.env["dpmd.pengaduan"].sudo().search_count([], limit=1):
            raise UserError(
                self.env._(
                    "The complaint register is not empty. It is an official record, so its module "
                    "cannot be uninstalled."
                )
            )
