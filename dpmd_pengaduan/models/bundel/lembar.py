"""The sheets a bundle has beside the papers: printed like them, on the paper and with the kop of the office."""

from ..naskah.jenis_naskah import KANTOR, Jenis
from ..naskah.surat import KERTAS, Surat

_CASE = "dpmd.pengaduan"
SAMPUL = Jenis("sampul", "Berkas Perkara", _CASE)
ARSIP = Jenis("catatan_arsip", "Catatan Arsip", _CASE)
LAMPIRAN = Jenis("lampiran", "Lampiran", _CASE)
JANGKA_WAKTU = Jenis("jangka_waktu", "Jangka Waktu Penanganan", _CASE)
TANGGAPAN = Jenis("tanggapan", "Tanggapan untuk Ombudsman", _CASE, penanda=KANTOR)  # signed, so until then a draft


class Lembar(Surat):
    """A sheet about a case that is none of the kinds of papers: it is kept nowhere and never official."""

    def __init__(self, pengaduan, jenis):
        super().__init__(pengaduan, "lembar_disposisi")  # a kind that asks for nothing and is never kept
        self.jenis = jenis

    @property
    def ukuran_kertas(self):
        """Width and height of the office's paper, in mm."""
        return KERTAS[self.instansi.kertas]


def halaman(surat, templat, saringan, **nilai):
    """Return a sheet or paper printed anew (PDF, bytes), without what the filter blanks.

    :param str templat: name of the template
    :param nilai: what it takes beside the paper
    """
    html = surat.env["ir.qweb"]._render(f"dpmd_pengaduan.{templat}", {"naskah": [surat], "gaya": "", **nilai})
    return surat.env["ir.actions.report"]._html_ke_pdf(saringan.tutup_halaman(str(html)).encode())
