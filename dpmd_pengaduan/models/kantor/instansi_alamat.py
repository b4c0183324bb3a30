import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from odoo import api, fields, models
from odoo.exceptions import ValidationError


def lokal(alamat):
    """Return whether an address opens nothing outside the server or its own network."""
    try:
        nama = (urlsplit(alamat or "").hostname or "").rstrip(".")
    except ValueError:
        return True
    try:
        ip = ip_address(nama)
    except ValueError:
        return "." not in nama or nama.endswith((".localhost", ".local"))
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return ip.is_loopback or ip.is_unspecified


class DpmdInstansi(models.Model):
    """Where the office is reached on the web, or that it is only being tried out."""

    _inherit = "dpmd.instansi"

    alamat_publik = fields.Char(
        string="Public Address",
        tracking=True,
        help="Where citizens open the complaint desk, such as https://pengaduan.example.go.id. Letters, QR codes and "
        "mails carry it for years. Left empty, it is the domain of the office's website.",
    )
    uji_coba = fields.Boolean(
        string="Trial Office",
        tracking=True,
        help="Every paper says that it is not official, and has neither QR code nor code to check it by.",
    )

    @api.constrains("alamat_publik")
    def _check_alamat_publik(self):
        for alamat in filter(None, self.mapped("alamat_publik")):
            if not re.fullmatch(r"https://[^/?#@\s]+/?", alamat) or lokal(alamat):
                raise ValidationError(
                    self.env._(
                        "The public address is the name by which everybody reaches this server, with https:// before "
                        "it and nothing behind it, such as https://pengaduan.example.go.id."
                    )
                )

    # With the company: otherwise a trial office could be moved to the company of a real one.
    @api.constrains("uji_coba", "company_id")
    def _check_uji_coba(self):
        for instansi in self:
            if instansi.uji_coba and instansi._punya_naskah_resmi():
                raise ValidationError(
                    self.env._("This office has issued official papers. It cannot become a trial office any more.")
                )

    def _punya_naskah_resmi(self):
        """Return whether the office has ever issued an official paper; hook, filled where papers are made."""
        self.ensure_one()
        return False

    def _alamat_publik(self):
        """Return where citizens reach the office, for letters, QR codes, mails and messages; no slash at the end."""
        self.ensure_one()
        return (self.alamat_publik or self.get_base_url() or "").rstrip("/")
