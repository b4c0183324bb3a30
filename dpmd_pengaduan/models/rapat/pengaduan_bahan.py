from odoo import models

from ..naskah.surat import Surat


class DpmdPengaduan(models.Model):
    """What the meetings add to the first words of the report and of the answer: who, what, until when."""

    _inherit = "dpmd.pengaduan"

    def _bahan_laporan(self):
        bahan = super()._bahan_laporan()
        rapat = self._rapat_putaran().filtered(lambda satu: satu.state == "selesai")
        if not rapat:
            return bahan
        surat = Surat(rapat, "notulen")
        janji = rapat.berita_acara_ids.kesepakatan_ids
        kesepakatan = [
            f"{urut}. {satu._sebut(surat, oleh=f'dilaksanakan oleh {satu.penanggung_jawab}')}"
            for urut, satu in enumerate(janji, 1)
        ]
        sepakat = ["Dalam rapat disepakati:", *kesepakatan] if janji else []
        return {
            **bahan,
            "kegiatan": "\n".join([bahan["kegiatan"], *(satu._bahan_kegiatan(surat) for satu in rapat)]),
            "hasil_dicapai": "\n".join(
                filter(None, [self.telaah_fakta, *rapat.mapped("notulen_kesimpulan"), *sepakat])
            ),
            # What the telaah proposed was done since; what is proposed now follows from what was agreed.
            "simpulan_saran": "\n".join(filter(None, [self.telaah_simpulan, self._bahan_saran(janji)])),
            # Who complained is told what came out of it, not only that there was a meeting.
            "jawaban": "\n".join(
                [
                    "Pengaduan Saudara telah kami bahas dalam rapat bersama pihak terkait.",
                    *(["Hal-hal yang disepakati:", *kesepakatan] if janji else rapat.mapped("notulen_kesimpulan")),
                ]
            ),
        }

    def _bahan_saran(self, janji):
        if not janji:
            return ""
        bidang = f"Bidang {self.bidang_id.name.removeprefix('Bidang ')}" if self.bidang_id else "Kepala Bidang"
        return f"Disarankan agar {bidang} memantau pelaksanaan kesepakatan sampai selesai."
