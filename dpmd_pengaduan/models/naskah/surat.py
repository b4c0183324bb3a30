"""What the templates of the letters need beside their record: the office, numbers, dates in words, who signs.

Letters are Indonesian in every database, whatever its languages: labels and dates come from here and never
from translations.
"""

import base64
import io
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytz
import qrcode
from babel.dates import format_date, format_datetime
from markupsafe import Markup
from num2words import num2words
from odoo.exceptions import UserError
from odoo.tools.image import image_process

from ..kantor.dpmd_penugasan import JABATAN, PELAKSANA
from ..kantor.dpmd_tenggat import zona

BAHASA = "id_ID"
NAMA_ZONA = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Ujung_Pandang": "WITA",
    "Asia/Jayapura": "WIT",
}
KERTAS = {"f4": (215, 330), "a4": (210, 297)}  # mm
MENDATAR = {"buku_register", "kartu_kendali"}
BERSAMA = {"buku_register"}  # one paper for all records of a print, not one each
BERNOMOR = {"undangan", "berita_acara", "laporan", "pemberitahuan", "pelimpahan"}
JUDUL = {
    "tanda_terima": "Tanda Terima Pengaduan",
    "formulir": "Formulir Pengaduan",
    "lembar_disposisi": "Lembar Disposisi",
    "telaahan_staf": "Telaahan Staf",
    "undangan": "Undangan Rapat",
    "daftar_hadir": "Daftar Hadir",
    "notulen": "Notulen",
    "berita_acara": "Berita Acara",
    "laporan": "Laporan Hasil Rapat",
    "pemberitahuan": "Surat Pemberitahuan",
    "pelimpahan": "Surat Pelimpahan",
    "permintaan_lengkap": "Surat Permintaan Kelengkapan",
    "buku_register": "Buku Register Pengaduan",
    "kartu_kendali": "Kartu Kendali",
}
LABEL = {
    "jabatan": dict(PELAKSANA),
    "saluran": {
        "website": "Laman",
        "surat": "Surat",
        "langsung": "Datang langsung",
        "telepon": "Telepon",
        "whatsapp": "WhatsApp",
        "email": "Surel",
        "lapor": "SP4N-LAPOR!",
        "limpahan": "Limpahan",
    },
    "identitas": {"terbuka": "terbuka", "rahasia": "dirahasiakan", "anonim": "anonim"},
    "state": {
        "masuk": "Diterima",
        "terdaftar": "Terdaftar",
        "formulir": "Pengisian formulir",
        "kadis": "Di Kepala Dinas",
        "sekretaris": "Di Sekretaris Dinas",
        "kabid": "Di Kepala Bidang",
        "telaah": "Ditelaah",
        "rapat": "Rapat",
        "berita_acara": "Berita acara",
        "laporan": "Penyusunan laporan",
        "arsip": "Pengarsipan",
        "selesai": "Selesai",
        "ditutup": "Ditutup",
    },
    "hasil": {
        "terbukti": "terbukti",
        "sebagian": "terbukti sebagian",
        "tidak_terbukti": "tidak terbukti",
        "damai": "diselesaikan secara damai",
        "dilimpahkan": "dilimpahkan kepada instansi yang berwenang",
    },
    "alasan_tutup": {
        "dilimpahkan": "bukan kewenangan kami dan dilimpahkan",
        "dicabut": "dicabut oleh pelapor",
        "tidak_lengkap": "tidak dilengkapi dalam batas waktu",
        "duplikat": "sama dengan pengaduan terdahulu",
        "bukan_pengaduan": "bukan pengaduan (permintaan informasi)",
        "salah_catat": "salah catat, nomor batal",
    },
    "langkah": {
        "tidak": "Tidak dilaksanakan",
        "dilewati": "Meja dilewati dengan keputusan",
        "catatan": "Catatan",
        "kembali": "Dikembalikan",
        "tutup": "Ditutup",
        "alih": "Alih pelaksana",
        "ralat": "Ralat",
        "gabung": "Digabung",
        "konfirmasi": "Dibenarkan",
        "sanggah": "Disanggah",
        "keberatan": "Keberatan pelapor",
    },
    "sidang": {"bersama": "Para pihak", "pelapor": "Pelapor", "terlapor": "Terlapor"},
    "disposisi": {"baru": "Belum dibaca", "dibaca": "Dibaca", "selesai": "Selesai", "dikembalikan": "Dikembalikan"},
}


@dataclass
class Blok:
    """A signature block: who signs, as what, and how it was signed."""

    sebutan: str = ""
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    gambar: str = ""
    keterangan: str = ""
    kepala: list = field(default_factory=list)  # lines above the jabatan: place and date, "a.n. …"


