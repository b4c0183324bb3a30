"""The clocks of a case: when each began, when it was due, what stopped it, and whether it was kept."""

from dataclasses import dataclass
from datetime import date, datetime

from odoo import fields, models

from ..kantor.dpmd_tenggat import zona
from ..kantor.langkah import Langkah
from ..perkara.pengaduan_kartu import DIAMBIL


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

    @property
    def hasil(self):
        """What became of it, in words."""
        lewat = f"terlewati {-self.sisa} hari" if self.sisa < 0 else ""
        if self.ditutup:
            return f"berhenti karena pengaduan ditutup{', ' + lewat if lewat else ''}"
        if not self.selesai:
            return f"belum selesai, {lewat}" if lewat else f"masih berjalan, sisa {self.sisa} hari"
        return lewat or f"ditepati, {f'{self.sisa} hari lebih awal' if self.sisa else 'pada hari terakhir'}"


def jam_perkara(pengaduan):
    """Return the clocks of a case, round by round, as its card tells them.

    Limits and their legal basis are those set today (``dpmd.tenggat``); one that is off or never began is left out.
    """
    tenggat = pengaduan.env["dpmd.tenggat"]._berjalan()
    return [
        jam
        for nomor, baris in enumerate(_putaran(pengaduan), 1)
        for kode, mulai, selesai in _peristiwa(pengaduan, nomor, baris)
        if mulai and kode in tenggat
        for jam in [_jam(pengaduan, nomor, baris, tenggat[kode], mulai, selesai)]
    ]


def _jam(pengaduan, nomor, baris, tenggat, mulai, selesai):
    ditutup = None if selesai else _saat(baris, 0, "tutup")
    batas, akhir = tenggat._jatuh_tempo(mulai, pengaduan.company_id), selesai or ditutup
    tanggal = _hari(pengaduan, akhir) if akhir else pengaduan.env["dpmd.penugasan"]._hari_ini()
    return Jam(tenggat, nomor, mulai, batas, selesai, ditutup, (batas - tanggal).days)


def _hari(pengaduan, saat):
    """Return the office's date of a moment (UTC)."""
    return fields.Datetime.context_timestamp(pengaduan.with_context(tz=zona(pengaduan.company_id)), saat).date()


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
    lengkap = _saat(baris, Langkah.FORMULIR, *DIAMBIL, terakhir=True)
    kurang = _saat(baris, Langkah.FORMULIR, "kembali")
    kadar = "pengawasan" if pengaduan.jenis_id.pengawasan else "tanpa_pengawasan"
    return [
        ("verifikasi", terima, pengaduan.tanggal_daftar),
        ("tanggapan", terima, kurang or lengkap),
        ("melengkapi", kurang, _dilengkapi(baris, kurang) or lengkap),
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
