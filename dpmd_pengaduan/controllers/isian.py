"""Reading what a citizen typed into the public form: clean it, check it, say beside which field something is wrong."""

import re

from odoo import fields
from odoo.tools import email_normalize

from ..models.pelapor.pelapor_kabar import RINCIAN
from ..models.pelapor.perihal import perihal_otomatis
from ..models.perkara.dpmd_pengaduan import IDENTITAS
from ..models.perkara.pengaduan_terlapor import PEJABAT

PANJANG = {
    "nama": 100,
    "alamat": 250,
    "telepon": 30,
    "email": 100,
    "kuasa_nama": 100,
    "isi": 10000,
    "lokasi": 250,
    "tanggal_kejadian": 100,
    "terlapor": 250,
    "kerugian": 2000,
    "permintaan": 2000,
    "ttd_ketik": 100,
}
BERBARIS = ("isi", "kerugian", "permintaan")
PILIHAN = ("identitas", "jenis", "desa", "desa_tinggal", "persetujuan", "ttd_nanti", "kuasa")
PILIHAN += ("terlapor_dpmd", "terlapor_pejabat", "terlapor_bidang")
# Control characters have no place in words; a NUL byte cannot even be stored.
KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
# Both are also tried by the script in the page, so they are written in what Python and JavaScript share.
TELEPON = re.compile(r"\+?[0-9][0-9 ().-]{5,}")
SUREL = re.compile(r".*[^@\s]@[^@\s].*")


def kata(nilai):
    """Return a posted value if it is text; nothing where a file was put in its place."""
    return nilai if isinstance(nilai, str) else ""


def bersihkan(kunci, nilai):
    """Return the text of a field without control characters; without line breaks unless the field has lines."""
    nilai = KENDALI.sub("", kata(nilai).replace("\r\n", "\n").replace("\r", "\n")).strip()
    return nilai if kunci in BERBARIS else " ".join(nilai.split())


def baca(post):
    """Return the fields of the form, cleaned. Unknown ones are left out."""
    return {kunci: bersihkan(kunci, post.get(kunci)) for kunci in (*PANJANG, *PILIHAN)}


def aturan(env):
    """Return what each field must be: checked by the server, and before that by the script in the page.

    :return: by field: ``kosong``, the sentence where it must be filled in; ``pola`` and ``salah``, a pattern and the
        sentence where it is not met; ``atau``, a field that may be filled in instead; ``maks``, the characters
    """
    semua = {
        "identitas": {"kosong": env._("Choose whether we may know and show your name.")},
        "nama": {"kosong": env._("Write your name.")},
        "alamat": {"kosong": env._("Write your full address.")},
        "telepon": {
            "kosong": env._("Write a phone number or an e-mail address, so that we can reach you."),
            "atau": "email",
            "pola": TELEPON.pattern,
            "salah": env._("This does not look like a phone number. Example: 0812 3456 7890."),
        },
        "email": {
            "pola": SUREL.pattern,
            "salah": env._("This does not look like an e-mail address. Example: name@example.com."),
        },
        "kuasa_nama": {"kosong": env._("Write the name of the person you complain for.")},
        "jenis": {"kosong": env._("Choose what it is about.")},
        "desa": {"kosong": env._("Choose the desa where it happened.")},
        "terlapor_pejabat": {"kosong": env._("Choose which official it is, or “I do not know”.")},
        "isi": {"kosong": env._("Tell us what happened.")},
        "persetujuan": {"kosong": env._("We need your consent to handle the complaint.")},
        "ttd": {"kosong": env._("Draw your signature, type your name, or tick that you will sign on paper later.")},
        "ttd_ketik": {"salah": env._("Type the same name as in the part about you.")},
    }
    for kunci, maks in PANJANG.items():
        semua.setdefault(kunci, {})["maks"] = maks
    return semua


def kalimat_panjang(env, maks, ada):
    """Return the sentence for too many characters."""
    return env._("At most %(maks)s characters; you wrote %(ada)s.", maks=maks, ada=ada)


def periksa(env, isian, jenis, desa):
    """Return what is wrong, as ``{field: sentence}``; empty when the form is complete.

    :param dict isian: of ``baca``
    :param jenis: the kinds of complaint that can be chosen
    :param desa: the desa that can be chosen
    """
    syarat = aturan(env)
    galat = {
        kunci: kalimat_panjang(env, maks, len(isian[kunci]))
        for kunci, maks in PANJANG.items()
        if len(isian[kunci]) > maks
    }
    kosong = [kunci for kunci in ("isi", "persetujuan") if not isian[kunci]]
    if isian["identitas"] not in dict(IDENTITAS):
        kosong.append("identitas")
    if jenis and isian["jenis"] not in {str(id_) for id_ in jenis.ids}:
        kosong.append("jenis")
    if desa and isian["desa"] not in {str(id_) for id_ in desa.ids}:
        kosong.append("desa")
    if isian["terlapor_dpmd"] == "ya" and isian["terlapor_pejabat"] not in dict(PEJABAT):
        kosong.append("terlapor_pejabat")
    galat.update({kunci: syarat[kunci]["kosong"] for kunci in kosong})
    if isian["identitas"] != "anonim":
        galat = {**_periksa_tentang_saya(env, isian, desa), **galat}
    return galat


