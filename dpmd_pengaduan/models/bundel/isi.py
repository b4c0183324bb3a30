"""What a bundle holds: the papers of a case in the order of the SOP, its files, and what is kept apart and why."""

import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from odoo import fields
from odoo.fields import Domain
from odoo.tools.mimetypes import guess_mimetype

from ..dasar.berkas import JENIS_BERKAS as JENIS_AKHIRAN
from ..kantor.hari import zona
from ..kantor.langkah import Langkah
from ..naskah.dokumen_utuh import NaskahBerubah
from ..naskah.jenis_naskah import NASKAH
from ..naskah.surat import Surat
from . import lembar
from .jam import jam_perkara
from .saring import Saringan

# Which step a kind of paper belongs to; what is not named here is told to the pelapor at the end.
LANGKAH = {
    "tanda_terima": Langkah.REGISTER,
    "lembar_pengaduan": Langkah.FORMULIR,
    "formulir": Langkah.FORMULIR,
    "permintaan_lengkap": Langkah.FORMULIR,
    "lembar_disposisi": Langkah.TUGAS_SEKRETARIS,
    "telaahan_staf": Langkah.TELAAH,
    "undangan": Langkah.UNDANGAN,
    "daftar_hadir": Langkah.RAPAT,
    "notulen": Langkah.RAPAT,
    "berita_acara": Langkah.BERITA_ACARA,
    "laporan": Langkah.LAPORAN,
    "catatan_arsip": Langkah.ARSIP,
    "kartu_kendali": Langkah.TUNTAS,
}
URUTAN = [*NASKAH, "catatan_arsip"]
DI_INDUK = range(Langkah.TELAAH, Langkah.ARSIP)  # taken once, on the lead case

ADA, GUGUR, TERPISAH, RUSAK, BELUM, LUAR = "ada", "gugur", "terpisah", "rusak", "belum", "luar"
SEBAB = {
    TERPISAH: "disimpan terpisah (memuat identitas pelapor)",
    RUSAK: "RUSAK: berkas yang tersimpan tidak lagi sama dengan yang diterbitkan",
    BELUM: "belum disahkan",
    LUAR: "tidak dapat dijilid; ada dalam bentuk ZIP",
}
GUGUR_KARENA = {"batal": "batal", "diganti": "diganti dengan versi lebih baru"}
JENIS_BERKAS = {
    "dpmd.pengaduan": "berkas-perkara",
    "dpmd.langkah": "pindaian-langkah",
    "dpmd.rapat": "berkas-rapat",
    "dpmd.berita.acara": "pindaian-berita-acara",
    "dpmd.kesepakatan": "bukti-kesepakatan",
    "dpmd.pelapor": "berkas-pelapor",
    "dpmd.pesan": "berkas-pesan",
}


@dataclass
class Butir:
    """One paper, sheet or file of a case, in a bundle or named in it."""

    jenis: str
    judul: str
    langkah: int = 0
    putaran: int = 1
    nomor: str = ""
    tanggal: date | None = None
    keadaan: str = ADA
    sebab: str = ""
    sha256: str = ""
    akhiran: str = "pdf"
    identitas: bool = False  # shows who complained
    beku: bool = False  # as it was issued, to the last byte
    isi: Callable[[], bytes] | None = None
    induk: str = ""  # register number of the lead case it is of
    rapat: int = 0  # which meeting it is of
    berkas: str = ""  # its file in the bundle
    halaman: int = 0  # where it begins, in a bundle that is one PDF
    ukuran: int = 0

    @property
    def keterangan(self):
        """Why it is not there, or what is to be known of it."""
        return self.sebab or SEBAB.get(self.keadaan, "")

    @property
    def tampil(self):
        """What it is called where several are listed."""
        induk = f"perkara induk {self.induk}" if self.induk else ""
        return ", ".join(filter(None, [self.judul, f"putaran {self.putaran}" if self.putaran > 1 else "", induk]))


