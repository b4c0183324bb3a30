from odoo import models
from odoo.exceptions import UserError
from odoo.tools.sql import table_exists

MODUL = "dpmd_pengaduan"


class IrModuleModule(models.Model):
    """A register that is not empty is not uninstalled (and with it, deleted); an empty one goes without a trace."""

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
        kita = MODUL in self.mapped("name")
        hasil = super().module_uninstall()
        if kita:  # Odoo drops tables, and with them their triggers; it knows of no function
            self.env.cr.execute(
                "DROP FUNCTION IF EXISTS dpmd_hanya_tambah(), dpmd_dokumen_beku(), dpmd_pengesahan_beku(),"
                " dpmd_sertifikasi_beku()"
            )
        return hasil

    def _cek_register_kosong(self):
        hapus = self.filtered(lambda modul: modul.name == MODUL and modul.state != "uninstalled")
        Pengaduan_sudo = self.env["dpmd.pengaduan"].sudo()
        # Its table is gone by the time Odoo notes that the module is uninstalled.
        if hapus and table_exists(self.env.cr, Pengaduan_sudo._table) and Pengaduan_sudo.search_count([], limit=1):
            raise UserError(
                self.env._(
                    "The complaint register is not empty. It is an official record, so its module "
                    "cannot be uninstalled."
                )
            )
