from odoo import models


class DpmdPengaduan(models.Model):
    """Steps 12 to 15: report and answer go up through paraf, paraf and signature, or come back."""

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
            "landasan_hukum": self.env["dpmd.instansi"]._milik(self.company_id).landasan_hukum
            or self.sop_id.dasar_hukum,
            "maksud_tujuan": "Menindaklanjuti pengaduan masyarakat sesuai SOP Penanganan Pengaduan Masyarakat.",
            "kegiatan": "Tanpa rapat; berdasarkan telaahan staf.",
            "simpulan_saran": self.telaah_saran,
            "penutup": "Demikian laporan ini disampaikan untuk menjadi bahan pertimbangan lebih lanjut.",
            "jawaban": "Pengaduan Saudara telah kami telaah dan bahas. Hasilnya kami sampaikan sebagai berikut.",
        }

    def _kapan_buka_laporan(self):
        return "" if self._laporan() else self.env._("There is no report yet.")

    def action_buka_laporan(self):
        """Step 12: open the report of the present round, to be written."""
        return self._buka_lembar("buka_laporan", self._laporan())

    # ------------------------------------------------------------------
    # Up
    # ------------------------------------------------------------------

    def _syarat_ajukan_laporan(self, cara):
        laporan_sudo = self.sudo()._laporan()
        if not laporan_sudo:
            return [self.env._("the report")]
        return [self.env._("report: %(apa)s", apa=apa) for apa in laporan_sudo._kekurangan()]

    def action_ajukan_laporan(self):
        """Step 12: hand report and answer up; their words are locked and open for paraf."""
        self._tempuh("ajukan_laporan")

    def _kerjakan_ajukan_laporan(self, jejak):
        laporan_sudo = self.sudo()._laporan()
        jejak.dokumen = self.env["dpmd.dokumen"]._susun("laporan", laporan_sudo, self)
        jejak.dokumen._ajukan(jejak.waktu, penyusun=jejak.penugasan)
        for pengaduan in self | self._gabungan():
            pengaduan._ajukan_jawaban(jejak, iring=jejak.dokumen)
        jejak.keluaran = self.env._("Draft of the laporan, and of the answer to the pelapor")
        laporan_sudo._tulis(
            {
                "state": "diajukan",
                "dokumen_id": jejak.dokumen.id,
                "tanggal_diajukan": jejak.waktu,
                "alasan_kembali": False,
            }
        )

    def action_paraf_kabid(self, alasan=None):
        """Step 13: the Kabid has read report and answer and gives his paraf, see ``_sahkan_giliran``.

        :param str alasan: why one person acts at two desks of the paper
        """
        self._sahkan_laporan("paraf_kabid", alasan)

    def _kerjakan_paraf_kabid(self, jejak, alasan=""):
        self._paraf(jejak, "diparaf_kabid", alasan)

    def action_paraf_sekretaris(self, alasan=None):
        """Step 14: the Sekretaris has read report and answer and gives his paraf, see ``_sahkan_giliran``.

        :param str alasan: why one person acts at two desks of the paper
        """
        self._sahkan_laporan("paraf_sekretaris", alasan)

    def _kerjakan_paraf_sekretaris(self, jejak, alasan=""):
        self._paraf(jejak, "diparaf_sekretaris", alasan)

    def _paraf(self, jejak, state, alasan):
        laporan_sudo = self.sudo()._laporan()
        jejak.dokumen, jejak.keluaran = laporan_sudo.dokumen_id, self.env._("Paraf")
        jejak.dokumen._sahkan_giliran(jejak, alasan)
        laporan_sudo._tulis({"state": state})

    def action_tanda_tangan_kadis(self, alasan=None):
        """Step 15: the Kadis has read and signs; report and answer get their numbers and are frozen.

        :param str alasan: why one person acts at two desks of the paper
        """
        self._sahkan_laporan("tanda_tangan_kadis", alasan)

    def _kerjakan_tanda_tangan_kadis(self, jejak, alasan=""):
        laporan_sudo = self.sudo()._laporan()
        jejak.dokumen = laporan_sudo.dokumen_id
        jejak.dokumen._sahkan_giliran(jejak, alasan)
        laporan_sudo._tulis({"name": jejak.dokumen.name, "state": "ditandatangani"})
        jejak.keluaran = self.env._("Laporan %(nomor)s, signed", nomor=jejak.dokumen.name)
        jejak.kolom = {
            "tanggal_tanda_tangan": jejak.waktu,
            "hasil": laporan_sudo.hasil,
            "jawaban": laporan_sudo.jawaban,
        }

    def _sahkan_laporan(self, kunci, alasan):
        """Go a way of the report, unless what it prints has changed; then it has gone back, which is kept."""
        self.ensure_one()
        self.check_access("read")
        if not self._gugurkan_ajuan():
            self._tempuh(kunci, alasan=alasan or "")

    # ------------------------------------------------------------------
    # Back
    # ------------------------------------------------------------------

    def _saat_kembali(self, jejak):
        hasil = super()._saat_kembali(jejak)
        if jejak.ke == "laporan":  # also one that is signed, where a signature entered from paper is disputed
            self._batalkan_laporan(jejak.alasan)
        return hasil

    def _saat_mundur(self, jejak, dokumen):
        if dokumen.jenis == "laporan":
            self._batalkan_laporan(jejak.alasan)
        return super()._saat_mundur(jejak, dokumen)

    def _batalkan_laporan(self, alasan):
        """Bring the report back to draft; its paper is void with all paraf on it."""
        laporan_sudo = self.sudo()._laporan()
        laporan_sudo.dokumen_id.filtered(lambda dokumen: dokumen.state != "batal")._batalkan(alasan)
        laporan_sudo._tulis({"state": "draf", "dokumen_id": False, "alasan_kembali": alasan})
