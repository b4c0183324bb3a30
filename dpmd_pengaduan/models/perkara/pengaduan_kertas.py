from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..dasar.berkas import bersihkan_berkas
from ..dasar.izin import berizin
from ..kantor.langkah import Langkah
from .alur import ALUR, DI_ATAS, MEJA_LANGKAH, PSM
from .jejak import Kertas
from .pengaduan_kartu import DIAMBIL

KONFIRMASI = "dpmd_pengaduan.activity_konfirmasi"
DISANGGAH_ULANG = range(Langkah.LAPORAN, Langkah.TANDA_TANGAN + 1)  # disputed, the report is made and signed anew
MAKS_PINDAIAN_MB = 25  # a bundle of pages


class DpmdPengaduan(models.Model):
    """*Dicatatkan*: a step that happened on paper is entered with its scan; its official confirms or disputes it."""

    _inherit = "dpmd.pengaduan"

    perlu_konfirmasi = fields.Boolean(
        compute="_compute_perlu_konfirmasi", help="A paper step waits until this user confirms it."
    )

    @api.depends("kartu_ids")
    @api.depends_context("uid")
    def _compute_perlu_konfirmasi(self):
        for pengaduan in self:
            pengaduan.perlu_konfirmasi = bool(pengaduan._origin._menunggu_konfirmasi())

    # ------------------------------------------------------------------
    # Entered from paper
    # ------------------------------------------------------------------

    def _kapan_catatkan(self):
        return "" if self._jalan_utama() else self.env._("No step of this case can be entered now.")

    def action_catatkan(self, penugasan_id, terjadi, bukti_id, alasan=None, disposisi=None):
        """Enter the next step as it happened on paper; the official confirms or disputes it.

        :param int penugasan_id: the official who took the step
        :param terjadi: when it happened, UTC (datetime or its string)
        :param int bukti_id: attachment with the scan
        :param str alasan: how it happened
        :param dict disposisi: the order, at steps 5 to 7
        """
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR["catatkan"])
        bukti = self._bukti_baru(bukti_id)
        if not bukti:
            raise UserError(self.env._("Attach the scan of the paper."))
        terjadi = fields.Datetime.to_datetime(terjadi)
        if not terjadi or terjadi > fields.Datetime.now() + timedelta(minutes=1):
            raise UserError(self.env._("Say when it happened; it cannot lie in the future."))
        penugasan_sudo = self.env["dpmd.penugasan"].sudo().browse(penugasan_id).exists()
        utama = self._jalan_utama()
        isi = {"disposisi": disposisi} if 5 <= self.langkah <= 7 else {}
        self._tempuh(utama.kunci, cara=Kertas(penugasan_sudo, terjadi, bukti, self._alasan(alasan)), **isi)

    def _bukti_baru(self, bukti_id):
        """Return a scan the user has just uploaded, for no record yet; empty when it is anything else.

        :raise UserError: it is no picture or PDF
        """
        bukti_sudo = self.env["ir.attachment"].sudo().browse(bukti_id or []).exists()
        bukti_sudo = bukti_sudo.filtered(lambda b: b.create_uid == self.env.user and not b.res_id and not b.res_field)
        for bukti in bukti_sudo:
            try:
                bersihkan_berkas(self.env, bukti.raw, MAKS_PINDAIAN_MB)
            except UserError as sebab:
                raise UserError(
                    self.env._("%(berkas)s cannot be used as a scan: %(sebab)s", berkas=bukti.name, sebab=sebab)
                ) from None
        return bukti_sudo

    # ------------------------------------------------------------------
    # What still waits for a word, and whose
    # ------------------------------------------------------------------

    def _kertas_berlaku(self):
        """Return the paper steps of this round that the case has not gone back behind since (superuser)."""
        berlaku, batas = self.env["dpmd.langkah"].sudo(), self.langkah
        for baris in self.sudo().kartu_ids.sorted("urutan", reverse=True):
            if baris.jenis == "keberatan":
                break
            if baris.jenis in DIAMBIL and baris.nomor < batas:
                batas = baris.nomor
                berlaku |= baris.filtered("dicatatkan")
        return berlaku

    def _belum_dikonfirmasi(self):
        """Return the paper steps without a confirmation, each with the last word on it: ``sanggah`` or none."""
        kata = {baris: baris.jawaban_ids.sorted("urutan")[-1:].jenis for baris in self._kertas_berlaku()}
        return {baris: jenis for baris, jenis in kata.items() if jenis != "konfirmasi"}

    def _calon_konfirmasi(self, baris):
        """Return the appointments under which somebody confirms or disputes a paper step today (superuser).

        Its official, while he holds the jabatan; then whoever holds it; where nobody does, the next higher desk.
        Nobody speaks for somebody else about what he entered himself.
        """
        jabatan = self._jabatan_kertas(baris)
        while jabatan:
            pejabat = self._pemegang_jabatan(jabatan, baris)
            if calon := pejabat.filtered(lambda tugas: tugas.user_id == baris.user_id) or pejabat.filtered(
                lambda tugas: tugas.user_id != baris.dicatat_oleh_id
            ):
                return calon
            jabatan = DI_ATAS.get(jabatan)
        return self.env["dpmd.penugasan"].sudo()

    def _jabatan_kertas(self, baris):
        """Return the jabatan a paper step was entered for; hook, where the paper says who signs."""
        return MEJA_LANGKAH[baris.nomor]

    def _pemegang_jabatan(self, jabatan, baris):
        """Return who holds a jabatan over the case today; of the PSM, the pelaksana, and who of the team did it."""
        pengaduan_sudo = self.sudo()
        pejabat = self._pemegang_terbuka(jabatan)
        if jabatan == PSM:
            orang = pengaduan_sudo.pelaksana_id | (pengaduan_sudo.tim_ids & baris.user_id)
            pejabat = pejabat.filtered(lambda tugas: tugas.user_id in orang)
        return pejabat

    def _menunggu_konfirmasi(self):
        """Return the paper steps this user may still confirm, each with the appointment that gives the right."""
        milik = {
            baris: self._calon_konfirmasi(baris).filtered(lambda tugas: tugas.user_id == self.env.user)[:1]
            for baris in self._belum_dikonfirmasi()
        }
        return {baris: tugas for baris, tugas in milik.items() if tugas}

    def _kertas_tertunda(self):
        """Return, in words, the paper steps that steps 16 and 17 wait for: silence confirms nothing."""
        kalimat = []
        for baris, kata in self._belum_dikonfirmasi().items():
            calon = self._calon_konfirmasi(baris)
            siapa = ", ".join(calon.mapped("display_name")) or self.env._(
                "nobody in office; a new Kepala Dinas, Plh. or Plt. must be appointed"
            )
            sebut = {"nomor": baris.nomor, "pejabat": f"{baris.nama} ({baris.sebutan})", "siapa": siapa}
            kalimat.append(
                self.env._(
                    "step %(nomor)s, entered from paper for %(pejabat)s, was disputed; who can still confirm it: "
                    "%(siapa)s",
                    **sebut,
                )
                if kata
                else self.env._(
                    "the confirmation of step %(nomor)s, entered from paper for %(pejabat)s, by: %(siapa)s", **sebut
                )
            )
        return kalimat

    # ------------------------------------------------------------------
    # The word
    # ------------------------------------------------------------------

    def _kapan_konfirmasi(self):
        return "" if self._menunggu_konfirmasi() else self.env._("Nothing of this case waits for your confirmation.")

    def _kapan_sanggah(self):
        milik = self._menunggu_konfirmasi()
        if milik and not self._belum_dijawab(milik):
            return self.env._("You disputed it already. You can still confirm it.")
        return self._kapan_konfirmasi()

    def _belum_dijawab(self, milik):
        """Return those of the paper steps that nobody has said a word about."""
        return {baris: tugas for baris, tugas in milik.items() if not baris.jawaban_ids}

    def action_konfirmasi(self, alasan=None):
        """Confirm what was entered from paper in one's own name, or for one who holds the jabatan no more.

        :param str alasan: a remark, if any
        """
        self._tempuh("konfirmasi", alasan=alasan.strip() if isinstance(alasan, str) else "")

    def action_sanggah(self, alasan=None):
        """Dispute what was entered from paper in one's own name, or for one who holds the jabatan no more.

        Where it is about steps 12 to 15, the report goes back to its drafter until the case is closed.

        :param str alasan: what is not right
        """
        self._tempuh("sanggah", alasan=self._alasan(alasan))

    def _kerjakan_konfirmasi(self, jejak, alasan):
        self._jawab(jejak, self._menunggu_konfirmasi(), alasan)
        jejak.keluaran = self.env._("Confirmed")

    def _kerjakan_sanggah(self, jejak, alasan):
        disanggah = self._belum_dijawab(self._menunggu_konfirmasi())
        self._jawab(jejak, disanggah, alasan)
        jejak.keluaran = self.env._("Disputed")
        if self.state in ("laporan", "arsip") and any(baris.nomor in DISANGGAH_ULANG for baris in disanggah):
            jejak.keluaran = self.env._("Disputed; the laporan goes back to its drafter")
            jejak.ke, jejak.berikut = "laporan", int(Langkah.LAPORAN)
            jejak.kolom = {"tanggal_tanda_tangan": False, "hasil": False}
            self._saat_kembali(jejak)

    def _jawab(self, jejak, milik, alasan):
        """Note on the card the word on each paper step, under the jabatan that gives the right to it."""
        jejak.alasan = alasan
        jejak.baris = [
            {"nomor": baris.nomor, "ref_id": baris.id, "nama": tugas.nama, "sebutan": tugas.sebutan}
            for baris, tugas in milik.items()
        ]

    # ------------------------------------------------------------------
    # On whose desk it is
    # ------------------------------------------------------------------

    def _pindahkan(self, jejak):
        hasil = super()._pindahkan(jejak)
        # An ordinary step leaves what waits, and for whom, as it was.
        if jejak.jalan.kartu != "langkah" or isinstance(jejak.cara, Kertas):
            self._segarkan_konfirmasi()
        return hasil

    def _segarkan_konfirmasi(self):
        """Put what was entered from paper before whoever can confirm it today, and before nobody else."""
        for pengaduan_sudo in self.sudo():
            perlu = self.env["res.users"].union(
                *(
                    pengaduan_sudo._calon_konfirmasi(baris).user_id
                    for baris, kata in pengaduan_sudo._belum_dikonfirmasi().items()
                    if not kata
                )
            )
            ada = pengaduan_sudo._kegiatan(KONFIRMASI)
            baru = perlu - ada.user_id
            berizin(ada.filtered(lambda kegiatan, perlu=perlu: kegiatan.user_id not in perlu)).unlink()
            for user in baru:
                pengaduan_sudo._beri_kegiatan(KONFIRMASI, user, self.env._("Confirm what was entered from paper"))

    @api.model
    def _segarkan_konfirmasi_kantor(self, companies):
        """Do so for all cases of these offices, after appointments changed."""
        baris_sudo = (
            self.env["dpmd.langkah"]
            .sudo()
            .search([("company_id", "in", companies.ids), ("dicatatkan", "=", True), ("jawaban_ids", "=", False)])
        )
        baris_sudo.pengaduan_id._segarkan_konfirmasi()
