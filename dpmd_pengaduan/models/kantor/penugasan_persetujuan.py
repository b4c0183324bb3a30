from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import format_datetime

from ..dasar.izin import berizin
from .hari import zona

PENENTU = ("kepala_dinas", "sekretaris_dinas", "pengawas")  # who is appointed by two, and who confirms
SAH = ("tidak_perlu", "disetujui")
PUTUSAN = ("persetujuan", "diputus_oleh_id", "diputus_pada", "alasan_tolak")  # written here and nowhere else
KEGIATAN = "dpmd_pengaduan.activity_persetujuan"


class DpmdPenugasan(models.Model):
    """Nobody appoints himself: what needs a second person is not in force until that one confirms it."""

    _inherit = "dpmd.penugasan"

    persetujuan = fields.Selection(
        [
            ("tidak_perlu", "Not needed"),
            ("menunggu", "Waits for a second person"),
            ("disetujui", "Confirmed by a second person"),
            ("ditolak", "Declined"),
        ],
        string="Confirmation",
        required=True,
        readonly=True,
        default="tidak_perlu",
        copy=False,
        tracking=True,
    )
    diputus_oleh_id = fields.Many2one(
        "res.users", string="Decided by", readonly=True, copy=False, ondelete="restrict", tracking=True
    )
    diputus_pada = fields.Datetime(string="Decided on", readonly=True, copy=False)
    alasan_tolak = fields.Char(string="Declined because", readonly=True, copy=False)
    keterangan_persetujuan = fields.Char(compute="_compute_keterangan_persetujuan")
    boleh_diputus = fields.Boolean(compute="_compute_boleh_diputus")

    @api.model
    def _domain_sah(self):
        """Return the domain of the appointments that wait for nobody and were not declined."""
        return Domain("persetujuan", "in", SAH)

    @api.model
    def _masih_disiapkan(self, company):
        """Return whether an office is still being set up, so that no second person is needed; hook of the cases."""
        return True

    def _cek_putusan(self, vals):
        """Raise where values speak of the confirmation, which is given by its button only."""
        if vals.keys() & set(PUTUSAN):
            raise UserError(self.env._("An appointment is confirmed or declined by a second person, not written."))

    def _putusan_awal(self):
        """Return the columns of the confirmation for an appointment that is about to be made by this user."""
        # What runs as the superuser (an import on the server, a scheduled action) is nobody's hand.
        sendiri = self.env.uid in (SUPERUSER_ID, *self.user_id.ids)
        perlu = (sendiri or self.jabatan in PENENTU) and not self._masih_disiapkan(self.company_id)
        return {**dict.fromkeys(PUTUSAN, False), "persetujuan": "menunggu" if perlu else "tidak_perlu"}

    def _penyetuju(self):
        """Return the appointments under which somebody may confirm this one today (superuser)."""
        self.ensure_one()
        pejabat_sudo = self._pejabat_sudo().filtered(
            lambda tugas: tugas.company_id == self.company_id and tugas.jabatan in PENENTU
        )
        return pejabat_sudo.filtered(lambda tugas: tugas.user_id not in self.sudo().create_uid | self.user_id)

    @api.depends_context("uid")
    @api.depends("persetujuan")
    def _compute_boleh_diputus(self):
        for tugas in self:
            tugas.boleh_diputus = tugas.persetujuan == "menunggu" and self.env.user in tugas._penyetuju().user_id

    @api.depends("persetujuan")
    def _compute_keterangan_persetujuan(self):
        for tugas in self:
            menunggu = tugas.persetujuan == "menunggu"
            tugas.keterangan_persetujuan = tugas._sebut_menunggu() if menunggu else tugas._sebut_putusan()

    def _sebut_menunggu(self):
        if penyetuju := self._penyetuju():
            return self.env._(
                "Not in force: it waits until a second person confirms it: %(siapa)s.",
                siapa=", ".join(penyetuju.mapped("display_name")),
            )
        return self.env._(
            "Not in force: it waits until a second person confirms it, and nobody in office today can. That takes a "
            "Kepala Dinas, Sekretaris Dinas or Pengawas who neither made this appointment nor is appointed by it."
        )

    def _sebut_putusan(self):
        if not self.diputus_oleh_id:
            return False
        oleh = self.sudo().diputus_oleh_id.name
        pada = format_datetime(self.env, self.diputus_pada, tz=zona(self.company_id), dt_format="d MMM yyyy, HH.mm")
        if self.persetujuan == "disetujui":
            return self.env._("Confirmed by %(oleh)s on %(pada)s.", oleh=oleh, pada=pada)
        return self.env._(
            "Declined by %(oleh)s on %(pada)s, never in force: %(alasan)s",
            oleh=oleh,
            pada=pada,
            alasan=self.alasan_tolak,
        )

    def action_setujui(self):
        """Confirm an appointment that somebody else made for somebody else; from then on it is in force.

        :raise AccessError: the user is not Kadis, Sekretaris or Pengawas today, made it, or is appointed by it
        :raise UserError: it waits for nobody (any more)
        """
        self._putuskan({"persetujuan": "disetujui"})

    def action_tolak(self, alasan=None):
        """Decline an appointment that waits; it ends and was never in force.

        :param str alasan: why
        :raise AccessError: as for confirming
        :raise UserError: it waits for nobody (any more), or no reason
        """
        self.ensure_one()
        alasan = alasan.strip() if isinstance(alasan, str) else ""
        if not alasan:
            raise UserError(self.env._("Give a reason."))
        sebelum_mulai = fields.Date.subtract(self.date_from, days=1)
        self._putuskan({"persetujuan": "ditolak", "alasan_tolak": alasan, "date_to": sebelum_mulai})

    def _putuskan(self, vals):
        self.ensure_one()
        self.check_access("read")
        if self.persetujuan != "menunggu":
            raise UserError(self.env._("This appointment does not wait for a confirmation."))
        if self.env.user not in self._penyetuju().user_id:
            raise AccessError(
                self.env._(
                    "An appointment is confirmed or declined by the Kepala Dinas, Sekretaris Dinas or Pengawas in "
                    "office, but by none who made it or is appointed by it."
                )
            )
        berizin(self.sudo()).write({**vals, "diputus_oleh_id": self.env.uid, "diputus_pada": fields.Datetime.now()})

    @api.model
    def _minta_persetujuan(self, companies):
        """Put what waits before those who can confirm it today, and take away what no longer does."""
        jenis = self.env.ref(KEGIATAN)
        menunggu = Domain("persetujuan", "=", "menunggu")
        diminta = Domain("activity_ids", "any", [("activity_type_id", "=", jenis.id)])
        for tugas_sudo in self.sudo().search(Domain("company_id", "in", companies.ids) & (menunggu | diminta)):
            penyetuju = self.env["res.users"]
            if tugas_sudo.persetujuan == "menunggu":
                penyetuju = tugas_sudo._penyetuju().user_id
            ada = tugas_sudo.activity_ids.filtered(lambda kegiatan: kegiatan.activity_type_id == jenis)
            baru = penyetuju - ada.user_id
            berizin(ada.filtered(lambda kegiatan, siapa=penyetuju: kegiatan.user_id not in siapa)).unlink()
            for user in baru:
                tugas_sudo.with_context(mail_activity_quick_update=True, lang=user.lang).activity_schedule(
                    KEGIATAN, user_id=user.id, date_deadline=self._hari_ini(), summary=tugas_sudo.display_name
                )
