from . import ringan, isian
from . import angka, formulir, lacak, portal, rapat, verifikasi
