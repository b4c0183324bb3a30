from . import ringan, isian
from . import angka, cetak, formulir, tindakan, lacak, portal, rapat, unggah, verifikasi