class Surat:
    """One paper being printed: its record with what stands around it.

    :param doc: the record, or several for a paper of ``BERSAMA``, or none for an empty form
    :param str jenis: the kind of paper, as in ``dpmd.dokumen``
    """

    def __init__(self, doc, jenis):
        self.doc, self.jenis, self.env = doc, jenis, doc.env
        self.judul = JUDUL[jenis]
        self.mendatar = jenis in MENDATAR
        self.company = doc.company_id[:1] or self.env.company
        self.instansi = self.env["dpmd.instansi"]._milik(self.company)
        # The reader's right to the record itself was checked before.
        self.dokumen = self.env["dpmd.dokumen"]
        if len(doc) == 1:
            self.dokumen = self.dokumen._dari(doc, jenis)
        self._periksa_siap()

    def _periksa_siap(self):
        """Raise where there is nothing yet for the letter to say."""
        if self.jenis in ("pemberitahuan", "pelimpahan"):
            pengaduan = self.doc.pengaduan_id
            if not (pengaduan.hasil or pengaduan.jawaban or pengaduan.state == "ditutup"):
                raise UserError(self.env._("There is no result yet that the pelapor could be told."))
            if self.jenis == "pelimpahan" and "dilimpahkan" not in (pengaduan.alasan_tutup, pengaduan.hasil):
                raise UserError(self.env._("This complaint was not handed over to another agency (dilimpahkan)."))
        if self.jenis == "permintaan_lengkap" and not self.doc.pengaduan_id.tanggal_kurang:
            raise UserError(self.env._("Nothing was asked of the pelapor: press “Incomplete” on the complaint first."))
        if self.jenis == "buku_register" and not self.register:
            raise UserError(self.env._("None of these complaints is in the register yet."))

    # ------------------------------------------------------------------
    # Paper
    # ------------------------------------------------------------------

    @property
    def halaman(self):
        """The page as set for the office, as CSS."""
        lebar, tinggi = KERTAS[self.instansi.kertas]
        tepi = [self.instansi[f"margin_{sisi}"] for sisi in ("atas", "kanan", "bawah", "kiri")]
        if self.mendatar:
            lebar, tinggi = tinggi, lebar
            tepi = [min(mm, 20) for mm in tepi]  # wide tables need the room
        return Markup("@page { size: %dmm %dmm; margin: %dmm %dmm %dmm %dmm }") % (lebar, tinggi, *tepi)

    @property
    def kontak(self):
        """How the office is reached, for the kop."""
        cara = (("Telepon", "telepon"), ("Surel", "email"), ("Laman", "website"))
        return ", ".join(f"{label} {self.instansi[name]}" for label, name in cara if self.instansi[name])

    @property
    def nomor(self):
        """The number of the paper; empty until it has one."""
        nomor = self.dokumen.name or "/"
        if nomor == "/" and self.jenis in ("berita_acara", "laporan"):
            nomor = self.doc.name
        return nomor if nomor != "/" else ""

    @property
    def tanggal_surat(self):
        """The date of the paper in words; a draft leaves the day open."""
        if self.dokumen.tanggal:
            return self.tanggal(self.dokumen.tanggal)
        return f"\N{NO-BREAK SPACE}{'.' * 6} {self.tanggal(self.hari_ini, 'MMMM y')}"

    @property
    def konsep(self):
        """Whether the paper is not official yet and must say so."""
        if self.jenis == "telaahan_staf":
            return not self.pengesahan("tanda_tangan")
        return self.jenis in BERNOMOR and not self.nomor

    def sifat(self, pengaduan):
        """Return how a letter about a case is to be handled."""
        return "Rahasia" if pengaduan.identitas == "rahasia" else "Biasa"

    # ------------------------------------------------------------------
    # Words
    # ------------------------------------------------------------------

    @property
    def hari_ini(self):
        return self.env["dpmd.penugasan"].with_company(self.company)._hari_ini()

    @property
    def _tz(self):
        return zona(self.company)

    @property
    def zona(self):
        """Short name of the office's time zone, such as WITA."""
        return NAMA_ZONA.get(self._tz, "")

    def _setempat(self, waktu):
        return pytz.utc.localize(waktu).astimezone(pytz.timezone(self._tz))

    def tanggal(self, nilai, pola="d MMMM y"):
        """Return a date (or the office's date of a UTC datetime) in Indonesian; empty for none."""
        if not nilai:
            return ""
        if isinstance(nilai, datetime):
            nilai = self._setempat(nilai)
        return format_date(nilai, pola, locale=BAHASA)

    def hari_tanggal(self, nilai):
        """Return a date with its day, such as Senin, 23 November 2026."""
        return self.tanggal(nilai, "EEEE, d MMMM y")

    def jam(self, nilai):
        """Return the office's time of a UTC datetime, such as 09.30."""
        return format_datetime(self._setempat(nilai), "HH.mm", locale=BAHASA) if nilai else ""

    def waktu(self, nilai):
        """Return date and time in short, such as 23-11-2026 09.30."""
        return f"{self.tanggal(nilai, 'dd-MM-y')} {self.jam(nilai)}" if nilai else ""

    def pukul(self, rapat):
        """Return from when to when a meeting is planned."""
        selesai = self.jam(rapat.selesai) if rapat.selesai else "selesai"
        return f"{self.jam(rapat.mulai)} {self.zona} s.d. {selesai} {self.zona}".strip()

    def tanggal_terbilang(self, nilai):
        """Return a date in words, as a berita acara names it."""
        angka = {name: num2words(getattr(nilai, name), lang="id") for name in ("day", "year")}
        return Markup("<b>%s</b> tanggal <b>%s</b> bulan <b>%s</b> tahun <b>%s</b> (%s)") % (
            self.tanggal(nilai, "EEEE"),
            angka["day"],
            self.tanggal(nilai, "MMMM"),
            angka["year"],
            self.tanggal(nilai, "dd-MM-y"),
        )

    def terbilang(self, angka):
        """Return a number with its words, such as 3 (tiga)."""
        return f"{angka} ({num2words(angka, lang='id')})"

    def lama(self, jam):
        """Return hours as people say them: 2 hari 3 jam, 45 menit."""
        menit = round((jam or 0) * 60)
        hari, menit = divmod(menit, 24 * 60)
        jam, menit = divmod(menit, 60)
        if hari:
            return f"{hari} hari {jam} jam" if jam else f"{hari} hari"
        if jam:
            return f"{jam} jam {menit} menit" if menit else f"{jam} jam"
        return f"{menit} menit"

    def label(self, kelompok, kunci):
        """Return the Indonesian word of a selection value, see ``LABEL``."""
        return LABEL[kelompok].get(kunci) or ""

    def nip(self, nip):
        """Return a NIP in groups of 8, 6, 1 and 3."""
        if not nip or len(nip) != 18:
            return nip or ""
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"

    @property
    def inspektorat(self):
        """The inspectorate of the government the office belongs to."""
        pemerintah = self.instansi.pemerintah or ""
        daerah = pemerintah[11:].title() if pemerintah.lower().startswith("pemerintah ") else ""
        return f"Inspektorat {daerah}".strip()

    # ------------------------------------------------------------------
    # Pictures: only inside the paper, never fetched
    # ------------------------------------------------------------------

    def gambar(self, isi):
        """Return a raster image (base64) as a data URI of a PNG made anew; empty for anything else."""
        try:
            isi = base64.b64decode(isi or b"")
            png = image_process(isi, size=(800, 800), verify_resolution=True, output_format="PNG")
        except (ValueError, UserError):
            return ""
        if not png or not png.startswith(b"\x89PNG"):
            return ""
        return f"data:image/png;base64,{base64.b64encode(png).decode()}"

    def qr(self, isi):
        """Return the QR code of an address or a number as a data URI."""
        png = io.BytesIO()
        qrcode.make(isi, border=0, box_size=8).save(png, "PNG")
        return f"data:image/png;base64,{base64.b64encode(png.getvalue()).decode()}"

    @property
    def alamat_lacak(self):
        """Where the pelapor types the receipt number; the number itself is never part of an address."""
        return f"{self.instansi.get_base_url()}/pengaduan/lacak"

    # ------------------------------------------------------------------
    # Who signs
    # ------------------------------------------------------------------

    def pengesahan(self, jenis, peserta=None):
        """Return the parafs or signatures on this paper, first to last (superuser)."""
        sah = self.dokumen.pengesahan_ids.filtered(lambda s: s.jenis == jenis)
        return sah.filtered(lambda s: s.peserta_id == peserta) if peserta else sah

    def _cara(self, sah):
        if sah.cara == "kertas":
            return f"Ditandatangani di atas kertas, {self.tanggal(sah.waktu, 'dd-MM-y')}"
        return f"Disahkan secara elektronik, {self.waktu(sah.waktu)} {self.zona}".strip()

    def blok_sah(self, sah):
        """Return the block of a signature given: the signer as he was at that moment."""
        gambar = self.gambar(sah.gambar)
        return Blok(sah.sebutan, sah.nama, sah.pangkat, self.nip(sah.nip), gambar, "" if gambar else self._cara(sah))

    def blok_tugas(self, tugas, sebutan=""):
        """Return the empty block of an appointment (superuser); of its jabatan alone where nobody holds it."""
        return Blok(tugas.sebutan or sebutan, tugas.nama, tugas.pangkat, self.nip(tugas.nip))

    def di_bawah(self, blok, *baris):
        """Return a block with lines above the jabatan, such as place and date."""
        return replace(blok, kepala=[*baris])

    def tempat_tanggal(self, tanggal):
        """Return place and date of a signature."""
        return f"{self.instansi.tempat}, {self.tanggal(tanggal)}"

    def blok_pejabat(self, jabatan, bidang=None):
        """Return the block of whoever holds a jabatan today."""
        tugas = self.env["dpmd.penugasan"]._pejabat(jabatan, self.company, bidang=bidang)[:1]
        return self.blok_tugas(tugas, dict(JABATAN)[jabatan])

    def blok_user(self, user, sebutan=""):
        """Return the block of a member of staff under his present jabatan."""
        pengaduan_sudo = self.doc[:1].sudo()
        bidang = (pengaduan_sudo if self.doc._name == "dpmd.pengaduan" else pengaduan_sudo.pengaduan_id).bidang_id
        tugas = self.env["dpmd.penugasan"]._milik_user(user, self.company, bidang)
        return self.blok_tugas(tugas) if tugas else Blok(sebutan, user.sudo().name or "")

    def blok_surat(self):
        """Return the block of a letter that leaves the office: the Kadis, or a.n. by the Sekretaris."""
        sah = self.pengesahan("tanda_tangan")[:1]
        if sah:
            blok = self.blok_sah(sah)
        elif self.instansi.penandatangan_surat == "sekretaris_dinas":
            blok = self.di_bawah(self.blok_pejabat("sekretaris_dinas"), "a.n. Kepala Dinas")
        else:
            blok = self.blok_pejabat("kepala_dinas")
        return blok

    def inisial(self, nama):
        """Return the initials of a name without its titles, as a paraf."""
        return "".join(kata[0].upper() for kata in (nama or "").split(",")[0].split() if "." not in kata)[:4]

    # ------------------------------------------------------------------
    # The case and who complained
    # ------------------------------------------------------------------

    @property
    def register(self):
        """The registered cases of a print in the order of the book."""
        return self.doc.filtered("tanggal_daftar").sorted(lambda p: (p.tahun, p.nomor))

    @property
    def pelapor_terbuka(self):
        """The open identities the reader may see, by case; a secret one stands in no paper of the chain."""
        if not self.env["dpmd.pelapor"].has_access("read"):
            return {}
        pelapor = self.env["dpmd.pelapor"].search([("pengaduan_id", "in", self.doc.ids), ("identitas", "=", "terbuka")])
        return {p.pengaduan_id.id: p for p in pelapor}

    def asal(self, pengaduan):
        """Return who sent a case, in the words the chain may see."""
        if pengaduan.pengirim:
            return pengaduan.pengirim
        if pengaduan.identitas != "terbuka":
            return "Pelapor (dirahasiakan)" if pengaduan.identitas == "rahasia" else "Pelapor (anonim)"
        pelapor = self.pelapor_terbuka.get(pengaduan.id)
        return pelapor.nama if pelapor and pelapor.nama else "Pelapor"

    @property
    def kode(self):
        """The receipt number, where it was handed in with the print and is this pelapor's; it is stored nowhere."""
        kode = self.env.context.get("dpmd_kode")
        if kode and isinstance(kode, str) and self.doc._hash_kode(kode) == self.doc.sudo().kode_hash:
            return self.doc._tulis_kode(kode)
        return ""

    @property
    def nik(self):
        """The NIK, all but its last digits masked."""
        nik = self.doc.sudo().nik
        return f"{'•' * (len(nik) - 4)}{nik[-4:]}" if nik and len(nik) > 4 else ""

    @property
    def _jam_melengkapi(self):
        return self.env["dpmd.tenggat"].sudo().search([("kode", "=", "melengkapi")])

    @property
    def hari_melengkapi(self):
        """How many days a pelapor has to complete a complaint (UU 25/2009 ps. 44)."""
        return self._jam_melengkapi.jumlah or 30

    @property
    def batas_melengkapi(self):
        """The last day to complete the complaint, in words."""
        pengaduan = self.doc.pengaduan_id
        return self.tanggal(self._jam_melengkapi._jatuh_tempo(pengaduan.tanggal_kurang, self.company))

    def petugas(self, pelapor):
        """Return the block of the officer who received a complaint."""
        if pelapor.petugas_id:
            terima = pelapor.pengaduan_id.tanggal_terima
            tugas = self.env["dpmd.penugasan"]._pejabat(
                "pengadministrasi_umum", self.company, user=pelapor.petugas_id, tanggal=self._setempat(terima).date()
            )[:1]
            if tugas:
                return self.blok_tugas(tugas)
        return self.blok_pejabat("pengadministrasi_umum")

    def sop_belum(self, pengaduan):
        """Return the rows of the SOP a case has still before it."""
        if pengaduan.state in ("selesai", "ditutup"):
            return self.env["dpmd.sop.langkah"]
        return pengaduan.sop_id.langkah_ids.filtered(lambda baris: baris.nomor >= pengaduan.langkah)
