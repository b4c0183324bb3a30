"""What the pelapor sees and does after sending: shared by the tracking page (receipt number) and the portal (account).

The callers have made sure that it is the pelapor.
"""

from odoo import SUPERUSER_ID
from odoo.exceptions import UserError
from odoo.http import content_disposition, request
from odoo.tools import email_normalize

from ..models.dasar.berkas import baca_tanda_tangan
from ..models.pelapor.pelapor_lanjut import KOLOM_LENGKAPI
from ..models.publik.halaman import KEPALA, halaman
from .formulir import berkas_terkirim, simpan_berkas
from .isian import PANJANG, TELEPON, bersihkan, kata
from .ringan import boleh_kirim_berkas, kalimat_berkas, tolak_semua
from .tiket import buat_tiket

# The field beside which the refusal of an action is shown.
KOLOM_UTAMA = {
    "pesan": "isi_pesan",
    "cabut": "alasan_cabut",
    "batal_cabut": "batal_cabut",
    "menurut": "menurut",
    "nilai": "nilai",
    "keberatan": "alasan_keberatan",
    "formulir": "formulir",
    "dibaca": "isi_pesan",
}
KATA = ("isi_pesan", "alasan_cabut", "komentar", "alasan_keberatan", "keterangan", "nilai", *KOLOM_LENGKAPI)
RUTE_TINDAKAN = f"<any({','.join(KOLOM_UTAMA)}):aksi>"


def buka_kabar(pelapor_sudo, alamat, kode="", **kabar):
    """Send the pelapor on to the page that says where the complaint stands: it can be loaded anew and gone back to.

    :param kabar: of the ``nilai`` of ``halaman_kabar``
    """
    kabar["terlihat"] = pelapor_sudo.pesan_terlihat
    pelapor_sudo.with_user(SUPERUSER_ID)._pesan_diperlihatkan()
    return request.redirect(f"{alamat}?t={buat_tiket(kode=kode, kabar=kabar)}", code=303)


def halaman_kabar(pelapor_sudo, alamat, kode="", status=200, terlihat=None, **nilai):
    """Return the page that says where a complaint stands. Showing it changes nothing.

    :param str alamat: where its forms are posted to
    :param str kode: receipt number, which travels in the forms; empty in the portal
    :param int terlihat: the last message shown before the POST that led here
    :param nilai: ``sukses``, ``galat``, ``isian``, ``ditolak``, ``diterima``, ``tertahan`` (why a letter is not shown),
        ``pesan_id`` (of the message that was just sent: files of the script follow it)
    """
    if terlihat is not None:
        pelapor_sudo = pelapor_sudo.with_context(dpmd_terlihat=terlihat)
    maks, maks_mb = pelapor_sudo._batas_berkas()
    isi = {
        "galat": {},
        "isian": {},
        "sukses": "",
        "ditolak": (),
        "tertahan": "",
        "pesan_id": "",
        "diterima": 0,
        "ttd": "",
        **nilai,
        "kabar": pelapor_sudo._kabar(lewat_nomor=bool(kode)),
        "alamat": alamat,
        "kode": kode,
        "maks": maks,
        "maks_mb": maks_mb,
        "perlu_kuasa": pelapor_sudo._perlu_surat_kuasa(),
    }
    return halaman("kabar", status=status, **isi)


