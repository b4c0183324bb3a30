from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

from ..perkara.alur import DITANGANI, PENGADMIN

SEKALI = 500  # cases a batch


class DpmdPengaduan(models.Model):
    """*Surat sela*: the interim letter to the pelapor of a case that will miss its day, by the office's own figures.

    At night the cases are marked for which today and the time still needed (``dpmd.sisa``) are later than the promised
    date. One press hands the letter up, the signature sends it. One in each round; the promised date stays as it is.
    """

    _inherit = "dpmd.pengaduan"

    sela = fields.Selection(
        [("siap", "Ready to hand up"), ("diajukan", "Waits for its signature"), ("terbit", "Sent")],
        string="Surat sela",
        index="btree_not_null",
    )
    # What the letter says, as it was when it was handed up: a case that moves on does not void it.
    sela_tanggal = fields.Date(string="Surat sela drafted on")
    sela_langkah = fields.Integer(string="SOP step in the surat sela")
    sela_janji = fields.Date(string="Promised date in the surat sela")
    sela_perkiraan = fields.Date(string="Expected date in the surat sela")
    kira_selesai = fields.Date(
        string="Expected by",
        compute="_compute_kira_selesai",
        help="Nine of ten of our cases that stood at this step were signed within that time.",
    )

    @api.depends("sela", "langkah", "induk_id.langkah")
    def _compute_kira_selesai(self):
        self.kira_selesai = False
        siap = self.filtered(lambda pengaduan: pengaduan.sela == "siap")
        if not siap:
            return
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        sisa_sudo = self.env["dpmd.sisa"].sudo().search([("company_id", "in", siap.company_id.ids)])
        hari = {(baris.company_id, baris.langkah): baris.hari for baris in sisa_sudo}
        for pengaduan in siap:
            kunci = pengaduan.company_id, pengaduan._langkah_jalan()
            pengaduan.kira_selesai = hari_ini + timedelta(days=hari[kunci]) if kunci in hari else False

    def _langkah_jalan(self):
        """Return the step the work on a case is at: of a joined case that of its lead."""
        return (self.sudo().induk_id or self).langkah

    # ------------------------------------------------------------------
    # At night
    # ------------------------------------------------------------------

    @api.model
    def _cron_sela(self):
        """Count the time still needed, and mark the cases that will miss their day; goes on where it was stopped."""
        for instansi_sudo in self.env["dpmd.instansi"].sudo().search([("surat_sela", "=", True)]):
            company = instansi_sudo.company_id
            self.env["dpmd.sisa"]._hitung(company)
            while jumlah := self._tandai_sela(company):
                if not self.env["ir.cron"]._commit_progress(jumlah):
                    return

    @api.model
    def _tandai_sela(self, company):
        """Mark a batch of an office's cases, or take the mark off where it is no longer true; return how many."""
        self.env.flush_all()
        akan_lewat = SQL(
            """
            EXISTS (SELECT FROM dpmd_sisa s
                     WHERE s.company_id = p.company_id AND p.tenggat < %s + s.hari
                       AND s.langkah = COALESCE((SELECT i.langkah FROM dpmd_pengaduan i WHERE i.id = p.induk_id),
                                                p.langkah))
            """,
            self.env["dpmd.penugasan"].with_company(company)._hari_ini(),
        )
        jumlah = 0
        for nilai, syarat in (
            # Only what is still open has a promised date, so its index finds them.
            ("siap", SQL("p.tenggat IS NOT NULL AND p.sela IS NULL AND p.state IN %s AND %s", DITANGANI, akan_lewat)),
            (False, SQL("p.sela = 'siap' AND NOT (p.state IN %s AND %s)", DITANGANI, akan_lewat)),
        ):
            baris = self.env.execute_query(
                SQL(
                    "SELECT p.id FROM dpmd_pengaduan p WHERE p.company_id = %s AND %s ORDER BY p.id LIMIT %s"
                    " FOR NO KEY UPDATE SKIP LOCKED",
                    company.id,
                    syarat,
                    SEKALI,
                )
            )
            self.sudo().browse(pengaduan_id for (pengaduan_id,) in baris)._tulis({"sela": nilai})
            jumlah += len(baris)
        return jumlah

    # ------------------------------------------------------------------
    # Up, signed, back
    # ------------------------------------------------------------------

    def _kapan_ajukan_sela(self):
        if self.sela == "diajukan":
            return self.env._("The surat sela waits for its signature.")
        if self.sela == "terbit":
            return self.env._("The pelapor was sent a surat sela already.")
        if self.sela != "siap" or not self.kira_selesai:
            return self.env._("By the office's own figures this case will not miss its day.")
        return ""

    def action_ajukan_sela(self):
        """Hand up the interim letter; whoever signs it goes on to read it.

        :return: the paper to read, for its signatory
        """
        self._tempuh("ajukan_sela")
        surat_sudo = self._naskah_diajukan().filtered(lambda surat: surat.jenis == "sela")
        return self.action_baca_naskah() if surat_sudo.sudo(False).menunggu_saya else None

    def _kerjakan_ajukan_sela(self, jejak):
        pengaduan_sudo = self.sudo()
        pengaduan_sudo._tulis(
            {
                "sela": "diajukan",
                "sela_tanggal": self.env["dpmd.penugasan"]._hari_ini(),
                "sela_langkah": self._langkah_jalan(),
                "sela_janji": self.tenggat,
                "sela_perkiraan": self.kira_selesai,
            }
        )
        jejak.dokumen = self.env["dpmd.dokumen"]._susun("sela", pengaduan_sudo, self)
        jejak.dokumen._ajukan(jejak.waktu, penyusun=jejak.penugasan)
        jejak.keluaran = self.env._("Surat sela, handed up for signature")

    def _saat_sah(self, dokumen, jejak):
        if dokumen.jenis == "sela":
            self._kirim_sela(dokumen, jejak)
        elif dokumen.jenis == "laporan":
            (self | self._gabungan())._gugurkan_sela(jejak, dokumen)
        return super()._saat_sah(dokumen, jejak)

    def _kirim_sela(self, surat, jejak):
        """Send the signed letter by mail; without an address it is on the tracking page, and an officer hands it on."""
        pengaduan_sudo = self.sudo()
        pengaduan_sudo._tulis({"sela": "terbit"})
        pelapor_sudo = pengaduan_sudo.pelapor_ids
        bersurel = pelapor_sudo.email and pelapor_sudo.identitas != "anonim"
        surat._tulis({"disampaikan": jejak.waktu, "cara_sampai": "surel" if bersurel else "portal"})
        pelapor_sudo._kirim_surat(surat)
        petugas = self._pejabat_terbuka(PENGADMIN)[:1].user_id
        if petugas and not bersurel:
            kalimat = self.env._(
                "Hand the surat sela to the pelapor by WhatsApp or on paper: there is no e-mail address."
            )
            self._beri_kegiatan("mail.mail_activity_data_todo", petugas, kalimat)

    def _gugurkan_sela(self, jejak, laporan):
        """Void a surat sela that waits: the report is signed, so the answer comes instead."""
        alasan = self.env._("The report was signed before it, so the answer comes instead.")
        for pengaduan_sudo in self.sudo().filtered(lambda kasus: kasus.sela in ("siap", "diajukan")):
            surat_sudo = pengaduan_sudo._naskah_diajukan().filtered(lambda satu: satu.jenis == "sela")
            surat_sudo._batalkan(alasan)
            pengaduan_sudo._tulis({"sela": False})
            if surat_sudo and pengaduan_sudo not in laporan._perkara_sudo():  # the way of the lead writes its own card
                kalimat = self.env._("%(naskah)s is void", naskah=surat_sudo.display_name)
                pengaduan_sudo._catat(kalimat, alasan, penugasan=jejak.penugasan, dokumen_id=surat_sudo.id)

    def _saat_mundur(self, jejak, dokumen):
        if dokumen.jenis == "sela":
            self.sudo()._tulis({"sela": "siap"})
        return super()._saat_mundur(jejak, dokumen)

    def _saat_ditutup(self, jejak):
        if self.sela in ("siap", "diajukan"):
            self.sudo()._tulis({"sela": False})
        return super()._saat_ditutup(jejak)

    def _kerjakan_keberatan(self, jejak, alasan=""):
        hasil = super()._kerjakan_keberatan(jejak, alasan)
        jejak.kolom["sela"] = False  # another round, another promise
        return hasil
