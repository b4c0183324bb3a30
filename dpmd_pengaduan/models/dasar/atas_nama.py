"""Under whose name a message on a record of ours is kept: of who calls, unless the flow or the gateway has this right.

It is an object of this process in the context, so none can arrive over RPC, and it ends with its block.
"""

from contextlib import contextmanager

KUNCI = "dpmd_atas_nama"


class AtasNama:
    """The right to keep messages under another name, for as long as its block lasts."""

    berlaku = True


@contextmanager
def atas_nama(records, hak=AtasNama):
    """Give the records the right to post under another name until the block ends.

    :param hak: the kind of right, ``AtasNama`` or a class of it
    """
    izin = hak()
    try:
        yield records.with_context(**{KUNCI: izin})
    finally:
        izin.berlaku = False


def boleh_atas_nama(env, hak=AtasNama):
    """Return whether the environment has the right, and its block has not ended."""
    izin = env.context.get(KUNCI)
    return isinstance(izin, hak) and izin.berlaku


def milik_kami(model):
    """Return whether a model, by name, is one of this addon's."""
    return (model or "").startswith("dpmd.")
