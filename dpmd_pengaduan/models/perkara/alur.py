"""The flow of the SOP as one table: every way a case can go, the 17 steps and all that leads beside them.

Buttons, the guard in the methods, "why not yet", ``./dev explain``, the tests and the drawn flow
(``docs/alur.md``) read it; ``pengaduan_alur.py`` walks it. What a column cannot say is a method that is
named after the key of the way and stands in the room of its subject:

``_kapan_<key>()``           why not now, in words; empty when it can be gone
``_syarat_<key>(cara)``      what is missing, in words (SOP column Kelengkapan)
``_kerjakan_<key>(jejak)``   what it does; notes on the :class:`Jejak` what came out
``_sesudah_<key>(jejak)``    what it starts once the case has moved
``action_<key>()``           the door for people; a way of the pelapor or of another case has none
"""

from typing import NamedTuple

from odoo.tools import LazyTranslate

from ..kantor.dpmd_penugasan import JABATAN
from ..kantor.langkah import Langkah

_lt = LazyTranslate(__name__)

PENGADMIN, KADIS, SEKRETARIS, KABID, PSM, PENGAWAS = [jabatan for jabatan, _label in JABATAN]
# Who else may own a way.
PEMEGANG = "pemegang"  # the Sub Koor / PSM who holds the case
PENYUSUN = "penyusun"  # that one and the team
MEJA = "meja"  # whoever's step is next
ATASAN = "atasan"  # the desk above that one
PETUGAS = "petugas"  # anybody who works on the case
PENANDA = "penanda"  # whose paraf or signature a paper waits for
PELAPOR = "pelapor"  # who complained; reached by the public's doors only
INDUK = "induk"  # another move takes it along: of the lead case, or one that changed a paper

# Who acts where nobody holds a jabatan, or where its official is reported.
DI_ATAS = {PENGADMIN: SEKRETARIS, PSM: KABID, KABID: SEKRETARIS, SEKRETARIS: KADIS}

TAMAT = ("selesai", "ditutup")
BERJALAN = (
    "masuk",
    "terdaftar",
    "formulir",
    "kadis",
    "sekretaris",
    "kabid",
    "telaah",
    "rapat",
    "berita_acara",
    "laporan",
    "arsip",
)
SEMUA = (*BERJALAN, *TAMAT)
# Where a paper can wait that nobody has signed; of a joined case, at its telaah.
DENGAN_AJUAN = ("formulir", "telaah", "rapat", "berita_acara", "laporan", "arsip", "ditutup")
# What may have happened on paper and is entered afterwards, with the scan.
DI_KERTAS = range(Langkah.TERIMA_KADIS, Langkah.TANDA_TANGAN + 1)

ALASAN = "dpmd_pengaduan.action_alasan"  # the dialog that asks for a reason and nothing else


class Jalan(NamedTuple):
    """One way: who goes it from where to where, what it asks and what it leaves on the card."""

    kunci: str
    judul: str
    oleh: str | tuple
    dari: str | tuple  # statuses it starts in
    di: tuple = ()  # next SOP steps it starts at; any where there are none
    ke: str = ""  # status it leads to; stays where there is none
    berikut: int = 0  # next SOP step it leads to
    meja: str = ""  # desk it leads to, where that is not the one of the step
    kartu: str = ""  # kind of the line on the card; no line where there is none
    nomor: tuple = ()  # SOP steps the line is about, one line for each
    utama: bool = False  # one of the 17 steps
    tombol: str = "lain"  # "utama", "samping" (beside it), "lain" (in the menu) or "" (elsewhere)
    tanya: str = ""  # xmlid of the dialog that asks what the way needs
    langsung: str = ""  # field that, once set, makes the dialog needless
    pesan: str = ""  # what to know before it is gone
    atasan: str = ""  # who may go it in place of its desk
    kembali: tuple = ()  # status and step its desk sends the case back to

    @property
    def pemilik(self):
        """Whose way it is: one or several."""
        return (self.oleh,) if isinstance(self.oleh, str) else self.oleh

    def mulai_di(self, state, langkah):
        """Return whether the way starts where a case stands."""
        dari = (self.dari,) if isinstance(self.dari, str) else self.dari
        return state in dari and (not self.di or langkah in self.di)


