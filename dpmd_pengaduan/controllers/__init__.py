from . import ringan, isian
from . import angka, bundel, cetak, depan, formulir, tindakan, lacak, portal, rapat, register, saran, unggah
from . import tahunan, verifikasi
from . import foto_loket
from . import verifikasi_sertifikat