class Bundel:
    """All that a reader gets of a case.

    :param pengaduan: the case, with the reader's environment: his rules say what of it he reads
    :param penugasan: under which appointment he makes the bundle
    :param bool dengan_identitas: with what shows who complained; that he may was checked
    """

    def __init__(self, pengaduan, penugasan, dengan_identitas):
        # Nothing that a template prints looks the name up.
        self.kasus = pengaduan.with_context(dpmd_tanpa_identitas=not dengan_identitas)
        self.env, self.penugasan, self.dengan_identitas = self.kasus.env, penugasan, dengan_identitas
        self.induk = self.kasus.induk_id._filtered_access("read")
        self.saringan = Saringan(self._pelapor_tertutup())
        self.surat = lembar.Lembar(self.kasus, lembar.SAMPUL)
        self.dibuat = fields.Datetime.context_timestamp(
            self.kasus.with_context(tz=zona(self.kasus.company_id)), fields.Datetime.now()
        )
        self.cacat = self.kasus._cacat()
        self.jam = jam_perkara(self.kasus)
        resmi = [*self._resmi(), *self._resmi_induk()]
        self.naskah = sorted([*resmi, *self._dicetak(resmi)], key=_urutan)
        self.lampiran = self._lampiran()

    def _pelapor_tertutup(self):
        """Return the identities that must not show: of this case, and of those it is joined with (superuser)."""
        kasus_sudo = self.kasus.sudo()
        induk_sudo = kasus_sudo.induk_id
        sekeluarga = induk_sudo | induk_sudo.digabung_ids | kasus_sudo.digabung_ids
        return (sekeluarga if self.dengan_identitas else sekeluarga | kasus_sudo).pelapor_ids

    @property
    def sebut_dibuat(self):
        """When and by whom it is made, in words."""
        surat = self.surat
        return (
            f"{surat.tanggal(self.dibuat.date())} pukul {self.dibuat:%H.%M} {surat.zona} oleh {self.penugasan.sebutan}"
        )

    @property
    def sebut_identitas(self):
        """What it shows of who complained, in words."""
        if self.dengan_identitas:
            return "MEMUAT IDENTITAS PELAPOR; hanya untuk yang berhak"
        return "tanpa identitas pelapor"

    @property
    def ada(self):
        """The papers and sheets that are in it, in order."""
        return [butir for butir in self.naskah if butir.keadaan == ADA]

    @property
    def tidak_ada(self):
        """What is named only: kept apart, damaged, void, not signed yet."""
        return [butir for butir in [*self.naskah, *self.lampiran] if butir.keadaan != ADA]

    @property
    def riwayat(self):
        """The lines of the card that tell when a desk did its step."""
        return self.kasus.kartu_ids.filtered(lambda baris: baris.nomor and baris.jenis != "catatan").sorted("urutan")

    def halaman(self, jenis, templat, **nilai):
        """Return a sheet about the case (PDF, bytes)."""
        return self._cetak(lembar.Lembar(self.kasus, jenis), templat, bundel=self, **nilai)

    def _cetak(self, surat, templat, **nilai):
        return lembar.halaman(surat, templat, self.saringan, **nilai)

    # ------------------------------------------------------------------
    # The papers that were issued
    # ------------------------------------------------------------------

    def _resmi(self):
        """Return every paper of the case; what the reader does not get is named with its number and why."""
        Dokumen, domain = self.env["dpmd.dokumen"], self.kasus._domain_naskah()
        semua_sudo = Dokumen.sudo().search(domain, order="id")
        terbaca = Dokumen.search(domain if self.dengan_identitas else domain & Domain("pelapor_id", "=", False))
        return [self._naskah(satu, satu.id in terbaca._ids) for satu in semua_sudo]

    def _resmi_induk(self):
        """Return the papers of the steps that the lead case took for this one, for who reads it too."""
        domain = Domain("pengaduan_id", "in", self.induk.ids) & Domain("pelapor_id", "=", False)
        naskah = self.env["dpmd.dokumen"].search(domain, order="id")
        return [
            self._naskah(satu.sudo(), True, induk=self.induk.name)
            for satu in naskah
            if LANGKAH.get(satu.jenis) in DI_INDUK
        ]

    def _naskah(self, dokumen_sudo, terbaca, induk=""):
        kolom = "pdf" if dokumen_sudo.dibekukan else "pdf_ajuan"
        butir = Butir(
            dokumen_sudo.jenis,
            NASKAH[dokumen_sudo.jenis].judul if dokumen_sudo.jenis in NASKAH else "Naskah lain",
            LANGKAH.get(dokumen_sudo.jenis, Langkah.JAWABAN),
            dokumen_sudo.putaran,
            dokumen_sudo.name if dokumen_sudo.name != "/" else "",
            dokumen_sudo.tanggal,
            sha256=(dokumen_sudo.sha256 if dokumen_sudo.dibekukan else dokumen_sudo.sha256_ajuan) or "",
            identitas=bool(dokumen_sudo.pelapor_id),
            beku=True,
            induk=induk,
            rapat=dokumen_sudo.res_id if dokumen_sudo.res_model == "dpmd.rapat" else 0,
        )
        if not terbaca:
            butir.keadaan = TERPISAH
        elif dokumen_sudo.state in ("konsep", "diajukan") or not butir.sha256:
            butir.keadaan = BELUM
        else:
            self._isi_naskah(butir, dokumen_sudo, kolom)
        if dokumen_sudo.state in GUGUR_KARENA:
            self._gugur(butir, dokumen_sudo)
        return butir

    def _isi_naskah(self, butir, dokumen_sudo, kolom):
        """Give a paper its kept file, unless that is damaged or names who complained."""
        try:
            isi = dokumen_sudo._isi_pdf(kolom)
        except NaskahBerubah:
            butir.keadaan = RUSAK
            return
        if self.saringan.menyebut(isi):
            butir.keadaan, butir.identitas = TERPISAH, True
        else:
            butir.isi, butir.ukuran = (lambda: isi), len(isi)

    def _gugur(self, butir, dokumen_sudo):
        karena = GUGUR_KARENA[dokumen_sudo.state]
        if dokumen_sudo.alasan_batal:
            karena = f"{karena}: {self.saringan.tutup(dokumen_sudo.alasan_batal)}"
        if butir.isi:
            butir.keadaan, butir.sebab = GUGUR, karena
        else:
            butir.sebab = f"{karena}; {SEBAB[butir.keadaan]}"

    # ------------------------------------------------------------------
    # What is printed anew: sheets that are never frozen, and those of the bundle itself
    # ------------------------------------------------------------------

    def _dicetak(self, resmi):
        """Return the sheets that are made for the bundle, with what the case says today.

        :param resmi: the issued papers; sheet II of the form is printed where it is not among them, or names somebody
        """
        kasus = self.kasus
        if not any(butir.jenis == "lembar_pengaduan" and butir.keadaan == ADA for butir in resmi):
            yield self._cetakan("lembar_pengaduan", kasus)
        if self.dengan_identitas:
            yield self._cetakan("tanda_terima", self.env["dpmd.pelapor"].search([("pengaduan_id", "=", kasus.id)]))
        if kasus.disposisi_ids:
            yield self._cetakan("lembar_disposisi", kasus)
        if kasus.arsip_ids:
            yield self._lembar(lembar.ARSIP, "bundel_arsip")
        yield self._cetakan("kartu_kendali", kasus)

    def _lembar(self, jenis, templat):
        return self._baru(jenis.kunci, jenis.judul, self.halaman(jenis, templat))

    def _cetakan(self, kunci, sumber):
        isi = self._cetak(Surat(sumber, kunci), f"surat_{kunci}")
        return self._baru(kunci, NASKAH[kunci].judul, isi, identitas=sumber._name == "dpmd.pelapor")

    def _baru(self, kunci, judul, isi, identitas=False):
        langkah = LANGKAH[kunci]
        akhir = langkah >= Langkah.ARSIP  # of all rounds
        return Butir(
            kunci,
            judul,
            langkah,
            self.kasus.putaran if akhir else 1,
            tanggal=self.env["dpmd.penugasan"]._hari_ini(),
            sha256=hashlib.sha256(isi).hexdigest(),
            identitas=identitas,
            isi=lambda: isi,
            ukuran=len(isi),
        )

    # ------------------------------------------------------------------
    # Files
    # ------------------------------------------------------------------

    def _lampiran(self):
        """Return the files of the case that the reader may read: evidence, scans, with the identity also its files."""
        kasus = self.kasus
        pemilik = [kasus, kasus.kartu_ids, kasus.rapat_ids, kasus.berita_acara_ids, kasus.kesepakatan_ids]
        if self.dengan_identitas:
            pelapor = self.env["dpmd.pelapor"].search([("pengaduan_id", "=", kasus.id)])
            pemilik += [pelapor, self.env["dpmd.pesan"].search([("pelapor_id", "=", pelapor.id)])]
        return [
            self._berkas(berkas, urut) for satu in pemilik for urut, berkas in enumerate(self._berkas_milik(satu), 1)
        ]

    def _berkas_milik(self, records):
        """Return the files of records, without signatures and copies of our letters."""
        kolom = [False, *({"pindaian_daftar_hadir", "surat_kuasa"} & records._fields.keys())]
        return self.env["ir.attachment"].search(
            [
                ("res_model", "=", records._name),
                ("res_id", "in", records.ids),
                ("res_field", "in", kolom),
                ("type", "=", "binary"),
                ("original_id", "=", False),
            ],
            order="id",
        )

    def _berkas(self, berkas, urut):
        """Return one file under a name that tells its kind and nothing else."""
        nama = JENIS_BERKAS[berkas.res_model]
        isi = berkas.with_prefetch().raw or b""
        berkas.invalidate_recordset(["raw"])  # several may not fit into memory together
        butir = Butir(
            nama,
            f"{nama.replace('-', ' ').capitalize()} {urut}",
            tanggal=berkas.create_date.date(),
            sha256=hashlib.sha256(isi).hexdigest(),
            akhiran=_akhiran(isi, berkas.mimetype),
            identitas=berkas.res_model in ("dpmd.pelapor", "dpmd.pesan"),
            ukuran=len(isi),
        )
        if hashlib.sha1(isi).hexdigest() != berkas.checksum:
            butir.keadaan, butir.sha256 = RUSAK, ""
        elif self.saringan.menyebut(isi):
            butir.keadaan, butir.identitas = TERPISAH, True
        else:
            butir.isi = lambda: self._baca(berkas)
        return butir

    def _baca(self, berkas):
        isi = berkas.with_prefetch().raw
        berkas.invalidate_recordset(["raw"])
        return isi


def _akhiran(isi, mimetype):
    """Return the ending of a file by its content, or else by what it was kept as; never by its name."""
    jenis = guess_mimetype(isi)
    lain = mimetypes.guess_extension(jenis) or mimetypes.guess_extension(mimetype or "") or ".bin"
    return JENIS_AKHIRAN.get(jenis) or lain.removeprefix(".")


def _urutan(butir):
    """Return what puts papers in the order of the SOP, round by round, those of one meeting together."""
    return (
        butir.putaran,
        butir.langkah,
        butir.rapat,
        URUTAN.index(butir.jenis) if butir.jenis in URUTAN else len(URUTAN),
    )
