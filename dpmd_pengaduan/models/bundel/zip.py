"""A bundle as ZIP: the papers to the last byte, with a manifest of hashes for machines and one for people."""

import hashlib
import json
import zipfile

from .isi import ADA, GUGUR

FOLDER_IDENTITAS, FOLDER_GUGUR = "identitas-RAHASIA/", "batal-atau-diganti"
MANIFES, DAFTAR, SIDIK = "manifest.json", "DAFTAR ISI.txt", "SHA256SUMS"


class Kemasan:
    """A ZIP that is being written, and the hash of each file in it.

    :param bundel: the ``Bundel`` it is made of
    :param keluar: a binary file to write to
    """

    def __init__(self, bundel, keluar):
        self.bundel, self.sidik, self.ukuran = bundel, {}, {}
        self._zip = zipfile.ZipFile(keluar, "w")  # PDF and photos are compressed already
        self._saat = bundel.dibuat.timetuple()[:6]

    def __enter__(self):
        return self

    def __exit__(self, jenis, *_galat):
        if not jenis:
            self._tutup()
        self._zip.close()

    def tulis(self, nama, isi):
        """Put one file into it.

        :param str nama: path within the ZIP
        :param bytes isi: the file
        """
        info = zipfile.ZipInfo(nama, self._saat)
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, isi)
        self.sidik[nama], self.ukuran[nama] = hashlib.sha256(isi).hexdigest(), len(isi)

    def tulis_butir(self, butir, nama):
        """Put a paper or file of the case into it; what shows who complained lies in a folder of its own."""
        folder = FOLDER_GUGUR if butir.keadaan == GUGUR else "naskah" if butir.langkah else "lampiran"
        butir.berkas = f"{FOLDER_IDENTITAS if butir.identitas else ''}{folder}/{nama}.{butir.akhiran}"
        self.tulis(butir.berkas, butir.isi())

    def _tutup(self):
        """Write what describes the rest."""
        self.tulis(MANIFES, json.dumps(manifes(self.bundel, self), ensure_ascii=False, indent=1).encode())
        self.tulis(DAFTAR, daftar_isi(self.bundel).encode())
        baris = (f"{sidik}  {nama}\n" for nama, sidik in self.sidik.items())
        info = zipfile.ZipInfo(SIDIK, self._saat)
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, "".join(baris))


def kemas(bundel, keluar):
    """Write a bundle as ZIP: papers in the order of the SOP, void ones and files in folders of their own.

    :param keluar: a binary file to write to
    """
    with Kemasan(bundel, keluar) as kemasan:
        for urut, butir in enumerate((satu for satu in bundel.naskah if satu.isi), 1):
            langkah = f"langkah-{butir.langkah:02d}-" if butir.langkah <= 17 else ""
            putaran = f"putaran-{butir.putaran}-" if bundel.kasus.putaran > 1 else ""
            kemasan.tulis_butir(butir, f"{urut:02d}-{putaran}{langkah}{butir.jenis.replace('_', '-')}")
        for urut, butir in enumerate((satu for satu in bundel.lampiran if satu.isi), 1):
            kemasan.tulis_butir(butir, f"{urut:02d}-{butir.jenis}")


def manifes(bundel, kemasan):
    """Return what a bundle holds, names and lacks, for machines."""
    kasus = bundel.kasus
    return {
        "nomor_register": kasus.name if kasus.name != "/" else None,
        "perihal": bundel.saringan.tutup(kasus.perihal),
        "instansi": bundel.surat.instansi.name,
        "dibuat": {"pada": bundel.dibuat.isoformat(), "oleh": bundel.penugasan.sebutan},
        "identitas_pelapor": "dengan" if bundel.dengan_identitas else "tanpa",
        "kartu_kendali": {"segel": kasus.kartu_hash or None, "utuh": not bundel.cacat, "cacat": bundel.cacat},
        "naskah": [_catatan(butir) for butir in [*bundel.naskah, *bundel.lampiran]],
        "berkas": [
            {"nama": nama, "sha256": sidik, "ukuran": kemasan.ukuran[nama]} for nama, sidik in kemasan.sidik.items()
        ],
    }


def _catatan(butir):
    return {
        "jenis": butir.jenis,
        "judul": butir.judul,
        "putaran": butir.putaran,
        "langkah": butir.langkah if 1 <= butir.langkah <= 17 else None,
        "nomor": butir.nomor or None,
        "tanggal": butir.tanggal and butir.tanggal.isoformat(),
        "keadaan": butir.keadaan,
        "keterangan": butir.keterangan or None,
        "perkara_induk": butir.induk or None,
        "asli": butir.beku,
        "sha256": butir.sha256 or None,
        "ukuran": butir.ukuran or None,
        "berkas": butir.berkas or None,
        "halaman": butir.halaman or None,
    }


def daftar_isi(bundel):
    """Return the same for people: plain text that any machine shows."""
    kasus, surat = bundel.kasus, bundel.surat
    baris = [
        "BERKAS PERKARA PENGADUAN",
        surat.instansi.name,
        "",
        f"Nomor register : {kasus.name if kasus.name != '/' else 'belum terdaftar'}",
        f"Perihal        : {bundel.saringan.tutup(kasus.perihal)}",
        f"Status         : {surat.kata(kasus, 'state')}",
        f"Dibuat         : {bundel.sebut_dibuat}",
        f"Identitas      : {bundel.sebut_identitas}",
        f"Segel kartu    : {kasus.kartu_hash or '-'} ({'TIDAK UTUH' if bundel.cacat else 'utuh'})",
        *(f"                 - {cacat}" for cacat in bundel.cacat),
        "",
        f"Sidik tiap berkas ada dalam {SIDIK}; periksa dengan: sha256sum -c {SIDIK}",
        "Naskah bertanda (*) sama persis dengan yang diterbitkan; yang lain dicetak saat berkas ini dibuat.",
    ]
    for judul, isi in (
        ("ISI", [butir for butir in [*bundel.naskah, *bundel.lampiran] if butir.keadaan == ADA]),
        ("HANYA DISEBUT, BATAL ATAU DIGANTI", bundel.tidak_ada),
    ):
        baris += ["", judul, *(teks for butir in isi for teks in _baris(butir, surat))] if isi else []
    return "\n".join([*baris, ""])


def _baris(butir, surat):
    kepala = ", ".join(filter(None, [butir.tampil, butir.nomor, surat.tanggal(butir.tanggal)]))
    yield f"- {kepala}{' (*)' if butir.beku else ''}"
    if butir.keterangan:
        yield f"    {butir.keterangan}"
    if butir.berkas:
        yield f"    {butir.berkas}, {butir.ukuran} byte"
    elif butir.halaman:
        yield f"    berkas-perkara.pdf, halaman {butir.halaman}"
    if butir.sha256:
        yield f"    SHA-256 {butir.sha256}"
