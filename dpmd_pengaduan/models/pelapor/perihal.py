"""The subject of a complaint that nobody gave one: everybody tells what happened, few give it a title."""

import textwrap

MAKS_KATA = 80


def perihal_otomatis(env, jenis, desa, kata=""):
    """Return the subject of a complaint: its kind and its desa.

    :param jenis: the kind, may be empty
    :param desa: the desa, may be empty
    :param str kata: what was told, where it may be shown; its first words stand in for a kind
    """
    hal = jenis.name or textwrap.shorten(kata or "", MAKS_KATA, placeholder=" …")
    return " – ".join(filter(None, [hal, desa.display_name])) or env._("Complaint")
