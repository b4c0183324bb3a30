"""The local provider: a certificate with its key in a PKCS#12 file, opened by its passphrase for one signature."""

import io
from datetime import UTC, datetime, timedelta

from .penyedia import Gagal

TOLERANSI = timedelta(minutes=5)  # by which two clocks may differ


class Pkcs12:
    """Sign with the key in a PKCS#12 file.

    :param bytes berkas: the file
    :param str kunci: its passphrase, kept nowhere
    :raise Gagal: it does not open, or its certificate is not in force
    """

    def __init__(self, berkas, kunci):
        from pyhanko.sign.signers import SimpleSigner

        try:
            self._penanda = SimpleSigner.load_pkcs12_data(berkas, (), passphrase=kunci.encode())
            sertifikat = self._penanda.signing_cert
        except Exception:  # whatever a library says of a file that is none, or of a wrong passphrase
            raise Gagal("p12") from None
        kini = datetime.now(UTC)
        if sertifikat.not_valid_before > kini + TOLERANSI:
            raise Gagal("belum_berlaku")
        if sertifikat.not_valid_after < kini:
            raise Gagal("kedaluwarsa")

    def siap(self):
        """Do nothing: the file was opened."""

    def tandai(self, isi):
        """Return a PDF (bytes) with one signature more, appended to it (PAdES B-B, SHA-256).

        Hashed is the whole new file but for the place of the signature itself: every byte there was, and the addition.

        :raise Gagal: it takes no further signature
        """
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
        from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

        try:
            penulis = IncrementalPdfFileWriter(io.BytesIO(isi), strict=False)
            kolom = f"Sertifikat{len(penulis.prev.embedded_signatures) + 1}"
            data = PdfSignatureMetadata(field_name=kolom, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
            hasil = PdfSigner(data, signer=self._penanda, new_field_spec=SigFieldSpec(kolom)).sign_pdf(penulis)
        except Exception:  # an outside paper may forbid it, or be written in a way that nothing can be appended to
            raise Gagal("tertutup") from None
        return hasil.getvalue()
