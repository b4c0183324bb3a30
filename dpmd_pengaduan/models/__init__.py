"""The rooms, lowest first: a room calls those above it in this list, never those below."""

from . import dasar
from . import kantor
from . import perkara
from . import naskah
from . import pelapor
from . import rapat
from . import surel
from . import ingat
from . import bundel
from . import publik
from . import rekap
from . import sertifikat
