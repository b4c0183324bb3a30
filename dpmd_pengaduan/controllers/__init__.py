from . import ringan, isian
from . import angka, cetak, formulir, tindakan, lacak, portal, rapat, register, unggah, verifikasi