def _langkah(nomor, kunci, judul, oleh, dari, ke, berikut, **lain):
    """Return the row of one of the 17 steps."""
    kartu = lain.pop("kartu", "langkah")
    tombol = lain.pop("tombol", "utama")
    return Jalan(
        kunci, judul, oleh, dari, (nomor,), ke, berikut, kartu=kartu, nomor=(nomor,), utama=True, tombol=tombol, **lain
    )


L = Langkah
KATA_MENURUT = _lt(
    "For a pelapor without a phone, who said so at the counter, on the telephone or in a letter. Write how and when, "
    "and nothing that shows who it is."
)
# fmt: off
UTAMA = (
    _langkah(L.ADUAN, "terima", _lt("Take in"), PELAPOR, "masuk", "masuk", L.REGISTER, tombol=""),
    _langkah(L.REGISTER, "daftarkan", _lt("Register"), PENGADMIN, "masuk", "terdaftar", L.FORMULIR),
    _langkah(L.FORMULIR, "beri_formulir", _lt("Give the form"), PENGADMIN, "terdaftar", "formulir", L.FORMULIR,
             kartu="catatan"),
    _langkah(L.FORMULIR, "nyatakan_lengkap", _lt("Form is complete"), PENGADMIN, "formulir", "kadis", L.TERIMA_KADIS),
    _langkah(L.TERIMA_KADIS, "terima_kadis", _lt("Receive the form"), KADIS, "kadis", "kadis", L.TUGAS_SEKRETARIS),
    _langkah(L.TUGAS_SEKRETARIS, "tugaskan_sekretaris", _lt("Assign the Sekretaris"), KADIS,
             "kadis", "sekretaris", L.TUGAS_KABID, kembali=("formulir", L.FORMULIR)),
    _langkah(L.TUGAS_KABID, "tugaskan_kabid", _lt("Assign the Kabid"), SEKRETARIS, "sekretaris", "kabid", L.DISPOSISI,
             tanya="dpmd_pengaduan.action_wizard_disposisi", langsung="usul_bidang_id",
             atasan=KADIS, kembali=("kadis", L.TUGAS_SEKRETARIS)),
    _langkah(L.DISPOSISI, "disposisi_pelaksana", _lt("Dispose to the pelaksana"), KABID, "kabid", "telaah", L.TELAAH,
             tanya="dpmd_pengaduan.action_wizard_disposisi", langsung="usul_pelaksana_id",
             atasan=SEKRETARIS, kembali=("sekretaris", L.TUGAS_KABID)),
    _langkah(L.TELAAH, "kirim_telaah", _lt("Hand in the telaah"), PEMEGANG, "telaah", "rapat", L.UNDANGAN,
             pesan=_lt("The telaah is signed in your name and can no longer be changed. Go on?"),
             kembali=("kabid", L.DISPOSISI)),
    _langkah(L.UNDANGAN, "undang", _lt("Sign the undangan"), PENANDA, "rapat", "rapat", L.RAPAT, tombol="",
             kembali=("rapat", L.UNDANGAN)),
    _langkah(L.RAPAT, "rapat_dilaksanakan", _lt("The meeting was held"), PENYUSUN,
             "rapat", "berita_acara", L.BERITA_ACARA,
             pesan=_lt("Daftar hadir and notulen can no longer be changed afterwards. Go on?")),
    _langkah(L.BERITA_ACARA, "berita_acara_selesai", _lt("Berita acara is signed"), PENYUSUN,
             "berita_acara", "laporan", L.LAPORAN),
    _langkah(L.LAPORAN, "ajukan_laporan", _lt("Hand up the laporan"), PENYUSUN, "laporan", "laporan", L.PARAF_KABID),
    _langkah(L.PARAF_KABID, "paraf_kabid", _lt("Give paraf"), KABID, "laporan", "laporan", L.PARAF_SEKRETARIS,
             tombol="", atasan=SEKRETARIS, kembali=("laporan", L.LAPORAN)),
    _langkah(L.PARAF_SEKRETARIS, "paraf_sekretaris", _lt("Give paraf"), SEKRETARIS,
             "laporan", "laporan", L.TANDA_TANGAN, tombol="", atasan=KADIS, kembali=("laporan", L.LAPORAN)),
    _langkah(L.TANDA_TANGAN, "tanda_tangan_kadis", _lt("Agree and sign"), KADIS, "laporan", "arsip", L.ARSIP,
             tombol="", kembali=("laporan", L.LAPORAN)),
    _langkah(L.ARSIP, "arsipkan", _lt("File in the archive"), PENGADMIN, "arsip", "arsip", L.JAWABAN,
             tanya="dpmd_pengaduan.action_wizard_arsip"),
    _langkah(L.JAWABAN, "informasikan", _lt("Inform the pelapor"), PENGADMIN, "arsip", "selesai", L.TUNTAS,
             tanya="dpmd_pengaduan.action_wizard_jawab"),
)
LAIN = (
    # The form
    Jalan("lengkapi", _lt("Complete the form"), PELAPOR, "formulir", (L.FORMULIR,), "formulir", L.FORMULIR,
          kartu="catatan", nomor=(L.FORMULIR,), tombol=""),
    Jalan("konfirmasi_kutipan", _lt("Confirm the kutipan"), PENGADMIN, ("masuk", "terdaftar", "formulir"),
          kartu="catatan", nomor=(L.FORMULIR,), tombol="samping", tanya="dpmd_pengaduan.action_wizard_kutipan"),
    Jalan("minta_lengkapi", _lt("Incomplete"), PENGADMIN, "formulir", (L.FORMULIR,), "formulir", L.FORMULIR,
          kartu="catatan", nomor=(L.FORMULIR,), tanya=ALASAN,
          pesan=_lt("A letter that says what is missing goes up for signature. Once it is signed the pelapor is told "
                    "and has 30 days to complete it (UU 25/2009 ps. 44).")),
    Jalan("lanjut_tanpa_formulir", _lt("Go on without the form"), KADIS, "formulir", (L.FORMULIR,),
          "kadis", L.TERIMA_KADIS, kartu="tidak", nomor=(L.FORMULIR,), tanya=ALASAN,
          pesan=_lt("The form was not returned in time. The case goes on without it.")),
    # Papers for paraf and signature
    Jalan("baca_naskah", _lt("Read and sign"), PENANDA, SEMUA, tombol="utama"),
    Jalan("ajukan_undangan", _lt("Hand up the undangan"), PENYUSUN, "rapat", (L.UNDANGAN, L.RAPAT),
          kartu="catatan", nomor=(L.UNDANGAN,), tombol="utama",
          pesan=_lt("The undangan goes up for signature. Once it is signed it gets its number and is sent to all "
                    "invitees. Go on?")),
    Jalan("ajukan_notulen", _lt("Hand up the notulen"), PENYUSUN, "berita_acara", (L.BERITA_ACARA,),
          kartu="catatan", nomor=(L.RAPAT,), tombol="samping"),
    Jalan("ajukan_surat", _lt("Hand up the letter anew"), PENGADMIN, ("arsip", "ditutup"),
          kartu="catatan", nomor=(L.JAWABAN,), tombol="utama", tanya=ALASAN,
          pesan=_lt("The letter to the pelapor was sent back. Write its explanation anew; it goes up for signature.")),
    Jalan("bawa_naskah", _lt("Bring a finished PDF…"), (PENYUSUN, PENGADMIN), DENGAN_AJUAN,
          kartu="catatan", nomor=(0,), tanya="dpmd_pengaduan.action_wizard_naskah_luar"),
    Jalan("lepas_naskah", _lt("Take the finished PDF away"), (PENYUSUN, PENGADMIN), DENGAN_AJUAN,
          kartu="catatan", nomor=(0,), tombol=""),
    Jalan("tanda_tangani", _lt("Sign a letter"), PENANDA, SEMUA, kartu="catatan", nomor=(0,), tombol=""),
    Jalan("kembalikan_naskah", _lt("Send a letter back"), PENANDA, SEMUA, kartu="kembali", nomor=(0,), tombol=""),
    Jalan("gugur_naskah", _lt("Void a paper that has changed"), INDUK, SEMUA, kartu="kembali", nomor=(0,), tombol=""),
    # The orders
    Jalan("tulis_disposisi", _lt("Disposisi…"), MEJA, ("kadis", "sekretaris", "kabid"),
          (L.TUGAS_SEKRETARIS, L.TUGAS_KABID, L.DISPOSISI), tanya="dpmd_pengaduan.action_wizard_disposisi"),
    # Without a meeting, and one more
    Jalan("usul_tanpa_rapat", _lt("Propose: without a meeting"), PENYUSUN, "rapat", (L.UNDANGAN,),
          "rapat", L.UNDANGAN, KABID, kartu="catatan", nomor=(L.UNDANGAN,), tanya=ALASAN,
          pesan=_lt("The Kabid decides. Steps 9 to 11 will read “tidak dilaksanakan”.")),
    Jalan("setujui_tanpa_rapat", _lt("Agree: without a meeting"), KABID, "rapat", (L.UNDANGAN,), "laporan", L.LAPORAN,
          kartu="tidak", nomor=(L.UNDANGAN, L.RAPAT, L.BERITA_ACARA), tombol="utama", tanya=ALASAN,
          pesan=_lt("The case goes straight to the laporan. Steps 9 to 11 read “tidak dilaksanakan”.")),
    Jalan("tolak_tanpa_rapat", _lt("Hold a meeting"), KABID, "rapat", (L.UNDANGAN,), "rapat", L.UNDANGAN,
          kartu="catatan", nomor=(L.UNDANGAN,), tombol="samping", tanya=ALASAN,
          pesan=_lt("A meeting will be held; the pelaksana prepares it.")),
    Jalan("perintah_rapat", _lt("Order a meeting"), KADIS, "laporan", (), "rapat", L.UNDANGAN,
          kartu="kembali", nomor=(L.UNDANGAN,), tanya=ALASAN,
          pesan=_lt("A meeting is held after all. The laporan goes back to draft.")),
    Jalan("tunda_rapat", _lt("Postpone / change"), PENYUSUN, "rapat", (L.RAPAT,), "rapat", L.UNDANGAN,
          kartu="kembali", nomor=(L.UNDANGAN,), tombol=""),
    # On paper, sideways, over a desk
    Jalan("catatkan", _lt("Enter a paper step"), PENGADMIN, BERJALAN, tuple(DI_KERTAS),
          tanya="dpmd_pengaduan.action_wizard_catat"),
    Jalan("konfirmasi", _lt("Confirm"), PETUGAS, SEMUA, kartu="konfirmasi", tombol=""),
    Jalan("sanggah", _lt("Dispute"), PETUGAS, SEMUA, kartu="sanggah", tombol="", tanya=ALASAN,
          pesan=_lt("Say what is not right about the paper step entered in your name.")),
    Jalan("alih_pelaksana", _lt("Hand over"), KABID, ("telaah", "rapat", "berita_acara", "laporan"),
          kartu="alih", nomor=(0,), tanya="dpmd_pengaduan.action_wizard_alih"),
    Jalan("gabung", _lt("Join to a lead case"), (KADIS, SEKRETARIS, KABID), ("sekretaris", "kabid", "telaah"), (),
          "telaah", L.TELAAH, kartu="gabung", nomor=(0,), tanya="dpmd_pengaduan.action_wizard_gabung"),
    Jalan("susul_induk", _lt("Follow the lead case"), INDUK, "telaah", (L.TELAAH,), "arsip", L.JAWABAN,
          kartu="gabung", nomor=tuple(range(L.TELAAH, L.JAWABAN)), tombol=""),
    Jalan("lepas_induk", _lt("Leave the lead case"), INDUK, "telaah", (L.TELAAH,), "sekretaris", L.TUGAS_KABID,
          kartu="gabung", nomor=(0,), tombol=""),
    Jalan("lewati", _lt("Act for the desk below"), ATASAN, ("sekretaris", "kabid"),
          tanya="dpmd_pengaduan.action_wizard_lewati"),
    Jalan("lewati_paraf", _lt("Act for the desk below"), ATASAN, "laporan", (L.PARAF_KABID, L.PARAF_SEKRETARIS),
          tanya=ALASAN,
          pesan=_lt("You act in place of the desk below. This is recorded on the Kartu Kendali as a deviation.")),
    Jalan("kembalikan", _lt("Send back"), MEJA, BERJALAN, kartu="kembali", tanya=ALASAN,
          pesan=_lt("The case goes one desk back. A laporan goes back to its drafter, and its parafs are void.")),
    # The words of the register, files
    Jalan("ralat", _lt("Ralat"), PENGADMIN, BERJALAN, kartu="ralat", nomor=(L.REGISTER,),
          tanya="dpmd_pengaduan.action_wizard_ralat"),
    Jalan("tarik_berkas", _lt("Withdraw a file"), PETUGAS, BERJALAN, kartu="catatan", nomor=(0,),
          tanya="dpmd_pengaduan.action_wizard_berkas"),
    # An official of this office is reported
    Jalan("tetapkan_terlapor", _lt("Reported official…"), (PENGADMIN, SEKRETARIS, KADIS), SEMUA,
          kartu="catatan", nomor=(0,), tanya="dpmd_pengaduan.action_wizard_terlapor"),
    Jalan("serahkan", _lt("Hand over to the Inspektorat"), (PENGADMIN, SEKRETARIS), BERJALAN, (),
          "ditutup", 0, PENGADMIN, kartu="tutup", nomor=(0,), tombol="utama",
          pesan=_lt("The Kepala Dinas is reported. The case is closed here, and the letters to the Inspektorat and "
                    "to the pelapor go up to the Sekretaris for signature. Go on?")),
    Jalan("lompati", _lt("Pass the desk that is reported"), INDUK, ("kadis", "laporan"),
          (L.TUGAS_SEKRETARIS, L.PARAF_KABID, L.PARAF_SEKRETARIS), kartu="dilewati", tombol=""),
    # Closing early
    Jalan("cabut", _lt("Ask to withdraw"), PELAPOR, BERJALAN, kartu="catatan", nomor=(0,), tombol=""),
    Jalan("batal_cabut", _lt("Take the withdrawal back"), PELAPOR, BERJALAN, kartu="catatan", nomor=(0,), tombol=""),
    Jalan("pastikan_cabut", _lt("Withdrawal checked"), PENGADMIN, BERJALAN, kartu="catatan", nomor=(0,),
          tombol="samping", tanya=ALASAN,
          pesan=_lt("Call the pelapor back on the number of the complaint, or ask what only the pelapor knows. Say "
                    "here how you made sure, and nothing that shows who it is. The Kadis decides then.")),
    Jalan("usul_tutup", _lt("Propose to close"), PETUGAS, BERJALAN, kartu="catatan", nomor=(0,), tanya=ALASAN,
          pesan=_lt("The Kadis decides. Say why the case should be closed.")),
    Jalan("tolak_tutup", _lt("Do not close"), KADIS, BERJALAN, kartu="catatan", nomor=(0,), tanya=ALASAN,
          pesan=_lt("The proposal is declined and the case goes on. A pelapor who asked to withdraw is told.")),
    Jalan("tutup", _lt("Close early"), KADIS, BERJALAN, (), "ditutup", 0, PENGADMIN, kartu="tutup", nomor=(0,),
          tanya="dpmd_pengaduan.action_wizard_tutup"),
    Jalan("sampaikan_lagi", _lt("Deliver the answer again"), PENGADMIN, TAMAT,
          kartu="catatan", nomor=(L.JAWABAN,), tanya="dpmd_pengaduan.action_wizard_jawab"),
    Jalan("informasikan_tutup", _lt("Inform the pelapor"), PENGADMIN, "ditutup", (), "ditutup",
          kartu="catatan", nomor=(L.JAWABAN,), tombol="utama", tanya="dpmd_pengaduan.action_wizard_jawab"),
    # The pelapor: talk, identity, objection
    Jalan("tulis_pelapor", _lt("Write to the pelapor"), PENGADMIN, SEMUA, tanya="dpmd_pengaduan.action_wizard_pesan"),
    Jalan("buka_identitas", _lt("Open the identity…"), (KADIS, PENGADMIN), SEMUA, tombol="", tanya=ALASAN,
          pesan=_lt("You see who complained, for a limited time. Your name and reason are recorded and shown to the "
                    "pelapor.")),
    Jalan("beri_akses_pengawas", _lt("Let the inspector look…"), KADIS, SEMUA, tombol="",
          tanya="dpmd_pengaduan.action_wizard_akses"),
    Jalan("permintaan_pdp", _lt("Personal data request…"), (PENGADMIN, KADIS), SEMUA,
          tanya="dpmd_pengaduan.action_pdp_baru"),
    Jalan("menurut_pelapor", _lt("Say whether it is finished"), PELAPOR, TAMAT, kartu="catatan", nomor=(L.JAWABAN,),
          tombol=""),
    Jalan("catat_selesai", _lt("Pelapor says: finished"), PENGADMIN, TAMAT, kartu="catatan", nomor=(L.JAWABAN,),
          tanya=ALASAN, pesan=KATA_MENURUT),
    Jalan("catat_belum", _lt("Pelapor says: not finished"), PENGADMIN, TAMAT, kartu="catatan", nomor=(L.JAWABAN,),
          tanya=ALASAN, pesan=KATA_MENURUT),
    Jalan("keberatan", _lt("Object to the answer"), PELAPOR, TAMAT, (), "kadis", L.TUGAS_SEKRETARIS,
          kartu="keberatan", nomor=(0,), tombol=""),
    # The whole case as one file
    Jalan("bundel", _lt("Case file…"), (PENGADMIN, KADIS, SEKRETARIS, PENGAWAS), SEMUA, kartu="catatan", nomor=(0,),
          tanya="dpmd_pengaduan.action_wizard_bundel"),
    Jalan("bundel_ombudsman", _lt("File for the Ombudsman"), (PENGADMIN, KADIS, SEKRETARIS, PENGAWAS), SEMUA),
    # The inspector
    Jalan("jelaskan", _lt("Explain who may…"), PENGAWAS, SEMUA, tanya="dpmd_pengaduan.action_wizard_jelas"),
    Jalan("periksa_utuh", _lt("Check that all is whole"), (PENGAWAS, KADIS), SEMUA),
)
# fmt: on
# What is noted on the card beside any way.
CATATAN = Jalan("catatan", "", PETUGAS, SEMUA, kartu="catatan")
ALUR = {jalan.kunci: jalan for jalan in (*UTAMA, *LAIN)}
DI_LANGKAH = {(jalan.dari, jalan.di[0]): jalan for jalan in UTAMA}
# On whose desk a case lies, by its next step.
# A paper that is handed up brings it onto the desk of its signatory.
MEJA_LANGKAH = {jalan.di[0]: PSM if jalan.oleh in (PEMEGANG, PENYUSUN, PENANDA) else jalan.oleh for jalan in UTAMA}
