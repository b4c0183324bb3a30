"""How many presses a step may take, from the open desk to done: data for ``docs/alur.md`` and for its test.

A press is a row, a button, a tab, a choice or a confirmation; typing is none. ``catatan`` says what is between.
"""

from typing import NamedTuple


class Tekanan(NamedTuple):
    """The budget of one step."""

    langkah: str
    jabatan: str
    tekanan: int
    catatan: str


ANGGARAN = (
    Tekanan("2", "Pengadministrasi Umum", 2, "the case, Register"),
    Tekanan("3", "Pengadministrasi Umum", 4, "the case, Give the form; once it is back the case, Form is complete"),
    Tekanan("4–5", "Kepala Dinas", 2, "the case (that receives it), Assign the Sekretaris Dinas"),
    Tekanan("6", "Sekretaris Dinas", 2, "the case, Assign the Kepala Bidang; with a bidang nobody proposed: 3 more"),
    Tekanan("7", "Kepala Bidang", 2, "the case, Dispose to the pelaksana; with one nobody proposed: 3 more"),
    Tekanan("8", "Sub Koor / PSM", 3, "the case (its telaah is open), Hand in the telaah, yes"),
    Tekanan("9", "Sub Koor / PSM", 6, "the case, Prepare the meeting, one invitee (2; 1 for each more), Hand up, yes"),
    Tekanan("9, signature", "Kepala Dinas", 3, "the case, Read and sign, Sign"),
    Tekanan("10", "Sub Koor / PSM", 5, "the case, Open the meeting, tab Notulen, held, yes; beside who came"),
    Tekanan("11", "Sub Koor / PSM", 6, "the case, Write, Open for signature, yes; the case, Signed; beside who signs"),
    Tekanan("12", "Sub Koor / PSM", 5, "the case, Write the laporan, its outcome (2), Hand up"),
    Tekanan("13", "Kepala Bidang", 3, "the case, Read and sign, Give paraf"),
    Tekanan("14", "Sekretaris Dinas", 3, "the case, Read and sign, Give paraf"),
    Tekanan("15", "Kepala Dinas", 3, "the case, Read and sign, Sign"),
    Tekanan("16", "Pengadministrasi Umum", 5, "the case, File in the archive, its klasifikasi (2), File"),
    Tekanan("17", "Pengadministrasi Umum", 3, "the case, Inform the pelapor, Deliver the letter"),
)
BATAS = {satu.langkah: satu.tekanan for satu in ANGGARAN}
