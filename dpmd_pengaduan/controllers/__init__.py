from . import ringan, isian
from . import formulir, lacak, portal, rapat, unggah, verifikasi
