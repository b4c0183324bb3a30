"""How letters address people and offices: by what they are called, and never twice the same word."""

import re

# What people put before a name themselves; a letter then adds nothing.
SAPAAN = {
    "bapak": "Bapak",
    "pak": "Bapak",
    "bpk.": "Bapak",
    "ibu": "Ibu",
    "bu": "Ibu",
    "saudara": "Saudara",
    "saudari": "Saudari",
    "sdr.": "Saudara",
    "sdri.": "Saudari",
}
# How the head of an office is called, by the first words of its name; "+" where the name follows whole.
PIMPINAN = (
    ("pemerintah desa", "Kepala Desa"),
    ("desa", "Kepala Desa"),
    ("kelurahan", "Lurah"),
    ("kecamatan", "Camat"),
    ("inspektorat jenderal", "Inspektur Jenderal"),
    ("inspektorat", "Inspektur"),
    ("sekretariat daerah", "Sekretaris Daerah"),
    ("kementerian", "Menteri"),
    ("rsud", "Direktur +"),
    ("rumah sakit", "Direktur +"),
    ("dprd", "Ketua +"),
    ("bpd", "Ketua +"),
    *((awal, "Kepala +") for awal in ("dinas", "badan", "kantor", "bagian", "satuan", "upt", "puskesmas")),
    *((awal, "Kepala +") for awal in ("kepolisian", "polres", "polsek", "kejaksaan", "balai", "ombudsman")),
)
JABATAN_PIMPINAN = ("kepala", "camat", "lurah", "ketua", "bupati", "wali kota", "inspektur", "direktur", "menteri")
JABATAN_PIMPINAN += ("sekretaris", "gubernur", "pimpinan", "penjabat", "pj.", "plt.", "plh.")
LEMBAGA = ("desa", "pemerintah", "bpd", "bumdes", *(awal.split()[0] for awal, _sebutan in PIMPINAN))
TELEPON = re.compile(
    r"[\s,;/(-]*(?:\b(?:no\.?\s*)?(?:telepon|telp?|hp|wa|whatsapp)\b[\s.:]*)?(?:\+62|\b62|\b0)[\s.-]?8(?:[\s.-]?\d){7,11}\)?",
    re.IGNORECASE,
)


def bersapaan(nama):
    """Return a person's name as a letter addresses it: Saudara Wahyudi, or as the person wrote it, Ibu Jumiati."""
    awal, _spasi, sisa = nama.strip().partition(" ")
    sapaan = SAPAAN.get(awal.lower()) if sisa else None
    return f"{sapaan} {sisa.strip()}" if sapaan else f"Saudara {nama.strip()}"


def tanpa_telepon(alamat):
    """Return an address without the telephone numbers people write into it."""
    return TELEPON.sub("", alamat or "").strip(" ,;-")


def jabatan_di(jabatan, instansi):
    """Return a jabatan with its office in one phrase: Kepala Desa Jembayan, Camat Loa Kulu, Ketua BPD Desa Jembayan.

    An address that stands where the office should is set off by a comma.
    """
    jabatan, instansi = (jabatan or "").strip(), (instansi or "").strip()
    if not jabatan or not instansi or instansi.lower() in jabatan.lower():
        return jabatan or instansi
    for awal, sebutan in PIMPINAN:
        nama = instansi[len(awal) :].strip()
        if instansi.lower().startswith(awal + " ") and not sebutan.endswith("+") and jabatan.lower() == sebutan.lower():
            return f"{jabatan} {nama}"
    akhir, awal = jabatan.split()[-1], instansi.split()[0]
    if akhir.lower() == awal.lower():  # Kepala Dinas, Dinas Sosial
        return f"{jabatan} {instansi.partition(' ')[2]}".strip()
    lembaga = awal.lower() in LEMBAGA or (instansi.isupper() and " " not in instansi)
    return f"{jabatan} {instansi}" if lembaga else f"{jabatan}, {instansi}"


def pimpinan(instansi):
    """Return the head of an office, to whom a letter to it goes: Kepala Dinas Perikanan for Dinas Perikanan."""
    nama = (instansi or "").strip()
    if not nama or nama.lower().startswith(JABATAN_PIMPINAN):
        return nama
    for awal, sebutan in PIMPINAN:
        if nama.lower() == awal or nama.lower().startswith(awal + " "):
            return (
                sebutan.replace("+", nama)
                if sebutan.endswith("+")
                else f"{sebutan} {nama[len(awal) :].strip()}".strip()
            )
    return f"Pimpinan {nama}"


def penerima(nama, jabatan, instansi):
    """Return an invitee as a letter names its addressee: the head of an office by the jabatan, others by name."""
    sebutan = jabatan_di(jabatan, instansi)
    if instansi and sebutan.lower().startswith(JABATAN_PIMPINAN):
        return sebutan
    return f"{bersapaan(nama)} ({sebutan})" if sebutan else bersapaan(nama)
