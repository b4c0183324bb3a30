"""The buku register: which numbers it holds and what its head, rows and foot say, for PDF and XLSX alike."""

from typing import NamedTuple

from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import split_every

from ..kantor.hari import rentang_hari
from .surat import Surat

BATCH = 500  # cases in memory at a time
BATAL = "salah_catat"  # closed because the number is void
DIBACA = [
    *("name", "tanggal_terima", "tanggal_daftar", "saluran", "identitas", "pengirim", "perihal", "terlapor", "lokasi"),
    *("wilayah_id", "bidang_id", "state", "tanggal_selesai", "alasan_tutup", "catatan_tutup", "hasil", "induk_id"),
    "terlapor_pejabat",
]
# What stands for the matter where an official of the office is reported: everybody may turn the pages of the book.
TERLAPOR = "Pengaduan atas pejabat kantor ini"
# What stands for the name of who complained, where the reader may not see it or there is none.
TANPA_NAMA = {"terbuka": "tidak ditampilkan", "rahasia": "dirahasiakan", "anonim": "anonim"}


class Kolom(NamedTuple):
    """A column of the book."""

    judul: str
    lebar: float  # the least width (mm), in which its usual words stay whole
    bagian: int = 0  # its share of the room that is left


KOLOM = (
    Kolom("No. register", 29.8),
    Kolom("Tgl. terima", 12.8),
    Kolom("Tgl. catat", 12.8),
    Kolom("Saluran", 14.3),
    Kolom("Pelapor", 17.5, 2),
    Kolom("Alamat", 19, 5),
    Kolom("Perihal", 20, 5),
    Kolom("Terlapor / lokasi", 20, 9),
    Kolom("Bidang", 22.2, 1),
    Kolom("Disposisi", 30),
    Kolom("Status", 14.5),
    Kolom("Tgl. selesai", 12.8),
    Kolom("Ket.", 19, 2),
)


class Baris(NamedTuple):
    """A row of the book: texts, and dates or none, in the order of ``KOLOM``.

    Of a void number (``batal``) all is struck but the last.
    """

    isi: tuple
    batal: bool = False


def domain_periode(env, dari, sampai, bidang=None):
    """Return the domain of the numbers that the office (``env.company``) registered in a period.

    :param date dari: first day, on the office's clock
    :param date sampai: last day
    :param bidang: only those of a bidang
    """
    awal, akhir = rentang_hari(env.company, dari, sampai)
    domain = Domain("company_id", "=", env.company.id)
    domain &= Domain("tanggal_daftar", ">=", awal) & Domain("tanggal_daftar", "<", akhir)
    return domain & Domain("bidang_id", "=", bidang.id) if bidang else domain


