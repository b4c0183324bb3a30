from odoo.fields import Domain

from .alur import TAMAT

# In the context of a field where somebody, or a bidang, is chosen for a case.
KUNCI = "dpmd_beban"


def kata_beban(records, kolom):
    """Return how many open cases each has, and how many are past what was promised, in words by id.

    Only numbers, only in the offices of the user, only for who works at a desk: no call can learn which cases they are.

    :param records: users or bidang
    :param str kolom: the column of the case that points at them
    """
    env = records.env
    if not env.user.has_group("dpmd_pengaduan.group_petugas"):
        return {}
    terbuka = Domain(kolom, "in", records.ids) & Domain("state", "not in", TAMAT)
    terbuka &= Domain("company_id", "in", env.user.company_ids.ids)
    Pengaduan_sudo = env["dpmd.pengaduan"].sudo()
    semua, terlambat = (
        {record.id: jumlah for record, jumlah in Pengaduan_sudo._read_group(domain, [kolom], ["__count"])}
        for domain in (terbuka, terbuka & Domain("terlambat", "=", True))
    )
    hasil = {}
    for record in records:
        kata = env._("%(jumlah)s cases", jumlah=semua.get(record.id, 0))
        if telat := terlambat.get(record.id):
            kata = env._("%(kata)s, %(telat)s past their promise", kata=kata, telat=telat)
        hasil[record.id] = kata
    return hasil


def tambah_beban(records, kolom):
    """Put the work of each beside its name in a list to choose from (:func:`kata_beban`)."""
    if records.env.context.get(KUNCI) and records.env.context.get("formatted_display_name"):
        for record_id, kata in kata_beban(records, kolom).items():
            record = records.browse(record_id)
            record.display_name = f"{record.display_name} --{kata}--"
