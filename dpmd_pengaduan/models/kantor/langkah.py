from enum import IntEnum


class Langkah(IntEnum):
    """The 17 steps of the SOP by name; what each says stands in ``dpmd.sop.langkah``."""

    ADUAN = 1
    REGISTER = 2
    FORMULIR = 3
    TERIMA_KADIS = 4
    TUGAS_SEKRETARIS = 5
    TUGAS_KABID = 6
    DISPOSISI = 7
    TELAAH = 8
    UNDANGAN = 9
    RAPAT = 10
    BERITA_ACARA = 11
    LAPORAN = 12
    PARAF_KABID = 13
    PARAF_SEKRETARIS = 14
    TANDA_TANGAN = 15
    ARSIP = 16
    JAWABAN = 17
    TUNTAS = 18  # all are done
