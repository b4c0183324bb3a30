from odoo import api, fields, models
from odoo.exceptions import UserError

from ..kantor.instansi_alamat import lokal
from .kode_naskah import LAMAN, buat_kode


class DpmdDokumen(models.Model):
    """The QR code and the short code by which everybody can check an official paper."""

    _inherit = "dpmd.dokumen"

    kode = fields.Char(
        string="Code", help="Stands on every page of the issued paper; typed in, it shows whether it is ours."
    )
    uji_coba = fields.Boolean(string="Trial", help="Issued by a trial office: not official.")
    alamat_verifikasi = fields.Char(
        string="Check it at", compute="_compute_alamat_verifikasi", compute_sudo=True, help="Where the QR code leads."
    )

    _kode_uniq = models.UniqueIndex("(kode)")

    @api.depends("kode", "token")
    def _compute_alamat_verifikasi(self):
        for company, milik in self.grouped("company_id").items():
            alamat = self.env["dpmd.instansi"]._milik(company)._alamat_publik()
            for dokumen in milik:
                dokumen.alamat_verifikasi = f"{alamat}{LAMAN}/{dokumen.token}" if dokumen.kode else False

    def _periksa_alamat(self):
        """Raise where the paper would carry an address for years that nobody outside can open.

        A trial office is the exception: its papers carry none.
        """
        for company in self.company_id:
            instansi_sudo = self.env["dpmd.instansi"]._milik(company)
            alamat = instansi_sudo._alamat_publik()
            if lokal(alamat) and not instansi_sudo.uji_coba:
                raise UserError(
                    self.env._(
                        "No official paper can be issued yet: nobody outside could check it at “%(alamat)s”. "
                        "An administrator sets the address of this server under Settings → Office, "
                        "tab “Public Address”.",
                        alamat=alamat,
                    )
                )

    def _beri_kode(self):
        """Give papers their code, just before they are rendered for the last time; in a trial office, none."""
        for dokumen in self:
            uji_coba = self.env["dpmd.instansi"]._milik(dokumen.company_id).uji_coba
            dokumen._tulis({"uji_coba": True} if uji_coba else {"kode": buat_kode()})

    @api.model
    def _terbit_sudo(self, name, nilai):
        """Return the official paper a token or code stands for (superuser); empty where none was issued with it.

        :param str name: ``token`` or ``kode``
        :param str nilai: what somebody scanned or typed
        """
        return self.sudo().search([(name, "=", nilai), ("kode", "!=", False), ("dibekukan", "!=", False)], limit=1)
