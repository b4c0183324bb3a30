from odoo import models

from .surat import Surat

PENUTUP = "Demikian laporan ini disampaikan untuk menjadi bahan pertimbangan lebih lanjut."


class DpmdPengaduan(models.Model):
    """The first words of the report (step 12), in the third person: from the register and the telaah."""

    _inherit = "dpmd.pengaduan"

    def _bahan_laporan(self):
        """Return the first words of the report; hook of the rooms that have more to tell."""
        surat = Surat(self, "telaahan_staf")
        return {
            "latar_belakang": self._bahan_latar(surat),
            "landasan_hukum": surat.instansi.landasan_hukum or self.sop_id.dasar_hukum,
            "maksud_tujuan": "Menindaklanjuti pengaduan masyarakat sesuai SOP Penanganan Pengaduan Masyarakat.",
            "kegiatan": self._bahan_telaah(surat),
            "hasil_dicapai": self.telaah_fakta,
            "simpulan_saran": "\n".join(filter(None, [self.telaah_simpulan, self.telaah_saran])),
            "penutup": PENUTUP,
            "jawaban": "Pengaduan Saudara telah kami telaah. Hasilnya kami sampaikan sebagai berikut.",
        }

    def _bahan_latar(self, surat):
        """Return how the case came in and what it is about; the pelapor's own words only as a quotation."""
        masuk = (
            f"Pada tanggal {surat.tanggal(self.tanggal_terima)} diterima pengaduan masyarakat melalui "
            f"{surat.kata_kecil(self, 'saluran')} mengenai {self.perihal.rstrip(' .')}, yang dicatat dalam Buku "
            f"Register Pengaduan dengan nomor {self.name}."
        )
        if self.telaah_persoalan:
            pokok = f"Menurut telaahan staf, pokok persoalannya: {self.telaah_persoalan}"
        else:
            pokok = f"Pelapor menyampaikan: “{self.uraian.strip()}”" if self.uraian else ""
        return "\n".join(filter(None, [masuk, pokok]))

    def _bahan_telaah(self, surat):
        """Return that a telaah was written, by which paper, where it is one."""
        telaah = surat.dokumen  # the valid telaahan staf of the case
        if not telaah.dibekukan:
            return "Telaah atas formulir pengaduan."
        tanggal = surat.tanggal(telaah.tanggal)
        return f"Telaah atas formulir pengaduan: telaahan staf nomor {telaah.name} tanggal {tanggal}."
