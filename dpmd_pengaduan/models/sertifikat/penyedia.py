"""What a provider of signatures answers where it gives no signed file. No words of a passphrase are ever in it."""


class Gagal(Exception):
    """It was not signed, for certain.

    :param str sebab: a key of ``KATA_GAGAL`` (``dokumen_sertifikat.py``)
    :param str kata: what the provider said, cleaned
    """

    def __init__(self, sebab, kata=""):
        super().__init__(sebab)
        self.sebab, self.kata = sebab, kata


class TakDiketahui(Exception):
    """It was asked to sign and nobody knows whether it did."""
