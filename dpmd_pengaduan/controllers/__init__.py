from . import ringan, isian
from . import formulir, tindakan, lacak, portal, rapat, verifikasi
