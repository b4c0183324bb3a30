"""One paper being printed: what its template needs beside the record."""

from datetime import date, timedelta
from functools import cache

from markupsafe import Markup
from odoo.exceptions import UserError
from odoo.tools import file_open

from ..perkara.alur import TAMAT
from .blok import PenandaTangan
from .gambar import cap, gambar, qr
from .jenis_naskah import NASKAH
from .kata import kata_pilihan
from .kode_naskah import LAMAN
from .sapaan import bersapaan, tanpa_telepon

KERTAS = {"f4": (215, 330), "a4": (210, 297)}  # mm
HURUF = {
    "arial": 'html { font-family: "Naskah Sans", "Liberation Sans", Arial, sans-serif }',
    # Runs wider: the name of the office still fits on its line.
    "bookman": 'html { font-family: "Naskah Bookman", "Bookman Old Style", serif } .kop .dinas { font-size: 13.5pt }',
}


@cache
def gaya():
    """Return the stylesheet of all letters."""
    with file_open("dpmd_pengaduan/reports/surat.css") as berkas:
        return Markup(berkas.read())


def perkara(sumber):
    """Return the case (or cases) a paper's source is about."""
    return sumber if sumber._name == "dpmd.pengaduan" else sumber.pengaduan_id


class Surat(PenandaTangan):
    """One paper being printed: its record with what stands around it.

    :param doc: the record, or none for an empty form
    :param str jenis: the kind of paper, a key of ``NASKAH``
    :param dokumen: the paper, where it is known
    :param bool tanpa_sah: leave open what comes with the signature: number, date, names, paraf and signatures
    """

    gambar = staticmethod(gambar)
    qr = staticmethod(qr)

    def __init__(self, doc, jenis, dokumen=None, tanpa_sah=False):
        self.doc, self.jenis, self.env = doc, NASKAH[jenis], doc.env
        self.tanpa_sah = tanpa_sah
        self.pengaduan = perkara(doc)
        self.company = doc.company_id[:1] or self.env.company
        self.instansi = self.env["dpmd.instansi"]._milik(self.company)
        # The reader's right to the record itself was checked before.
        self.dokumen = dokumen or self.env["dpmd.dokumen"]
        if len(doc) == 1 and not dokumen:
            self.dokumen = self.dokumen._dari(doc, jenis)
        self._periksa_siap()

    def _periksa_siap(self):
        """Raise where there is nothing yet for the letter to say."""
        kunci, pengaduan = self.jenis.kunci, self.pengaduan
        if kunci in ("pemberitahuan", "pelimpahan"):
            if not (self.jawaban or pengaduan.state == "ditutup"):
                raise UserError(self.env._("There is no result yet that the pelapor could be told."))
            if kunci == "pelimpahan" and pengaduan.alasan_tutup != "dilimpahkan":
                raise UserError(self.env._("This complaint was not handed over to another agency (dilimpahkan)."))
        if kunci == "sela" and not pengaduan.sela_perkiraan:
            raise UserError(self.env._("No surat sela was handed up: press “Surat sela” on the complaint first."))
        if kunci == "permintaan_lengkap" and not pengaduan.kekurangan:
            raise UserError(self.env._("Nothing was asked of the pelapor: press “Incomplete” on the complaint first."))

    # ------------------------------------------------------------------
    # Paper
    # ------------------------------------------------------------------

    @property
    def halaman(self):
        """The page as set for the office, as CSS."""
        lebar, tinggi = KERTAS[self.instansi.kertas]
        tepi = [self.instansi[f"margin_{sisi}"] for sisi in ("atas", "kanan", "bawah", "kiri")]
        if self.jenis.mendatar:
            lebar, tinggi = tinggi, lebar
            tepi = [min(mm, 20) for mm in tepi]  # wide tables need the room
        qr = max(12, min(16, tepi[2] - 7))  # phones read no smaller one
        halaman = Markup(
            "@page { size: %dmm %dmm; margin: %dmm %dmm %dmm %dmm } .kaki img { width: %dmm; height: %dmm } %s"
        ) % (lebar, tinggi, *tepi, qr, qr, Markup(HURUF[self.instansi.huruf]))
        return halaman + (cap(self.cap, lebar, tinggi) if self.cap else "")

    @property
    def cap(self):
        """The word that runs across every page; none across an official paper."""
        return "KONSEP" if self.konsep else ""

    @property
    def lembar(self):
        """On how many sheets the attachment stands; the engine counts them once they are laid out."""
        return Markup('<span class="lembar">%s lembar</span>') % self.terbilang(1)

    @property
    def keterangan(self):
        """What the metadata say of an official paper: number, date and office."""
        if not self.resmi:
            return ""
        nomor = self.nomor and f"Nomor {self.nomor}"
        return ", ".join(filter(None, [nomor, self.tanggal(self.dokumen.tanggal), self.instansi.name]))

    @property
    def dibuat(self):
        """The date of an official paper for the metadata."""
        return self.dokumen.tanggal.isoformat() if self.resmi else ""

    @property
    def kontak(self):
        """How the office is reached, for the kop."""
        cara = (("Telepon", "telepon"), ("Surel", "email"), ("Laman", "website"))
        return ", ".join(f"{label} {self.instansi[name]}" for label, name in cara if self.instansi[name])

    @property
    def nomor(self):
        """The number of the paper; empty until it has one."""
        return "" if self.tanpa_sah or self.dokumen.name == "/" else self.dokumen.name or ""

    @property
    def tanggal_surat(self):
        """The date of the paper in words; a draft leaves the day open."""
        if self.tanpa_sah:
            return ""
        if self.dokumen.tanggal:
            return self.tanggal(self.dokumen.tanggal)
        return f"\N{NO-BREAK SPACE}{'.' * 6} {self.tanggal(self.hari_ini, 'MMMM y')}"

    @property
    def konsep(self):
        """Whether the paper is not official yet and must say so."""
        return bool(self.jenis.penanda) and self.dokumen.state not in ("berlaku", "diganti")

    @property
    def resmi(self):
        """Whether this is the print that will be frozen; none before it and none after is official."""
        return bool(self.dokumen.kode) and not self.dokumen.dibekukan

    @property
    def laman_verifikasi(self):
        """Where the code of the paper is typed in, as people read it."""
        return self.instansi._alamat_publik().partition("://")[2] + LAMAN

    @property
    def tembusan(self):
        """Who gets a copy of this kind of letter, as set for the office."""
        return (self.instansi[f"tembusan_{self.jenis.kunci}"] or "").splitlines()

    @property
    def kalimat_penutup(self):
        """The last sentence of this kind of letter, as set for the office."""
        return self.instansi[f"penutup_{self.jenis.kunci}"]

    def sifat(self, pengaduan):
        """Return how a letter about a case is to be handled."""
        return kata_pilihan("dpmd.disposisi", "sifat", "rahasia" if pengaduan.identitas == "rahasia" else "biasa")

    @property
    def inspektorat(self):
        """The inspectorate of the government the office belongs to."""
        return self.instansi._inspektorat()

    @property
    def alamat_lacak(self):
        """Where the pelapor types the receipt number; the number itself is never part of an address."""
        return f"{self.instansi._alamat_publik()}/pengaduan/lacak"

    # ------------------------------------------------------------------
    # The case, and what the printed record says of who complained
    # ------------------------------------------------------------------

    @property
    def pelapor_terbuka(self):
        """The open identities the reader may see, by case."""
        return self.doc._pelapor_terbuka()

    @property
    def pelapor(self):
        """Who an open complaint is from, where the reader may see it; empty for any other."""
        return self.pelapor_terbuka.get(self.pengaduan.id) or self.env["dpmd.dokumen"].pelapor_id

    @property
    def nama_pelapor(self):
        """Whom a letter to the pelapor is for; of a secret or anonymous one not by name."""
        if self.pelapor.nama:
            return bersapaan(self.pelapor.nama)
        nomor = self.pengaduan.name
        return f"Pelapor pengaduan nomor {nomor}" if nomor != "/" else "Pelapor pengaduan"

    @property
    def alamat_pelapor(self):
        """Where that one lives, line by line; the desa is not said twice."""
        if not self.pelapor.nama:
            return []
        alamat, wilayah = tanpa_telepon(self.pelapor.alamat), self.pelapor.wilayah_id
        if wilayah and wilayah.name.lower() not in alamat.lower():
            return [*filter(None, [alamat, wilayah.display_name])]
        return [alamat] if alamat else []

    @property
    def berkas_lampiran(self):
        """How many files the complaint came with."""
        jumlah = self.pengaduan._jumlah_berkas()
        return f"{self.terbilang(jumlah)} berkas" if jumlah else "-"

    def asal(self, pengaduan):
        """Return who sent a case, in the words the chain may see."""
        if pengaduan.pengirim:
            return pengaduan.pengirim
        if pengaduan.identitas != "terbuka":
            return "Pelapor (dirahasiakan)" if pengaduan.identitas == "rahasia" else "Pelapor (anonim)"
        pelapor = self.pelapor_terbuka.get(pengaduan.id)
        return pelapor.nama if pelapor and pelapor.nama else "Pelapor"

    @property
    def laporan(self):
        """The report that decides the case: its own, or that of the lead it was joined to (superuser)."""
        pengaduan_sudo = self.pengaduan.sudo()
        return (pengaduan_sudo.induk_id or pengaduan_sudo)._laporan()

    @property
    def jawaban(self):
        """What the pelapor is told: as decided, or while it is decided the words of the report."""
        return self.pengaduan.jawaban or self.laporan.jawaban

    @property
    def hari_melengkapi(self):
        """How many days a pelapor has to complete a complaint (UU 25/2009 ps. 44)."""
        jam = self.env["dpmd.tenggat"]._berjalan(self.pengaduan.company_id).get("melengkapi")
        return jam.jumlah if jam else 30

    @property
    def batas_melengkapi(self):
        """The last day to complete a complaint, counted from the date of the letter; empty until it has one."""
        tanggal = not self.tanpa_sah and self.dokumen.tanggal
        return self.tanggal(tanggal + timedelta(days=self.hari_melengkapi)) if tanggal else ""

    @property
    def batas_tanggapan(self):
        """The last day to say whether the complaint is complete (UU 25/2009 ps. 44); none once that was said."""
        batas = (self.pengaduan.batas_jam or {}).get("tanggapan")
        return batas and date.fromisoformat(batas[0])

    def sasaran(self):
        """Return the office's own targets, step → working days; the SOP has none."""
        return self.env["dpmd.sasaran"]._hari(self.pengaduan.company_id)

    def sop_belum(self, pengaduan):
        """Return the rows of the SOP a case has still before it."""
        if pengaduan.state in TAMAT:
            return self.env["dpmd.sop.langkah"]
        return pengaduan.sop_id.langkah_ids.filtered(lambda baris: baris.nomor >= pengaduan.langkah)
