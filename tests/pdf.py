"""PDFs made elsewhere, as people bring them: plain, hostile, and signed with certificates of a CA of our own."""

import io
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import crl, keys, pem, x509
from cryptography import x509 as cx509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

SEKARANG = datetime.now(UTC)
TEKS = b"BT /F1 12 Tf 72 700 Td (Surat dari Word) Tj ET"


def tulis(penulis):
    """Return a PDF that was put together (bytes)."""
    keluar = io.BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def penulis(halaman=1, teks=TEKS):
    """Return a letter of some pages, to be changed before it is written."""
    isi = PdfWriter()
    for _ke in range(halaman):
        lembar = isi.add_blank_page(612, 936)
        aliran = DecodedStreamObject()
        aliran.set_data(teks)
        lembar[NameObject("/Contents")] = isi._add_object(aliran)
        huruf = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        lembar[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): huruf})}
        )
    return isi


@cache
def surat(halaman=1, teks=TEKS):
    """Return a plain letter (bytes)."""
    return tulis(penulis(halaman, teks))


class Penerbit:
    """An issuer of certificates that exists in this test only."""

    def __init__(self, nama="Penerbit Uji"):
        self.nama, self.kunci = nama, ec.generate_private_key(ec.SECP256R1())
        self.sertifikat = self._terbitkan(nama, self.kunci, akar=True)

    @property
    def pem(self):
        """Its own certificate, as an administrator uploads it."""
        return self.sertifikat.public_bytes(serialization.Encoding.PEM)

    def _terbitkan(self, nama, kunci, mulai=-365, sampai=365, guna=True, akar=False):
        def sebut(teks):
            return cx509.Name([cx509.NameAttribute(NameOID.COMMON_NAME, teks)])

        pembuat = (
            cx509.CertificateBuilder()
            .subject_name(sebut(nama))
            .issuer_name(sebut(self.nama))
            .public_key(kunci.public_key())
            .serial_number(cx509.random_serial_number())
            .not_valid_before(SEKARANG + timedelta(mulai))
            .not_valid_after(SEKARANG + timedelta(sampai))
            .add_extension(cx509.BasicConstraints(ca=akar, path_length=None), critical=True)
            .add_extension(
                cx509.KeyUsage(guna and not akar, guna and not akar, not guna, False, False, akar, akar, False, False),
                critical=True,
            )
        )
        if not akar:  # where a list of what was revoked could be fetched; nobody does
            tempat = cx509.UniformResourceIdentifier("http://penerbit.invalid/cabut.crl")
            pembuat = pembuat.add_extension(
                cx509.CRLDistributionPoints([cx509.DistributionPoint([tempat], None, None, None)]), critical=False
            )
        return pembuat.sign(self.kunci, hashes.SHA256())

    def penanda(self, nama="Drs. Uji Kadis", **masa):
        """Return somebody with a certificate of this issuer, who can sign.

        :param masa: ``mulai`` and ``sampai``, in days from now; ``guna``: whether it is for signing at all
        """
        kunci = ec.generate_private_key(ec.SECP256R1())

        def baca(satu):
            return x509.Certificate.load(pem.unarmor(satu.public_bytes(serialization.Encoding.PEM))[2])

        rahasia = kunci.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        gudang = SimpleCertificateStore()
        gudang.register(baca(self.sertifikat))
        return SimpleSigner(
            signing_cert=baca(self._terbitkan(nama, kunci, **masa)),
            signing_key=keys.PrivateKeyInfo.load(rahasia),
            cert_registry=gudang,
        )

    def dicabut(self, isi):
        """Return a signed PDF (bytes) with this issuer's word in it that the certificate was revoked."""
        tanda = PdfFileReader(io.BytesIO(isi)).embedded_signatures[0]
        pencabutan = (
            cx509.RevokedCertificateBuilder()
            .serial_number(tanda.signer_cert.serial_number)
            .revocation_date(SEKARANG - timedelta(1))
            .build()
        )
        daftar = (
            cx509.CertificateRevocationListBuilder()
            .issuer_name(self.sertifikat.subject)
            .last_update(SEKARANG - timedelta(hours=1))
            .next_update(SEKARANG + timedelta(30))
            .add_revoked_certificate(pencabutan)
            .sign(self.kunci, hashes.SHA256())
        )
        satu = crl.CertificateList.load(daftar.public_bytes(serialization.Encoding.DER))
        keluar = io.BytesIO(isi)
        DocumentSecurityStore.add_dss(keluar, sig_contents=None, certs=(), crls=(satu,))
        return keluar.getvalue()


def tandai(isi, penanda, kolom="Tanda1"):
    """Return a PDF with one more electronic signature in it (bytes)."""
    keluar = PdfSigner(
        PdfSignatureMetadata(field_name=kolom), signer=penanda, new_field_spec=SigFieldSpec(kolom)
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(isi)))
    return keluar.getvalue()


def selipkan_skrip(isi):
    """Return a PDF (bytes) with a script in it that nothing on its pages points at."""
    tambahan = IncrementalPdfFileWriter(io.BytesIO(isi))
    skrip = generic.DictionaryObject({generic.pdf_name("/S"): generic.pdf_name("/JavaScript")})
    tambahan.root["/Names"] = tambahan.add_object(generic.DictionaryObject({generic.pdf_name("/X"): skrip}))
    tambahan.update_root()
    keluar = io.BytesIO()
    tambahan.write(keluar)
    return keluar.getvalue()


def ubah_sesudahnya(isi, teks=b"BT /F1 12 Tf 72 700 Td (Surat yang lain) Tj ET"):
    """Return a PDF with other words on its page, appended to the file as every editor does (bytes)."""
    penulis_tambahan = IncrementalPdfFileWriter(io.BytesIO(isi))
    halaman = penulis_tambahan.root["/Pages"]["/Kids"][0].get_object()
    aliran = halaman["/Contents"]
    aliran._data, aliran._encoded_data = teks, None
    penulis_tambahan.update_container(aliran)
    keluar = io.BytesIO()
    penulis_tambahan.write(keluar)
    return keluar.getvalue()
