from textwrap import shorten

from markupsafe import Markup
from odoo import api, fields, models
from odoo.fields import Domain

from ..kantor.dpmd_penugasan import PELAKSANA
from .alur import BARIS, KABID, KADIS, PENGADMIN, PSM, SEKRETARIS
from .dpmd_pengaduan import TAMAT
from .mail_activity import KEGIATAN


class DpmdPengaduan(models.Model):
    """The desk: whose turn it is, until when, what that person may press, and in words why not yet."""

    _inherit = "dpmd.pengaduan"

    aksi_boleh = fields.Char(compute="_compute_aksi", help="Keys of the steps this user may take now, for the buttons.")
    belum_bisa = fields.Html(string="Why not yet", compute="_compute_aksi", sanitize=False)
    saya_penyusun = fields.Boolean(compute="_compute_aksi")
    di_meja_saya = fields.Boolean(string="On my desk", compute="_compute_di_meja_saya", search="_search_di_meja_saya")
    perlu_konfirmasi = fields.Boolean(
        compute="_compute_aksi", help="A paper step in this user's name waits for a word."
    )

    @api.depends("state", "langkah", "bidang_id", "pelaksana_id", "tim_ids", "tanpa_rapat")
    @api.depends_context("uid")
    def _compute_aksi(self):
        for pengaduan in self:
            asal = pengaduan._origin
            aksi = asal._aksi_saya()
            kurang = [kalimat for kunci in aksi for kalimat in asal._kekurangan(kunci)]
            pengaduan.belum_bisa = (
                Markup("<ul class='mb-0'>%s</ul>")
                % Markup().join(Markup("<li>%s</li>") % kalimat for kalimat in dict.fromkeys(kurang))
                if kurang
                else False
            )
            pengaduan.saya_penyusun = asal._saya_penyusun()
            pengaduan.aksi_boleh = ",".join(f"[{kunci}]" for kunci in [*aksi, *asal._aksi_lain_saya()])
            pengaduan.perlu_konfirmasi = bool(asal._menunggu_konfirmasi())

    def _sebut_meja(self, jabatan):
        """Return a desk in words: the jabatan, and who holds it today where that is known."""
        self.ensure_one()
        label = dict(PELAKSANA).get(jabatan, "-")
        user = self.sudo().desk_user_id if jabatan == self.desk_jabatan else None
        return f"{label} ({user.name})" if user else label

    # ------------------------------------------------------------------
    # Meja Saya
    # ------------------------------------------------------------------

    def _domain_meja_saya(self):
        """Return the domain of the cases on this user's desk, on the case's own stored columns."""
        user = self.env.user
        return Domain.OR(
            [
                Domain("desk_jabatan", "=", PENGADMIN)
                & Domain("company_id", "in", user.dpmd_pengadmin_company_ids.ids),
                Domain("desk_jabatan", "=", KADIS) & Domain("company_id", "in", user.dpmd_kadis_company_ids.ids),
                Domain("desk_jabatan", "=", SEKRETARIS)
                & Domain("company_id", "in", user.dpmd_sekretaris_company_ids.ids),
                Domain("desk_jabatan", "=", KABID)
                & Domain("bidang_id", "in", user.dpmd_bidang_ids.ids)
                & Domain("company_id", "in", user.dpmd_kabid_company_ids.ids),
                Domain("desk_jabatan", "=", PSM) & Domain("pelaksana_id", "=", user.id),
            ]
        )

    def _compute_di_meja_saya(self):
        milik = self.filtered_domain(self._domain_meja_saya())
        for pengaduan in self:
            pengaduan.di_meja_saya = pengaduan in milik

    def _search_di_meja_saya(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._domain_meja_saya()
        return domain if True in value else ~domain

    @api.model
    def action_meja_saya(self):
        """Open the cases that wait for this user."""
        return self.env["ir.actions.act_window"]._for_xml_id("dpmd_pengaduan.action_meja_saya")

    # ------------------------------------------------------------------
    # Who must act: holder, activity
    # ------------------------------------------------------------------

    def _pemegang_meja(self):
        """Return the user whose desk a case is on today: an acting official before the definitive one."""
        self.ensure_one()
        if self.desk_jabatan == PSM:
            return self.pelaksana_id
        if not self.desk_jabatan or self.desk_jabatan == "pelapor":
            return self.env["res.users"]
        bidang = self.bidang_id if self.desk_jabatan == KABID else None
        return self.env["dpmd.penugasan"]._pejabat(self.desk_jabatan, self.company_id, bidang=bidang)[:1].user_id

    def _isi_meja(self):
        """Put the case on the desk of its holder: due date and the one activity for whoever must act."""
        for pengaduan in self.sudo():
            user = pengaduan._pemegang_meja()
            disposisi = pengaduan._disposisi_terbuka()
            target = pengaduan.sop_id.langkah_ids.filtered(
                lambda baris, p=pengaduan: baris.nomor == p.langkah
            ).waktu_jam
            tenggat = disposisi.tenggat or pengaduan.tenggat
            if pengaduan.state == "masuk":
                verifikasi_sudo = self.env["dpmd.tenggat"].sudo().search([("kode", "=", "verifikasi")])
                tenggat = verifikasi_sudo._jatuh_tempo(pengaduan.tanggal_terima, pengaduan.company_id) or tenggat
            if target and pengaduan.desk_sejak:
                habis = fields.Datetime.add(pengaduan.desk_sejak, hours=target)
                tenggat = fields.Datetime.context_timestamp(pengaduan.with_context(tz=pengaduan._zona()), habis).date()
            pengaduan._tulis({"desk_user_id": user.id, "desk_tenggat": tenggat})
            pengaduan._ganti_kegiatan(user, tenggat)

    def _ganti_kegiatan(self, user, tenggat):
        """Close the activity of the desk that is left and give one to the desk that must act."""
        self.ensure_one()
        kegiatan = self.activity_ids.filtered(lambda a: a.activity_type_id == self.env.ref(KEGIATAN))
        if kegiatan.user_id == user and len(kegiatan) == 1 and kegiatan.res_name:
            kegiatan.write({"date_deadline": tenggat or kegiatan.date_deadline, "summary": self._kegiatan_berikut()})
            return
        kegiatan.action_feedback()
        if user and self.state not in TAMAT:
            self.with_context(mail_activity_quick_update=True).activity_schedule(
                KEGIATAN, user_id=user.id, date_deadline=tenggat, summary=self._kegiatan_berikut()
            )

    def _kegiatan_berikut(self):
        """Return the next step of the case in the SOP's words, for the activity."""
        langkah = self.sop_id.langkah_ids.filtered(lambda baris: baris.nomor == self.langkah)
        return shorten(f"{self.langkah}. {langkah.kegiatan}", 120, placeholder="…") if langkah else ""

    @api.model
    def _segarkan_meja(self, companies):
        """Move open cases to the desks of today's holders, after appointments changed."""
        terbuka = self.sudo().search(
            [
                ("company_id", "in", companies.ids),
                ("state", "not in", TAMAT),
                ("desk_jabatan", "not in", (PSM, "pelapor", False)),
            ]
        )
        for pengaduan in terbuka:
            if pengaduan._pemegang_meja() != pengaduan.desk_user_id:
                pengaduan._isi_meja()

    # ------------------------------------------------------------------
    # Clocks
    # ------------------------------------------------------------------

    def _hitung_tenggat(self):
        """Set the promised date from the clock that runs in the present status: of several, the one that ends first."""
        jam = {tenggat.kode: tenggat for tenggat in self.env["dpmd.tenggat"].sudo().search([])}
        for pengaduan in self:
            berjalan = [
                (tanggal, jam[kode].id)
                for kode, mulai in pengaduan._jam_berjalan()
                if kode in jam and (tanggal := jam[kode]._jatuh_tempo(mulai, pengaduan.company_id))
            ]
            tanggal, tenggat_id = min(berjalan, default=(False, False))
            pengaduan._tulis({"tenggat_id": tenggat_id, "tenggat": tanggal})

    def _jam_berjalan(self):
        """Return the clocks that run in the present status: ``[(code, moment it started)]``."""
        self.ensure_one()
        if self.state in TAMAT:
            return []
        if self.state == "arsip":
            return [("pemberitahuan", self.tanggal_tanda_tangan)]
        if self.tanggal_keberatan:
            return [("putusan", self.tanggal_keberatan)]  # an objection is decided within the same time
        if self.tanggal_lengkap:
            kadar = "pengawasan" if self.jenis_id.pengawasan else "tanpa_pengawasan"
            return [("putusan", self.tanggal_lengkap), (kadar, self.tanggal_terima)]
        if self.tanggal_kurang:
            return [("melengkapi", self.tanggal_kurang)]
        return [("tanggapan", self.tanggal_terima)]

    # ------------------------------------------------------------------
    # Opening a case
    # ------------------------------------------------------------------

    def action_dibuka(self):
        """Stamp that the official whose desk the case is on has opened it: read receipt, and SOP step 4.

        Called by the form when it opens; does nothing for anyone else.
        """
        self.ensure_one()
        self.check_access("read")
        if not self.filtered_domain(self._domain_meja_saya()):
            return False
        disposisi_sudo = self.sudo()._disposisi_terbuka()
        if disposisi_sudo and not disposisi_sudo.dibaca:
            disposisi_sudo._tulis({"dibaca": fields.Datetime.now(), "state": "dibaca"})
        if self._giliran(BARIS["terima_kadis"]) and self._pelaku(BARIS["terima_kadis"]):
            self.action_terima_kadis()
            return True
        return False

    def _disposisi_terbuka(self):
        """Return the order that put the case on its present desk."""
        return self.disposisi_ids.filtered(lambda d: d.state in ("baru", "dibaca"))[:1]

    def _beri_tahu_petugas(self, kegiatan, kalimat):
        """Put a notice before the Pengadministrasi Umum; one that is there already is not repeated.

        :param str kegiatan: xmlid of the type of activity
        :param str kalimat: what happened, in words that tell nothing of who complained
        """
        jenis = self.env.ref(kegiatan)
        for pengaduan_sudo in self.sudo():
            ada = pengaduan_sudo.activity_ids.filtered(
                lambda satu: satu.activity_type_id == jenis and satu.summary == kalimat
            )
            tugas = self.env["dpmd.penugasan"]._pejabat("pengadministrasi_umum", pengaduan_sudo.company_id)[:1]
            if tugas and not ada:
                pengaduan_sudo.with_context(mail_activity_quick_update=True).activity_schedule(
                    kegiatan,
                    user_id=tugas.user_id.id,
                    summary=kalimat,
                    date_deadline=self.env["dpmd.penugasan"]._hari_ini(),
                )
