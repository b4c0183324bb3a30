import hashlib

from odoo.tools import format_datetime

from ..models.kantor.hari import zona
from ..models.pelapor.pelapor_kabar import TANGGAL
from .verifikasi import Verifikasi


class VerifikasiSertifikat(Verifikasi):
    """The page of a paper tells of its certificate too, and knows the certified PDF as ours."""

    def _halaman(self, dokumen_sudo, status=200, galat="", kiriman=None):
        sidik = hashlib.sha256(kiriman or b"").hexdigest()
        bersertifikat = kiriman is not None and sidik == dokumen_sudo._sertifikasi_sudo().sha256
        if bersertifikat:  # it begins with the bytes that were issued, which was checked when it was kept
            kiriman = self._isi_sudo(dokumen_sudo)
        jawaban = super()._halaman(dokumen_sudo, status=status, galat=galat, kiriman=kiriman)
        jawaban.qcontext["bersertifikat"] = bersertifikat
        return jawaban

    def _surat(self, dokumen_sudo):
        """Return what the page says of a paper; of who holds the certificate, the jabatan alone."""
        surat, sertifikasi_sudo = super()._surat(dokumen_sudo), dokumen_sudo._sertifikasi_sudo()
        if sertifikasi_sudo:
            tz = zona(dokumen_sudo.company_id)
            surat["sertifikat"] = {
                "sebutan": sertifikasi_sudo.sebutan,
                "tanggal": format_datetime(
                    sertifikasi_sudo.env, sertifikasi_sudo.waktu_tanda, tz=tz, dt_format=TANGGAL
                ),
                "kalimat": dokumen_sudo.sertifikat_kalimat,
                "sha256": sertifikasi_sudo.sha256,
            }
        return surat