class BukuRegister(Surat):
    """The register of an office, or a part of it, as its reader may see it.

    :param env: the reader's
    :param Domain domain: which cases; those without a number are left out
    :param str periode: what stands below the title; the years of the numbers where it is empty
    :raise AccessError: the reader is not one of those who print the register
    :raise UserError: there is no number to print, or they are of several offices
    """

    def __init__(self, env, domain, periode=""):
        pengaduan = env["dpmd.pengaduan"]
        env.ref("dpmd_pengaduan.report_buku_register").sudo()._periksa_pembaca(pengaduan)
        self.domain = domain & Domain("tanggal_daftar", "!=", False)
        rekap = pengaduan._read_group(self.domain, ["company_id", "tahun", "alasan_tutup"], ["__count"])
        companies = {company for company, *_lain in rekap}
        if not rekap:
            raise UserError(env._("Nothing to print: no registered complaint that you may read is among these."))
        if len(companies) > 1:
            raise UserError(env._("Each office has a register of its own: choose numbers of one office."))
        super().__init__(pengaduan.with_company(companies.pop()), "buku_register")
        self.judul = f"{self.jenis.judul} Masyarakat"
        self.jumlah = sum(jumlah for *_lain, jumlah in rekap)
        self.batal = sum(jumlah for *_lain, alasan, jumlah in rekap if alasan == BATAL)
        tahun = sorted({tahun for _company, tahun, *_lain in rekap})
        self.periode = periode or f"Tahun {', '.join(map(str, tahun))}"

    @classmethod
    def untuk_periode(cls, env, dari, sampai, bidang=None):
        """Return the register of a period; arguments as for ``domain_periode``.

        :raise UserError: also where the period ends before it begins
        """
        if dari > sampai:
            raise UserError(env._("The period ends before it begins."))
        setahun = (dari.month, dari.day, sampai.month, sampai.day) == (1, 1, 12, 31) and dari.year == sampai.year
        buku = cls(env, domain_periode(env, dari, sampai, bidang))
        rentang = f"Periode {buku.tanggal(dari)} s.d. {buku.tanggal(sampai)}"
        buku.periode = (f"Tahun {dari.year}" if setahun else rentang) + (f", {bidang.name}" if bidang else "")
        return buku

    # ------------------------------------------------------------------
    # Head and foot
    # ------------------------------------------------------------------

    @property
    def kop(self):
        """The lines of the kop: the government, the office, where it is and how it is reached."""
        pos = f"Kode Pos {self.instansi.kode_pos}" if self.instansi.kode_pos else ""
        alamat = " ".join(filter(None, [self.instansi.alamat, pos]))
        return (self.instansi.pemerintah or "").upper(), (self.instansi.name or "").upper(), alamat, self.kontak

    @property
    def penutup(self):
        """How many numbers the book holds, in words."""
        batal = f", {self.terbilang(self.batal)} di antaranya batal" if self.batal else ""
        return f"Jumlah: {self.terbilang(self.jumlah)} nomor register{batal}."

    @property
    def blok(self):
        """The signature blocks: the Kepala Dinas left, the Pengadministrasi Umum right."""
        return (
            self.di_bawah(self.blok_pejabat("kepala_dinas"), "Mengetahui,"),
            self.di_bawah(self.blok_pejabat("pengadministrasi_umum"), self.tempat_tanggal(self.hari_ini)),
        )

    # ------------------------------------------------------------------
    # Rows
    # ------------------------------------------------------------------

    def baris(self):
        """Yield the rows in the order of the book; the queries and the memory of a batch do not grow with it."""
        for ids in split_every(BATCH, self.doc.search(self.domain, order="tahun, nomor").ids):
            batch = self.doc.browse(ids)
            batch.fetch(DIBACA)
            pelapor, disposisi = batch._pelapor_terbuka(), self._disposisi(batch)
            for pengaduan in batch:
                yield self._baris(pengaduan, pelapor.get(pengaduan.id), disposisi.get(pengaduan.id, []))
            self.env.invalidate_all()

    def _disposisi(self, batch):
        """Return to whom each case was handed down and when, by case."""
        hasil = {}
        kolom = ["pengaduan_id", "kepada_sebutan", "kepada_jabatan", "bidang_id", "tanggal"]
        for order in self.env["dpmd.disposisi"].search_fetch([("pengaduan_id", "in", batch.ids)], kolom, order="id"):
            kepada = order.kepada_sebutan or self.kata(order, "kepada_jabatan")
            kepada = kepada.removesuffix(f" {order.bidang_id.name}")  # has a column of its own
            hasil.setdefault(order.pengaduan_id.id, []).append(f"{kepada} {self._hari(order.tanggal):%d-%m}")
        return hasil

    def _baris(self, pengaduan, pelapor, disposisi):
        nama = (pelapor.nama or "-") if pelapor else TANPA_NAMA[pengaduan.identitas]
        melalui = pengaduan.pengirim and f"melalui {pengaduan.pengirim}"
        alamat = [pelapor.alamat, pelapor.wilayah_id.display_name] if pelapor else []
        lokasi = [pengaduan.terlapor, pengaduan.lokasi, pengaduan.wilayah_id.display_name]
        perihal = pengaduan.perihal
        if pengaduan.terlapor_pejabat:
            nama, melalui, alamat, perihal, lokasi = TANPA_NAMA["rahasia"], "", [], TERLAPOR, []
        isi = (
            pengaduan.name,
            self._hari(pengaduan.tanggal_terima),
            self._hari(pengaduan.tanggal_daftar),
            self.kata(pengaduan, "saluran"),
            "\n".join(filter(None, [nama, melalui])),
            ", ".join(filter(None, alamat)) or "-",
            perihal,
            ", ".join(filter(None, lokasi)) or "-",
            pengaduan.bidang_id.name or "-",
            "\n".join(disposisi) or "-",
            self.kata(pengaduan, "state"),
            self._hari(pengaduan.tanggal_selesai),
            self._keterangan(pengaduan),
        )
        return Baris(isi, pengaduan.alasan_tutup == BATAL)

    def _keterangan(self, pengaduan):
        if pengaduan.alasan_tutup == BATAL:
            ket = f"Nomor batal: {pengaduan.catatan_tutup or '-'}"
        elif pengaduan.alasan_tutup:
            ket = self.kata(pengaduan, "alasan_tutup")
        else:
            ket = self.kata(pengaduan, "hasil")
        # Whoever reads a joined case sees the number of its lead on it, also of one that is not his to read.
        induk_sudo = pengaduan.induk_id.sudo()
        return "\n".join(filter(None, [ket, induk_sudo and f"digabung dengan {induk_sudo.name}"]))

    def _hari(self, waktu):
        """Return the office's day of a UTC datetime; nothing for none."""
        return self._setempat(waktu).date() if waktu else None
