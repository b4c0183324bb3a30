"""The one file for the Ombudsman: the dossier, the clocks with their legal basis, and a draft of the answer."""

import io

from . import lembar
from .pdf import jilid
from .rtf import rtf
from .tanggapan import HAL, TUJUAN, isi_tanggapan
from .zip import Kemasan


def kemas_ombudsman(bundel, keluar):
    """Write it as ZIP.

    :param bundel: the ``Bundel``
    :param keluar: a binary file to write to
    """
    with Kemasan(bundel, keluar) as kemasan:
        berkas = io.BytesIO()
        tebal = jilid(bundel, berkas)
        kemasan.tulis("berkas-perkara.pdf", berkas.getvalue())
        kemasan.tulis("jangka-waktu.pdf", bundel.halaman(lembar.JANGKA_WAKTU, "bundel_jangka_waktu"))
        surat, isi = lembar.Lembar(bundel.kasus, lembar.TANGGAPAN), isi_tanggapan(bundel, tebal)
        konsep = bundel.halaman(lembar.TANGGAPAN, "bundel_tanggapan", isi=isi, hal=HAL, tujuan=TUJUAN)
        kemasan.tulis("konsep-surat-tanggapan.pdf", konsep)
        kemasan.tulis("konsep-surat-tanggapan.rtf", rtf(surat, isi))
