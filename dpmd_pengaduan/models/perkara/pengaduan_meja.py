from textwrap import shorten

from odoo import api, fields, models
from odoo.fields import Domain

from ..dasar.izin import berizin
from .alur import ALUR, KABID, KADIS, PENGADMIN, PSM, SEKRETARIS, TAMAT
from .mail_activity import KEGIATAN


class DpmdPengaduan(models.Model):
    """The desk: who must act on a case, and until when."""

    _inherit = "dpmd.pengaduan"

    di_meja_saya = fields.Boolean(string="On my desk", compute="_compute_di_meja_saya", search="_search_di_meja_saya")

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
        return self._pejabat_terbuka(self.desk_jabatan)[:1].user_id

    def _isi_meja(self, user=None, pindah=True):
        """Put the case on the desk of its holder: due dates and the one activity for whoever must act.

        :param user: the holder, where that one was looked up before
        :param bool pindah: whether the case comes onto the desk; its clocks stay where only the holder changes
        """
        for pengaduan in self.sudo():
            pemegang = pengaduan._pemegang_meja() if user is None else user
            jam = pengaduan._nilai_jam() if pindah else {}
            pengaduan._tulis({**jam, "desk_user_id": pemegang.id})
            pengaduan._ganti_kegiatan(pemegang, pengaduan.desk_tenggat)

    def _ganti_kegiatan(self, user, tenggat):
        """Close the activity of the desk that is left and give one to the desk that must act.

        It closes without a word: what was done stands on the card, and a case may also have come back.
        """
        self.ensure_one()
        kegiatan = self._kegiatan(KEGIATAN)
        if kegiatan.user_id == user and len(kegiatan) == 1 and kegiatan.res_name:
            kegiatan.write({"date_deadline": tenggat or kegiatan.date_deadline, "summary": self._kegiatan_berikut()})
            return
        berizin(kegiatan).unlink()
        if user and self.state not in TAMAT:
            self._beri_kegiatan(KEGIATAN, user, self._kegiatan_berikut(), tenggat=tenggat)

    def _kegiatan(self, xmlid):
        """Return the activities of a type on the case (superuser)."""
        jenis = self.env.ref(xmlid)
        return self.sudo().activity_ids.filtered(lambda kegiatan: kegiatan.activity_type_id == jenis)

    def _tutup_kegiatan(self, xmlid, user=None):
        """Close the activities of a type, of everybody or of one user, without a word: the card says what was done."""
        kegiatan = self._kegiatan(xmlid)
        berizin(kegiatan.filtered(lambda satu: satu.user_id == user) if user else kegiatan).unlink()

    def _beri_kegiatan(self, xmlid, user, kalimat, tenggat=None, catatan=""):
        """Put something before a person, without a mail.

        :param date tenggat: default today at the office, which is not the day at Greenwich
        """
        self.sudo().with_context(mail_activity_quick_update=True).activity_schedule(
            xmlid,
            user_id=user.id,
            date_deadline=tenggat or self.env["dpmd.penugasan"]._hari_ini(),
            summary=kalimat,
            note=catatan,
        )

    def _kegiatan_berikut(self):
        """Return the next step of the case in the SOP's words, for the activity."""
        langkah = self.sop_id._sop_langkah(self.langkah)
        return shorten(f"{self.langkah}. {langkah.kegiatan}", 120, placeholder="…") if langkah else ""

    def _beri_tahu_petugas(self, kegiatan, kalimat):
        """Put a notice before the Pengadministrasi Umum; one that is there already is not repeated.

        :param str kegiatan: xmlid of the type of activity
        :param str kalimat: what happened, in words that tell nothing of who complained
        """
        for pengaduan_sudo in self.sudo():
            tugas = pengaduan_sudo._pejabat_terbuka(PENGADMIN)[:1]
            ada = pengaduan_sudo._kegiatan(kegiatan).filtered(lambda satu: satu.summary == kalimat)
            if tugas and not ada:
                pengaduan_sudo._beri_kegiatan(kegiatan, tugas.user_id, kalimat)

    @api.model
    def _segarkan_meja(self, companies):
        """Move open cases to the desks of today's holders, after appointments changed."""
        for pengaduan in self.sudo().search(self._domain_segarkan(companies) & Domain("state", "not in", TAMAT)):
            user = pengaduan._taruh(pengaduan._meja_asli())
            if user != pengaduan.desk_user_id:
                pengaduan._isi_meja(user, pindah=False)
        self._segarkan_konfirmasi_kantor(companies)

    @api.model
    def _domain_segarkan(self, companies):
        """Return the domain of the cases whose desk may have another holder than before."""
        return Domain("company_id", "in", companies.ids) & Domain("desk_jabatan", "not in", (PSM, "pelapor", False))

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
        jalan = ALUR["terima_kadis"]
        if not self._sebab_belum(jalan) and self._pelaku(jalan):
            self._tempuh(jalan.kunci)
            return True
        return False

    def _disposisi_terbuka(self):
        """Return the order that put the case on its present desk."""
        return self.disposisi_ids.filtered(lambda d: d.state in ("baru", "dibaca"))[:1]
