from . import ringan, isian
from . import angka, formulir, tindakan, lacak, portal, rapat, unggah, verifikasi