def jalankan(pelapor_sudo, aksi, post, **alamat):
    """Do what the pelapor asks, and return the page with how it went; a refusal keeps the words typed.

    :param str aksi: a key of ``KOLOM_UTAMA``
    :param dict post: the fields of the form
    :param alamat: ``alamat`` and ``kode``, as for ``halaman_kabar``
    """
    isian = {kunci: bersihkan("isi" if kunci not in PANJANG else kunci, post.get(kunci)) for kunci in KATA}
    # As superuser, not sudo(): no create_uid or write_uid may name a citizen who is logged in.
    pelapor = pelapor_sudo.with_user(SUPERUSER_ID)
    hasil = {}
    berkas = berkas_terkirim("berkas_pesan") if aksi == "pesan" else []
    # Outside of what a refusal rolls back.
    penuh = (aksi == "formulir" or bool(berkas)) and not boleh_kirim_berkas(pelapor_sudo)
    if aksi == "formulir" and penuh:
        galat = {KOLOM_UTAMA[aksi]: kalimat_berkas(request.env)}
        return halaman_kabar(pelapor_sudo, status=429, galat=galat, isian=isian, **alamat)
    try:
        with request.env.cr.savepoint():
            if aksi == "formulir":
                hasil = _lengkapi(pelapor, isian, post)
            elif aksi == "pesan":
                hasil = _pesan(pelapor, isian, berkas, penuh)
            else:
                hasil = {"sukses": TINDAKAN[aksi](pelapor, isian, post)}
            pelapor.env.flush_all()
    except Salah as salah:
        return halaman_kabar(pelapor_sudo, status=422, galat=salah.galat, isian=isian, **alamat)
    except UserError as salah:
        return halaman_kabar(pelapor_sudo, status=422, galat={KOLOM_UTAMA[aksi]: str(salah)}, isian=isian, **alamat)
    if hasil.get("ditolak"):
        return halaman_kabar(pelapor_sudo, status=422, **hasil, **alamat)
    return buka_kabar(pelapor_sudo, **hasil, **alamat)


class Salah(Exception):
    """What is wrong with the fields of a form, as ``{field: sentence}``."""

    def __init__(self, galat):
        super().__init__()
        self.galat = galat


def _pesan(pelapor, isian, berkas, penuh):
    """Send a message with files; the words go also where no more files are looked at (``penuh``)."""
    kata = isian["isi_pesan"]
    if penuh:
        pesan, ditolak = kata and pelapor._kirim_pesan(kata), tolak_semua(berkas)
    else:
        pesan, ditolak = pelapor._kirim_pesan_berkas(kata, berkas)
    sukses = ""
    if pesan or len(ditolak) < len(berkas):
        sukses = pelapor.env._("Your message has been sent. Our answer appears on this page.")
    return {"sukses": sukses, "ditolak": ditolak, "pesan_id": pesan.id if pesan else ""}


def _dibaca(pelapor, _isian, _post):
    return pelapor.env._("Thank you for reading.")  # showing the page notes it


def _cabut(pelapor, isian, post):
    if not post.get("yakin"):
        raise UserError(pelapor.env._("Tick that you want to withdraw, so that nobody does it by mistake."))
    pelapor._minta_cabut(isian["alasan_cabut"])
    return pelapor.env._("Your request to withdraw has been received. The Kepala Dinas decides, and we tell you here.")


def _batal_cabut(pelapor, _isian, _post):
    pelapor._batalkan_cabut()
    return pelapor.env._("Your complaint is not withdrawn. The work goes on.")


def _menurut(pelapor, _isian, post):
    pelapor._nyatakan_menurut(kata(post.get("menurut")))
    return pelapor.env._("Thank you. What you say stands beside what we say, and is counted.")


def _nilai(pelapor, isian, _post):
    pelapor._beri_nilai(int(isian["nilai"]) if isian["nilai"] in set("12345") else 0, isian["komentar"])
    return pelapor.env._("Thank you for your rating.")


def _keberatan(pelapor, isian, post):
    if not post.get("yakin"):
        raise UserError(pelapor.env._("Tick that you want to object: it is possible only once."))
    pelapor._ajukan_keberatan(isian["alasan_keberatan"])
    return pelapor.env._("Your objection has been received. The Kepala Dinas opens the case again.")