def _periksa_tentang_saya(env, isian, desa):
    syarat = aturan(env)
    kosong = [kunci for kunci in ("nama", "alamat") if not isian[kunci]]
    if not isian["telepon"] and not isian["email"]:
        kosong.append("telepon")
    if isian["kuasa"] and not isian["kuasa_nama"]:
        kosong.append("kuasa_nama")
    galat = {kunci: syarat[kunci]["kosong"] for kunci in kosong}
    if isian["ttd_ketik"].casefold() not in ("", isian["nama"].casefold()):
        galat["ttd_ketik"] = syarat["ttd_ketik"]["salah"]
    if isian["desa_tinggal"] and isian["desa_tinggal"] not in {str(id_) for id_ in desa.ids}:
        galat["desa_tinggal"] = env._("Choose a desa from the list.")
    if isian["telepon"] and not TELEPON.fullmatch(isian["telepon"]):
        galat["telepon"] = syarat["telepon"]["salah"]
    if isian["email"] and not (SUREL.fullmatch(isian["email"]) and email_normalize(isian["email"])):
        galat["email"] = syarat["email"]["salah"]
    return galat


def baris(env, isian, kunci):
    """Return the filled ones of some fields as lines with their titles."""
    kata = env["dpmd.pelapor"]._kata_isian()
    return [f"{kata[satu]}: {isian[satu]}" for satu in kunci if isian[satu]]


def tanda(isian, gambar):
    """Return the values of the signature: drawn, or the name typed in its place.

    :param gambar: base64 PNG, or ``None``
    """
    if gambar:
        return {"ttd": gambar, "ttd_cara": "layar", "ttd_waktu": fields.Datetime.now()}
    if isian["ttd_ketik"]:
        return {"ttd_cara": "ketik", "ttd_waktu": fields.Datetime.now()}
    return {}


def daftar_bidang(env, company):
    """Return the bidang of an office, for who reports the head of one: ``[(id as text, name)]``."""
    bidang_sudo = env["dpmd.bidang"].sudo().search([("company_id", "in", [company.id, False])])
    return [(str(bidang.id), bidang.name) for bidang in bidang_sudo]


def _susun_terlapor(env, isian, company):
    """Return which official is reported; of a Kepala Bidang without a bidang of ours, every one is."""
    if isian["terlapor_dpmd"] != "ya":
        return {}
    bidang = isian["terlapor_bidang"] if isian["terlapor_bidang"] in dict(daftar_bidang(env, company)) else 0
    return {"terlapor_pejabat": isian["terlapor_pejabat"], "terlapor_bidang_id": int(bidang)}


def susun(env, isian, tanda_tangan, company, jenis, desa, partner):
    """Return the values of the case and of the pelapor.

    Of a secret or anonymous complaint no word of the citizen reaches the case: whatever was typed may show
    who wrote it. The officer makes the kutipan from it.

    :param dict tanda_tangan: of ``tanda``
    :param jenis: the chosen kind
    :param desa: the chosen desa
    :param partner: the portal account of the sender, empty when nobody is logged in
    """
    terbuka = isian["identitas"] == "terbuka"
    anonim = isian["identitas"] == "anonim"
    pengaduan = {
        "company_id": company.id,
        "saluran": "website",
        "identitas": isian["identitas"],
        "jenis_id": jenis.id,
        "wilayah_id": desa.id,
        **_susun_terlapor(env, isian, company),
        "perihal": perihal_otomatis(env, jenis, desa),
    }
    if terbuka:
        pengaduan.update(uraian=isian["isi"], **{kunci: isian[kunci] for kunci in RINCIAN})
    bagian = [isian["isi"], *(() if terbuka else baris(env, isian, RINCIAN))]
    pelapor = {"isi_asli": "\n\n".join(bagian), "persetujuan": fields.Datetime.now()}
    if anonim:
        return pengaduan, {**pelapor, "ttd_cara": "tanpa"}
    pelapor.update({kunci: isian[kunci] for kunci in ("nama", "alamat", "telepon", "email")})
    pelapor["wilayah_id"] = int(isian["desa_tinggal"] or 0) or False
    if isian["kuasa"]:
        pelapor.update(kuasa=True, kuasa_nama=isian["kuasa_nama"])
    pelapor.update(tanda_tangan)
    if terbuka and partner:
        pelapor["partner_id"] = partner.id
    return pengaduan, pelapor


def sebagai_pesan(env, isian, pelapor_sudo):
    """Return what was typed as the words of one message; of the person only what is not known already.

    :param pelapor_sudo: of the complaint it is added to; messages are shown to whoever holds its number
    """
    tentang_saya = ("nama", "alamat", "telepon", "email", "kuasa_nama") if isian["identitas"] != "anonim" else ()
    baru = [kunci for kunci in tentang_saya if isian[kunci] != (pelapor_sudo[kunci] or "")]
    return "\n\n".join([isian["isi"], *baris(env, isian, (*RINCIAN, *baru))]).strip()
