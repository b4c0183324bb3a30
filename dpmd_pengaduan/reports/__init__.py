from . import surat
