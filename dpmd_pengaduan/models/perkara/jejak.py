from dataclasses import dataclass, field
from datetime import datetime

from odoo import models

from .alur import Jalan


@dataclass
class Kertas:
    """A step that happened on paper and is entered afterwards."""

    penugasan: models.Model
    terjadi: datetime
    bukti: models.Model
    alasan: str


@dataclass
class Lewati:
    """The decision of the next higher desk to act in place of a desk, and why."""

    alasan: str


@dataclass
class Jejak:
    """What going a way leaves behind: its lines on the card, and what it changes of the case."""

    jalan: Jalan
    penugasan: models.Model  # under which the user acts; empty for the pelapor
    waktu: datetime
    cara: Kertas | Lewati | None = None
    keluaran: str = ""
    alasan: str = ""
    dokumen: models.Model = None
    menyimpang: bool = False  # from what the SOP means, by necessity; the reason says why
    kolom: dict = field(default_factory=dict)  # columns of the case
    ke: str = ""
    berikut: int = 0
    meja: str = ""
    baris: list = field(default_factory=list)  # one dict for each line: columns that differ from the rest

    def __post_init__(self):
        self.ke, self.berikut, self.meja = self.jalan.ke, int(self.jalan.berikut), self.jalan.meja
        self.baris = [{"nomor": int(nomor)} for nomor in self.jalan.nomor] or [{}]
        if isinstance(self.cara, Kertas):
            self.waktu, self.alasan = self.cara.terjadi, self.cara.alasan
        elif isinstance(self.cara, Lewati):
            self.alasan = self.cara.alasan

    @property
    def pindah(self):
        """Whether the case comes onto a desk anew."""
        return bool(self.ke or self.berikut or self.meja)

    @property
    def bukti_id(self):
        """The scan of a step that happened on paper (id); False on the screen."""
        return self.cara.bukti.id if isinstance(self.cara, Kertas) else False

    @property
    def di_kertas(self):
        """How a paraf or signature of the way was given."""
        return "kertas" if isinstance(self.cara, Kertas) else "layar"
