from odoo import models

SETUJU = ("paraf_kabid", "paraf_sekretaris", "tanda_tangan_kadis")


class DpmdPengaduan(models.Model):
    """Steps 12 to 15: the report goes up through paraf, paraf and signature, or comes back."""

    _inherit = "dpmd.pengaduan"

    def _laporan(self):
        """Return the report of the present round."""
        return self.laporan_ids.filtered(lambda laporan: laporan.putaran == self.putaran)

    def _siapkan_laporan(self):
        """Open the draft of the report with what the case already says."""
        if not self.sudo()._laporan():
            self.env["dpmd.laporan"].sudo()._buat(
                {
                    "pengaduan_id": self.id,
                    "company_id": self.company_id.id,
                    "putaran": self.putaran,
                    **self.sudo()._bahan_laporan(),
                }
            )

    def _bahan_laporan(self):
        """Return the first words of the report; hook of the rooms that have more to tell."""
        return {
            "latar_belakang": self.uraian,
            "landasan_hukum": self.sop_id.dasar_hukum,
            "maksud_tujuan": "Menindaklanjuti pengaduan masyarakat sesuai SOP Penanganan Pengaduan Masyarakat.",
            "kegiatan": "Tanpa rapat; berdasarkan telaahan staf.",
            "simpulan_saran": self.telaah_saran,
            "penutup": "Demikian laporan ini disampaikan untuk menjadi bahan pertimbangan lebih lanjut.",
        }

    def action_baca_laporan(self):
        """Open the report, to be read before paraf or signature."""
        self.ensure_one()
        self.check_access("read")
        return self._laporan().get_formview_action()

    # ------------------------------------------------------------------
    # Up
    # ------------------------------------------------------------------

    def _syarat_ajukan_laporan(self, cara):
        laporan_sudo = self.sudo()._laporan()
        if not laporan_sudo:
            return [self.env._("the report")]
        return [self.env._("report: %(apa)s", apa=apa) for apa in laporan_sudo._kekurangan()]

    def action_ajukan_laporan(self):
        """Step 12: hand the report up; its words are locked and open for paraf."""
        self._tempuh("ajukan_laporan")

    def _kerjakan_ajukan_laporan(self, jejak):
        laporan_sudo = self.sudo()._laporan()
        jejak.dokumen = self.env["dpmd.dokumen"]._susun("laporan", laporan_sudo, self)
        jejak.keluaran = self.env._("Draft of the laporan")
        laporan_sudo._tulis(
            {
                "state": "diajukan",
                "dokumen_id": jejak.dokumen.id,
                "tanggal_diajukan": jejak.waktu,
                "alasan_kembali": False,
            }
        )

    def action_paraf_kabid(self):
        """Step 13: the Kabid has checked the report and gives his paraf."""
        self._tempuh("paraf_kabid")

    def _kerjakan_paraf_kabid(self, jejak):
        self._paraf(jejak, "diparaf_kabid")

    def action_paraf_sekretaris(self):
        """Step 14: the Sekretaris has checked the report and gives his paraf."""
        self._tempuh("paraf_sekretaris")

    def _kerjakan_paraf_sekretaris(self, jejak):
        self._paraf(jejak, "diparaf_sekretaris")

    def _paraf(self, jejak, state):
        laporan_sudo = self.sudo()._laporan()
        jejak.dokumen, jejak.keluaran = laporan_sudo.dokumen_id, self.env._("Paraf")
        self._sahkan_laporan(jejak, "paraf")
        laporan_sudo._tulis({"state": state})

    def action_tanda_tangan_kadis(self):
        """Step 15: the Kadis agrees and signs; the report gets its number and is frozen."""
        self._tempuh("tanda_tangan_kadis")

    def _kerjakan_tanda_tangan_kadis(self, jejak):
        laporan_sudo = self.sudo()._laporan()
        dokumen_sudo = jejak.dokumen = laporan_sudo.dokumen_id
        dokumen_sudo._beri_nomor()
        laporan_sudo._tulis({"name": dokumen_sudo.name, "state": "ditandatangani"})
        self._sahkan_laporan(jejak, "tanda_tangan")
        dokumen_sudo._bekukan()
        jejak.keluaran = self.env._("Laporan %(nomor)s, signed", nomor=dokumen_sudo.name)
        jejak.kolom = {"tanggal_tanda_tangan": jejak.waktu, "hasil": laporan_sudo.hasil}

    def _sahkan_laporan(self, jejak, jenis):
        self.env["dpmd.pengesahan"]._sahkan(
            jejak.dokumen, jenis, penugasan=jejak.penugasan, waktu=jejak.waktu, cara=jejak.di_kertas
        )

    # ------------------------------------------------------------------
    # Back
    # ------------------------------------------------------------------

    def _saat_kembali(self, jejak):
        if jejak.ke == "laporan":
            self._batalkan_laporan(jejak.alasan)
        return super()._saat_kembali(jejak)

    def _saat_ditutup(self, jejak):
        self.sudo().dokumen_ids.filtered(lambda dokumen: dokumen.state == "konsep")._batalkan(jejak.alasan)
        return super()._saat_ditutup(jejak)

    def _batalkan_laporan(self, alasan):
        """Bring the report back to draft; its paper is void with all paraf on it."""
        laporan_sudo = self.sudo()._laporan()
        laporan_sudo.dokumen_id._batalkan(alasan)
        laporan_sudo._tulis({"state": "draf", "dokumen_id": False, "alasan_kembali": alasan})