def _lengkapi(pelapor, isian, post):
    """Complete the form; return what the page says of it."""
    env = pelapor.env
    kurang = pelapor._kolom_kurang()
    galat = {
        kunci: env._("At most %(maks)s characters; you wrote %(ada)s.", maks=PANJANG[kunci], ada=len(isian[kunci]))
        for kunci in KOLOM_LENGKAPI
        if kunci in kurang and len(isian[kunci]) > PANJANG[kunci]
    }
    if "telepon" in kurang and isian["telepon"] and not TELEPON.fullmatch(isian["telepon"]):
        galat["telepon"] = env._("This does not look like a phone number. Example: 0812 3456 7890.")
    if "email" in kurang and isian["email"] and not email_normalize(isian["email"]):
        galat["email"] = env._("This does not look like an e-mail address. Example: name@example.com.")
    if galat:
        raise Salah(galat)
    ditolak = pelapor._lengkapi(
        isian,
        ttd=baca_tanda_tangan(env, kata(post.get("ttd"))),
        di_kertas=bool(post.get("di_kertas")),
        keterangan=isian["keterangan"],
        berkas=berkas_terkirim(),
        surat_kuasa=berkas_terkirim("surat_kuasa"),
        terkirim=bool(post.get("terkirim")),
    )
    if pelapor._menunggu_formulir():
        sukses = env._("What you sent has been kept. Something is still missing, see below.")
    else:
        sukses = env._("Thank you. Your form goes back to our officer, who checks it.")
    return {"sukses": sukses, "ditolak": ditolak}


TINDAKAN = {
    "dibaca": _dibaca,
    "cabut": _cabut,
    "batal_cabut": _batal_cabut,
    "menurut": _menurut,
    "nilai": _nilai,
    "keberatan": _keberatan,
}


def tambah_berkas(pelapor_sudo, **alamat):
    """Take further files, until the case is answered; a refused one is named with the reason."""
    berkas, surat_kuasa = berkas_terkirim(), berkas_terkirim("surat_kuasa")
    if not boleh_kirim_berkas(pelapor_sudo):
        return halaman_kabar(pelapor_sudo, status=429, ditolak=tolak_semua([*surat_kuasa, *berkas]), **alamat)
    ditolak = simpan_berkas(pelapor_sudo, berkas, surat_kuasa)
    diterima = len(surat_kuasa) + len(berkas) - len(ditolak)
    if ditolak:
        return halaman_kabar(pelapor_sudo, ditolak=ditolak, diterima=diterima, status=422, **alamat)
    return buka_kabar(pelapor_sudo, diterima=diterima, **alamat)


def surat(pelapor_sudo, surat_id, alamat, kode=""):
    """Serve a paper addressed to the pelapor: tanda terima, the form to be signed, or a frozen letter.

    :param str surat_id: ``tanda_terima``, ``formulir_isian`` or the id of a letter
    """
    if surat_id == "tanda_terima":
        # With the receipt number on it, which only its holder has.
        return _pdf("tanda_terima", _cetak(pelapor_sudo, "tanda_terima", dpmd_kode=kode))
    if surat_id == "formulir_isian" and pelapor_sudo._menunggu_formulir():
        return _pdf("formulir", _cetak(pelapor_sudo, "formulir", {"lewat_nomor": bool(kode)}))
    surat_sudo = pelapor_sudo._surat_untuk_pelapor(lewat_nomor=bool(kode)).filtered(
        lambda satu: str(satu.id) == surat_id
    )
    if not surat_sudo:
        return halaman_kabar(pelapor_sudo, alamat, kode, status=404)
    try:
        isi = surat_sudo._isi_pdf()
    except UserError as galat:
        return halaman_kabar(pelapor_sudo, alamat, kode, status=409, tertahan=str(galat))
    surat_sudo._catat_dibuka_pelapor()
    return _pdf(surat_sudo.jenis, isi)


def _cetak(pelapor_sudo, jenis, data=None, **konteks):
    Laporan_sudo = request.env["ir.actions.report"].sudo().with_context(**konteks)
    return Laporan_sudo._render_qweb_pdf(f"dpmd_pengaduan.report_{jenis}", pelapor_sudo.ids, data=data)[0]


def _pdf(nama, isi):
    return request.make_response(
        isi,
        headers=[
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", content_disposition(f"{nama}.pdf")),
            *KEPALA.items(),
        ],
    )
