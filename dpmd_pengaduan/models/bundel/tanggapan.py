"""The draft of the letter that answers the Ombudsman: its words once, for the PDF and for a file the office edits."""

from ..perkara.alur import TAMAT
from ..perkara.pengaduan_kartu import DIAMBIL

HAL = "Tanggapan atas Permintaan Klarifikasi"
TITIK = "." * 24
TUJUAN = ("Yth.", "Kepala Perwakilan Ombudsman Republik Indonesia", TITIK, "di", TITIK)
PEMBUKA = (
    f"Sehubungan dengan surat Saudara nomor {TITIK} tanggal {TITIK} tentang permintaan klarifikasi atas laporan "
    "masyarakat, dengan hormat kami sampaikan hal-hal sebagai berikut."
)
KEGIATAN = (  # the steps of the SOP, as a letter says them
    "pengaduan diterima",
    "pencatatan dalam buku register",
    "formulir dinyatakan lengkap",
    "penerimaan formulir",
    "penugasan kepada Sekretaris Dinas",
    "penugasan kepada Kepala Bidang",
    "disposisi kepada pelaksana",
    "telaahan staf",
    "undangan rapat",
    "rapat",
    "berita acara",
    "laporan hasil rapat diajukan",
    "paraf Kepala Bidang atas laporan",
    "paraf Sekretaris Dinas atas laporan",
    "penandatanganan laporan",
    "pengarsipan",
    "penyampaian hasil kepada pelapor",
)
LAMPIRAN = ("Berkas perkara", "Jangka waktu penanganan")


def isi_tanggapan(bundel, tebal):
    """Return the letter as ``[(kind, words)]``: ``p`` a paragraph, ``h`` a heading, ``b`` a row, ``li`` a point.

    :param int tebal: pages of the dossier that goes along
    """
    kasus, surat = bundel.kasus, bundel.surat
    isi = [
        ("p", PEMBUKA),
        ("h", "1. Pengaduan"),
        *_pengaduan(kasus, surat),
        ("h", "2. Penanganan"),
        *_penanganan(kasus, surat),
        ("h", "3. Jangka waktu"),
        *(("li", _jam(jam, surat)) for jam in bundel.jam),
        ("h", "4. Hasil dan keadaan terakhir"),
        *_hasil(kasus, surat),
        ("h", "5. Lampiran"),
        ("li", f"{LAMPIRAN[0]}, {tebal} halaman, {bundel.sebut_identitas};"),
        ("li", f"{LAMPIRAN[1]}."),
        ("p", "Demikian kami sampaikan. Atas perhatian Saudara, kami ucapkan terima kasih."),
    ]
    return [(jenis, _tutup(bundel, kata)) for jenis, kata in isi]


def _tutup(bundel, kata):
    tutup = bundel.saringan.tutup
    return tuple(map(tutup, kata)) if isinstance(kata, tuple) else tutup(kata)


def _pengaduan(kasus, surat):
    baris = (
        ("Nomor register", kasus.name if kasus.name != "/" else "belum terdaftar"),
        ("Perihal", kasus.perihal),
        ("Diterima", f"{surat.tanggal(kasus.tanggal_terima)}, melalui {surat.kata_kecil(kasus, 'saluran')}"),
        ("Dicatat", surat.tanggal(kasus.tanggal_daftar)),
        ("Dinyatakan lengkap", surat.tanggal(kasus.tanggal_lengkap)),
        ("Ditangani oleh", kasus.bidang_id.name),
    )
    return [("b", satu) for satu in baris if satu[1]]


def _penanganan(kasus, surat):
    """Return what was done, step by step, as the card tells it."""
    for baris in kasus.kartu_ids.sorted("urutan"):
        if baris.nomor and baris.jenis in (*DIAMBIL, "gabung"):
            tidak = " tidak dilaksanakan" if baris.jenis == "tidak" else ""
            yield "li", f"{surat.tanggal(baris.terjadi)}: {KEGIATAN[baris.nomor - 1]}{tidak} ({baris.sebutan});"
        elif baris.jenis == "keberatan":
            yield "li", f"{surat.tanggal(baris.terjadi)}: pelapor mengajukan keberatan;"


def _jam(jam, surat):
    putaran = f" (putaran {jam.putaran})" if jam.putaran > 1 else ""
    selesai = f", selesai {surat.tanggal(jam.selesai)}" if jam.selesai else ""
    return (
        f"{jam.tenggat.name}{putaran}, {jam.lama}, {jam.tenggat.dasar or 'tanpa dasar hukum'}: "
        f"mulai {surat.tanggal(jam.mulai)}, batas {surat.tanggal(jam.batas)}{selesai}: {jam.hasil};"
    )


def _hasil(kasus, surat):
    """Return how the case ended, or where it stands."""
    if kasus.state not in TAMAT:
        yield ("p", f"Pengaduan ini masih dalam penanganan, pada tahap {surat.kata_kecil(kasus, 'state')}.")
    elif kasus.state == "ditutup":
        karena = surat.kata_kecil(kasus, "alasan_tutup")
        yield ("p", f"Pengaduan ini ditutup pada {surat.tanggal(kasus.tanggal_selesai)}, karena {karena}.")
        if kasus.tujuan_limpah:
            yield ("p", f"Pengaduan ini dilimpahkan kepada {kasus.tujuan_limpah}.")
        if kasus.catatan_tutup:
            yield ("p", kasus.catatan_tutup)
    if kasus.hasil:
        yield ("p", f"Pengaduan dinyatakan {surat.kata_kecil(kasus, 'hasil')}.")
    if kasus.jawaban:
        yield ("p", f"Penjelasan yang disampaikan kepada pelapor: {kasus.jawaban}")
    if kasus.cara_jawab and kasus.tanggal_selesai:
        yield ("p", f"Pelapor telah diberi tahu melalui {surat.kata_kecil(kasus, 'cara_jawab')}.")
