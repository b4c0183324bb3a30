"""A certificate put on an issued paper afterwards: who may, with which provider, and what came back."""

from . import dpmd_sertifikasi, dokumen_sertifikat, instansi_penyedia, pengaduan_sertifikat, ir_attachment
