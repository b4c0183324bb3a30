"""Reading what a citizen typed into the public form: clean it, check it, say beside which field something is wrong."""

import re

from odoo import fields
from odoo.tools import email_normalize

from ..models.dpmd_pengaduan import IDENTITAS

PANJANG = {
    "nama": 100, "alamat": 250, "telepon": 30, "email": 100, "isi": 10000, "lokasi": 250, "tanggal_kejadian": 100,
    "terlapor": 250, "kerugian": 2000, "permintaan": 2000,
}
BERBARIS = ("isi", "kerugian", "permintaan")
PILIHAN = ("identitas", "jenis", "desa", "desa_tinggal", "persetujuan", "ttd_nanti")
TENTANG_SAYA = ("nama", "alamat", "telepon", "email", "desa_tinggal")
# Control characters have no place in words; a NUL byte cannot even be stored.
KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
TELEPON = re.compile(r"\+?[0-9][0-9 ().-]{5,}")


def bersihkan(kunci, nilai):
    """Return the text of a field without control characters; without line breaks unless the field has lines."""
    nilai = KENDALI.sub("", (nilai or "").replace("\r\n", "\n").replace("\r", "\n")).strip()
    return nilai if kunci in BERBARIS else " ".join(nilai.split())


def baca(post):
    """Return the fields of the form, cleaned. Unknown ones are left out."""
    return {kunci: bersihkan(kunci, post.get(kunci)) for kunci in (*PANJANG, *PILIHAN)}


def periksa(env, isian, jenis, desa):
    """Return what is wrong, as ``{field: sentence}``; empty when the form is complete.

    :param dict isian: of ``baca``
    :param jenis: the kinds of complaint that can be chosen
    :param desa: the desa that can be chosen
    """
    galat = {
        kunci: env._("At most %(maks)s characters; you wrote %(ada)s.", maks=maks, ada=len(isian[kunci]))
        for kunci, maks in PANJANG.items() if len(isian[kunci]) > maks
    }
    if isian["identitas"] not in dict(IDENTITAS):
        galat["identitas"] = env._("Choose whether we may know and show your name.")
    if jenis and isian["jenis"] not in {str(id_) for id_ in jenis.ids}:
        galat["jenis"] = env._("Choose what it is about.")
    if desa and isian["desa"] not in {str(id_) for id_ in desa.ids}:
        galat["desa"] = env._("Choose the desa where it happened.")
    if not isian["isi"]:
        galat["isi"] = env._("Tell us what happened.")
    if not isian["persetujuan"]:
        galat["persetujuan"] = env._("We need your consent to handle the complaint.")
    if isian["identitas"] != "anonim":
        galat = {**_periksa_tentang_saya(env, isian, desa), **galat}
    return galat


def _periksa_tentang_saya(env, isian, desa):
    galat = {}
    if not isian["nama"]:
        galat["nama"] = env._("Write your name.")
    if not isian["alamat"]:
        galat["alamat"] = env._("Write your full address.")
    if isian["desa_tinggal"] and isian["desa_tinggal"] not in {str(id_) for id_ in desa.ids}:
        galat["desa_tinggal"] = env._("Choose a desa from the list.")
    if isian["telepon"] and not TELEPON.fullmatch(isian["telepon"]):
        galat["telepon"] = env._("This does not look like a phone number. Example: 0812 3456 7890.")
    if isian["email"] and not email_normalize(isian["email"]):
        galat["email"] = env._("This does not look like an e-mail address. Example: name@example.com.")
    if not isian["telepon"] and not isian["email"]:
        galat["telepon"] = env._("Write a phone number or an e-mail address, so that we can reach you.")
    return galat


def susun(env, isian, ttd, company, jenis, desa, partner):
    """Return the values of the case and of the pelapor.

    Of a secret or anonymous complaint no word of the citizen reaches the case: whatever was typed may show
    who wrote it. The officer makes the kutipan from it.

    :param ttd: base64 PNG, or ``None``
    :param jenis: the chosen kind
    :param desa: the chosen desa
    :param partner: the portal account of the sender, empty when nobody is logged in
    """
    terbuka = isian["identitas"] == "terbuka"
    anonim = isian["identitas"] == "anonim"
    rincian = {kunci: isian[kunci] for kunci in ("lokasi", "tanggal_kejadian", "terlapor", "kerugian", "permintaan")}
    pengaduan = {
        "company_id": company.id, "saluran": "website", "identitas": isian["identitas"], "jenis_id": jenis.id,
        "wilayah_id": desa.id,
        "perihal": " – ".join(filter(None, [jenis.name, desa.display_name])) or env._("Complaint"),
    }
    if terbuka:
        pengaduan.update(uraian=isian["isi"], **rincian)
    judul = {
        "lokasi": env._("Place"), "tanggal_kejadian": env._("When it happened"), "kerugian": env._("Loss"),
        "terlapor": env._("Who or what is complained about"), "permintaan": env._("What is asked for"),
    }
    bagian = [isian["isi"], *(f"{judul[kunci]}: {nilai}" for kunci, nilai in rincian.items() if nilai and not terbuka)]
    pelapor = {"isi_asli": "\n\n".join(bagian), "persetujuan": fields.Datetime.now()}
    if anonim:
        return pengaduan, {**pelapor, "ttd_cara": "tanpa"}
    pelapor.update({kunci: isian[kunci] for kunci in ("nama", "alamat", "telepon", "email")})
    pelapor["wilayah_id"] = int(isian["desa_tinggal"] or 0) or False
    if ttd:
        pelapor.update(ttd=ttd, ttd_cara="layar", ttd_waktu=pelapor["persetujuan"])
    if terbuka and partner:
        pelapor["partner_id"] = partner.id
    return pengaduan, pelapor
