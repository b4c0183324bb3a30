"""Who complained: the identity and who looked at it, what the pelapor sends, is told and says of the answer."""

from . import dpmd_pelapor, dpmd_pelapor_akses, dpmd_pesan
from . import dpmd_permintaan_pdp, jejak_pdp
from . import (
    pelapor_formulir,
    pelapor_berkas,
    pelapor_pesan,
    pelapor_lanjut,
    pelapor_kabar,
    pelapor_kode,
    pelapor_whatsapp,
)
from . import pelapor_cetak, pelapor_terlapor, pengaduan_cetak
from . import (
    pengaduan_terima,
    pengaduan_formulir,
    pengaduan_identitas,
    pengaduan_pesan,
    pengaduan_jawaban,
    pengaduan_nilai,
    pengaduan_menurut,
    pengaduan_jelas,
    pengaduan_sela,
    pengaduan_serah,
    pelapor_cari,
    pengaduan_cari,
)
from . import rating_rating, res_users
