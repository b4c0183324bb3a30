"""Whether a file is the paper that was issued, and what else it may be."""

from .kode_naskah import kode_di_dalam

BLOK = 1024
MAKS_MB = 10  # of a file that is compared; so none of our papers is larger


def bandingkan(asli, kiriman, kode):
    """Return what a file is: ``asli``, ``terpotong``, ``diubah`` or ``asing``.

    Only the first can be proved; the others are told apart so that people know what happened.

    * ``terpotong``: it begins as ours does and simply stops: a download or a copy that was not finished.
    * ``diubah``: it carries our code, which every editor keeps that saves a PDF anew. Or, where the code itself was
      touched, at least half of our blocks are in it, as far from its beginning or from its end as in ours: so one byte
      more in the middle costs one block and not all that follow.
    * ``asing``: anything else. Two papers of one office share kop and fonts, but each has its own code: a file that
      carries another code, and not ours, is another paper however much they share.

    :param bytes asli: the PDF that was issued
    :param bytes kiriman: the file somebody has
    :param str kode: the code of the paper, which stands in the metadata of its PDF
    """
    if kiriman == asli:
        return "asli"
    if kiriman and asli.startswith(kiriman):
        return "terpotong"
    kode_lain = kode_di_dalam(kiriman)
    if kode in kode_lain:
        return "diubah"
    return "diubah" if not kode_lain and _bagian_sama(asli, kiriman) >= 0.5 else "asing"


def _bagian_sama(asli, kiriman):
    """Return the share of our blocks that a file has in the same place, counted from its beginning or its end."""
    geser = len(kiriman) - len(asli)
    mulai = range(0, len(asli), BLOK)

    def sama(di):
        blok = asli[di : di + BLOK]
        return blok == kiriman[di : di + BLOK] or (di + geser >= 0 and blok == kiriman[di + geser : di + geser + BLOK])

    return sum(map(sama, mulai)) / len(mulai)
