import base64

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID
from odoo import api, fields, models
from odoo.exceptions import ValidationError


class DpmdInstansi(models.Model):
    """Whose certificates an office trusts: those it put here itself, and no other; none is shipped."""

    _inherit = "dpmd.instansi"

    akar_sertifikat = fields.Binary(
        string="Trusted Issuers",
        help="Root certificates (PEM, several in one file, or one as CRT), such as that of BSrE. Electronic signatures "
        "in papers made elsewhere are valid only where their certificate comes from one of these.",
    )
    akar_nama = fields.Char(
        string="Certificates of", compute="_compute_akar_nama", store=True, tracking=True, help="With their SHA-256."
    )

    def _akar(self):
        """Return the trusted root certificates.

        :raise ValueError: the file holds none
        """
        isi = base64.b64decode(self.with_context(bin_size=False).akar_sertifikat or b"")
        if not isi:
            return []
        return x509.load_pem_x509_certificates(isi) if b"-----BEGIN" in isi else [x509.load_der_x509_certificate(isi)]

    def _akar_tepercaya(self):
        """Return the trusted root certificates, each as PEM (text)."""
        return [satu.public_bytes(serialization.Encoding.PEM).decode() for satu in self._akar()]

    @api.depends("akar_sertifikat")
    def _compute_akar_nama(self):
        for instansi in self:
            try:
                instansi.akar_nama = ", ".join(map(_sebut, instansi._akar())) or False
            except ValueError:  # which is refused
                instansi.akar_nama = False

    @api.constrains("akar_sertifikat")
    def _check_akar_sertifikat(self):
        for instansi in self:
            try:
                instansi._akar()
            except ValueError as galat:
                raise ValidationError(
                    self.env._("This is no certificate. Choose a file that ends in .pem, .crt or .cer.")
                ) from galat


def _sebut(sertifikat):
    nama = sertifikat.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    sebutan = nama[0].value if nama else sertifikat.subject.rfc4514_string()
    return f"{sebutan} ({sertifikat.fingerprint(hashes.SHA256()).hex()[:16]})"
