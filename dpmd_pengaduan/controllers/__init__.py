from . import ringan, isian
from . import angka, bundel, cetak, depan, formulir, tindakan, lacak, portal, rapat, register, unggah, verifikasi
from . import verifikasi_sertifikat
