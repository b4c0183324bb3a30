"""The licence for one write. Whoever moves a case takes one for just that write; nothing carries it further.

It is an object of this process in the context, so none can arrive over RPC. The first guard that accepts it
uses it up and goes on without it, so no relation, ``sudo()``, automation or returned record ever holds one.
"""

from contextlib import contextmanager, nullcontext

KUNCI = "dpmd_izin"
KUNCI_BERKAS = "dpmd_izin_berkas"


class Izin:
    """A licence for one create or write of one model on just these records."""

    def __init__(self, records):
        self.untuk = (records._name, frozenset(records._ids))

    def pakai(self, records):
        """Use the licence up; return whether it was one for these records."""
        untuk, self.untuk = self.untuk, None
        return untuk == (records._name, frozenset(records._ids))


class IzinBerkas:
    """The right to keep the files of the binary fields that are being written, for as long as that write lasts."""

    def __init__(self, records, kolom):
        self.model, self.ids, self.kolom = records._name, set(records._ids), kolom

    def berlaku(self, res_model, res_id, res_field):
        """Return whether a file belongs to the write; a record that is being made has no id beforehand."""
        return res_model == self.model and res_field in self.kolom and (not self.ids or res_id in self.ids)


def berizin(records):
    """Return the records with a licence for the one write that follows."""
    return records.with_context(**{KUNCI: Izin(records)})


def pakai_izin(records):
    """Return the records without any licence, and whether they came with one."""
    izin = records.env.context.get(KUNCI)
    if izin is None:
        return records, False
    konteks = {kunci: nilai for kunci, nilai in records.env.context.items() if kunci != KUNCI}
    return records.with_env(records.env(context=konteks)), isinstance(izin, Izin) and izin.pakai(records)


def izin_berkas(records, kolom):
    """Give the records the right to keep the files of the binary fields among these, until the block ends."""
    biner = {name for name in kolom if records._fields[name].type == "binary"}
    return _izin_berkas(records, biner) if biner else nullcontext(records)


@contextmanager
def _izin_berkas(records, biner):
    izin = IzinBerkas(records, biner)
    try:
        yield records.with_context(**{KUNCI_BERKAS: izin})
    finally:
        izin.kolom = ()
