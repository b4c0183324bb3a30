from . import ringan, isian
from . import angka, bundel, cetak, formulir, tindakan, lacak, portal, rapat, register, saran, unggah, verifikasi
from . import verifikasi_sertifikat
