"""The clocks of a case: when each began, when it was due, what stopped it, and whether it was kept."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from odoo import fields, models

from ..kantor.hari import hari_setempat
from ..kantor.langkah import Langkah
from ..perkara.alur import PELAPOR
from ..perkara.pengaduan_kartu import DIAMBIL

SATUAN = {"kalender": "hari kalender", "kerja": "hari kerja"}


@dataclass
class Jam:
    """One clock of one round of a case."""

    tenggat: models.Model
    putaran: int
    mulai: datetime
    batas: date
    selesai: datetime | None
    ditutup: datetime | None  # the case was closed early before it was over
    sisa: int  # days that were or are left; below zero too late
    lama: str  # how long it is, in words, as it held for this case
    jeda: bool = False  # it stands still, waiting for the pelapor

    @property
    def hasil(self):
        """What became of it, in words."""
        lewat = f"terlewati {-self.sisa} hari" if self.sisa < 0 else ""
        if self.ditutup:
            return f"berhenti karena pengaduan ditutup{', ' + lewat if lewat else ''}"
        if self.jeda:
            return f"berhenti selama menunggu pelapor, {lewat or f'sisa {self.sisa} hari'}"
        if not self.selesai:
            return f"belum selesai, {lewat}" if lewat else f"masih berjalan, sisa {self.sisa} hari"
        return lewat or f"ditepati, {f'{self.sisa} hari lebih awal' if self.sisa else 'pada hari terakhir'}"


def jam_perkara(pengaduan):
    """Return the clocks of a case, round by round, as its card tells them.

    Limits are those that held for the case, as the card keeps them; of a card without them, and where a clock began
    since the last move, those set today. One that never began, or was off, is left out.
    """
    semua = pengaduan.env["dpmd.tenggat"]._semua(pengaduan.company_id)
    return [
        jam
        for nomor, baris in enumerate(_putaran(pengaduan), 1)
        for kode, mulai, selesai in _peristiwa(pengaduan, nomor, baris)
        if mulai and kode in semua
        for jam in [_jam(pengaduan, nomor, baris, semua[kode], mulai, selesai)]
        if jam
    ]


def _jam(pengaduan, nomor, baris, tenggat, mulai, selesai):
    ditutup = None if selesai else _saat(baris, 0, "tutup")
    akhir = selesai or ditutup
    batas, jumlah, satuan = _batas(pengaduan, baris, tenggat, mulai, berjalan=not akhir)
    if not batas:
        return None
    jeda = not akhir and tenggat.kode == "putusan" and pengaduan.desk_jabatan == PELAPOR
    saat = akhir or (pengaduan.desk_sejak if jeda else None)
    tanggal = hari_setempat(pengaduan.company_id, saat) if saat else pengaduan.env["dpmd.penugasan"]._hari_ini()
    lama = f"{jumlah} {SATUAN[satuan]}"
    return Jam(tenggat, nomor, mulai, batas, selesai, ditutup, (batas - tanggal).days, lama, jeda)


def _batas(pengaduan, baris, tenggat, mulai, berjalan):
    """Return last day, days and unit of a clock, as they held when it stopped or hold now."""
    kini = (pengaduan.batas_jam or {}) if berjalan else {}
    for isi in (kini, *(json.loads(satu.batas_jam) for satu in reversed(baris) if satu.batas_jam)):
        if tenggat.kode in isi:
            hari, *lama = isi[tenggat.kode]
            return fields.Date.to_date(hari), *lama
    return tenggat._jatuh_tempo(mulai, pengaduan.company_id), tenggat.jumlah, tenggat.satuan


def _putaran(pengaduan):
    """Return the lines of the card of each round; the objection begins the next."""
    putaran = [[]]
    for baris in pengaduan.kartu_ids.sorted("urutan"):
        if baris.jenis == "keberatan":
            putaran.append([])
        putaran[-1].append(baris)
    return putaran


def _peristiwa(pengaduan, nomor, baris):
    """Return what starts and stops each clock of a round: ``[(code, moment, moment or None)]``."""
    ttd = _saat(baris, Langkah.TANDA_TANGAN, *DIAMBIL, "gabung")
    if nomor == pengaduan.putaran:  # of a joined case the card tells when it followed, the column when it was signed
        ttd = pengaduan.tanggal_tanda_tangan or ttd
    kabar = ("pemberitahuan", ttd, _saat(baris, Langkah.JAWABAN, *DIAMBIL))
    if nomor > 1:  # an objection is decided within the same time
        return [("putusan", baris[0].terjadi, ttd), kabar]
    terima = pengaduan.tanggal_terima
    # Sent back afterwards, the promise still counts from the first time.
    lengkap, lengkap_akhir = (_saat(baris, Langkah.FORMULIR, *DIAMBIL, terakhir=akhir) for akhir in (False, True))
    kurang = _saat(baris, Langkah.FORMULIR, "kembali")
    kadar = "pengawasan" if pengaduan.jenis_id.pengawasan else "tanpa_pengawasan"
    return [
        ("verifikasi", terima, pengaduan.tanggal_daftar),
        ("tanggapan", terima, kurang or lengkap),
        ("melengkapi", kurang, _dilengkapi(baris, kurang) or lengkap_akhir),
        ("putusan", lengkap, ttd),
        (kadar, terima, ttd),
        kabar,
    ]


def _saat(baris, nomor, *jenis, terakhir=False):
    """Return when the first (or last) line of these kinds about a step happened; None where there is none."""
    cocok = [satu.terjadi for satu in baris if satu.nomor == nomor and satu.jenis in jenis]
    return cocok[-1 if terakhir else 0] if cocok else None


def _dilengkapi(baris, kurang):
    """Return when the pelapor completed the form after being told that it is incomplete; None while that is not."""
    sesudah = [satu for satu in baris if kurang and satu.terjadi >= kurang]
    return _saat([satu for satu in sesudah if not satu.user_id], Langkah.FORMULIR, "catatan")
