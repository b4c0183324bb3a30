import secrets
from datetime import datetime, time, timedelta

import pytz
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..dasar.izin import berizin
from ..kantor.hari import zona
from ..perkara.alur import KABID

JADWAL = {"mulai", "selesai", "tempat", "agenda", "pimpinan_user_id", "sidang"}
NOTULEN = {"pencatat_user_id", "notulen_pembukaan", "notulen_pembahasan", "notulen_kesimpulan"}


class DpmdRapat(models.Model):
    """The meeting of a case (SOP steps 9 and 10), around one event of the Odoo calendar."""

    _name = "dpmd.rapat"
    _description = "Rapat"
    _inherit = ["dpmd.terjaga", "dpmd.lembar"]
    _induk = "pengaduan_id"
    _order = "mulai desc, id desc"

    name = fields.Char(compute="_compute_name", store=True, precompute=True)
    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one(
        "res.company", related="pengaduan_id.company_id", store=True, precompute=True, index=True, ondelete="restrict"
    )
    putaran = fields.Integer(string="Round", compute="_compute_putaran", store=True, precompute=True)
    sidang = fields.Selection(
        [("bersama", "All parties"), ("pelapor", "Pelapor only"), ("terlapor", "Terlapor only")],
        string="Sitting",
        required=True,
        default="bersama",
    )
    mulai = fields.Datetime(string="Start", required=True, index=True, default=lambda self: self._default_mulai())
    selesai = fields.Datetime(
        string="End", required=True, compute="_compute_selesai", store=True, readonly=False, precompute=True
    )
    tempat = fields.Char(string="Place")  # it and the agenda are needed for the undangan, not for a draft
    agenda = fields.Text()
    pimpinan_user_id = fields.Many2one(
        "res.users",
        string="Led by",
        compute="_compute_pimpinan_user_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
        help="May read the case while the meeting is open.",
    )
    pencatat_user_id = fields.Many2one(
        "res.users", string="Minutes by", ondelete="restrict", default=lambda self: self.env.user
    )
    event_id = fields.Many2one("calendar.event", string="Calendar Event", index="btree_not_null", ondelete="restrict")
    peserta_ids = fields.One2many("dpmd.rapat.peserta", "rapat_id", string="Invitees")
    notulen_pembukaan = fields.Text(string="1. Opening")
    notulen_pembahasan = fields.Text(string="2. Discussion")
    notulen_kesimpulan = fields.Text(string="3. Conclusion")
    state = fields.Selection(
        [("draf", "Draft"), ("diundang", "Invited"), ("selesai", "Held"), ("batal", "Cancelled")],
        string="Status",
        required=True,
        default="draf",
        index=True,
    )
    token = fields.Char(groups="base.group_system", default=lambda self: secrets.token_urlsafe(24))
    dokumen_ids = fields.One2many("dpmd.dokumen", "res_id", string="Papers", domain=[("res_model", "=", "dpmd.rapat")])
    berita_acara_ids = fields.One2many("dpmd.berita.acara", "rapat_id")
    rel = fields.Json(related="pengaduan_id.rel", related_sudo=False)
    hadir_count = fields.Integer(string="Present", compute="_compute_hadir_count")
    boleh_isi = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_berita_acara = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_notulen = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_tunda = fields.Boolean(compute="_compute_boleh", compute_sudo=False)

    _urutan_waktu = models.Constraint("CHECK(selesai > mulai)", "A meeting ends after it starts.")

    @api.model
    def _default_mulai(self):
        """Propose the third working day from now, at nine in the office's time."""
        kantor = pytz.timezone(zona(self.env.company))
        besok = datetime.combine(datetime.now(kantor).date() + timedelta(days=1), time())
        hari = self.env.company.resource_calendar_id.plan_days(3, kantor.localize(besok), compute_leaves=True)
        pagi = datetime.combine((hari or besok + timedelta(days=2)).date(), time(9))
        return kantor.localize(pagi).astimezone(pytz.utc).replace(tzinfo=None)

    @api.depends("pengaduan_id")  # the round it was prepared in; a later round leaves it as it is
    def _compute_putaran(self):
        for rapat in self:
            rapat.putaran = rapat.pengaduan_id.putaran

    @api.depends("pengaduan_id")
    def _compute_pimpinan_user_id(self):
        """Propose whoever is Kepala Bidang of the case today, or acts in that place."""
        for rapat in self:
            kabid_sudo = rapat.pengaduan_id._pejabat_terbuka(KABID)
            rapat.pimpinan_user_id = rapat.pimpinan_user_id or kabid_sudo[:1].user_id

    @api.depends("mulai")
    def _compute_selesai(self):
        """Propose two hours; an end that still fits the moved start stays."""
        for rapat in self:
            lama = rapat.selesai - rapat.mulai if rapat.mulai and rapat.selesai else timedelta()
            if rapat.mulai and not timedelta() < lama <= timedelta(hours=12):
                rapat.selesai = rapat.mulai + timedelta(hours=2)

    @api.depends("mulai")
    def _compute_name(self):
        for rapat in self:
            tanggal = fields.Datetime.context_timestamp(rapat, rapat.mulai) if rapat.mulai else False
            rapat.name = f"Rapat koordinasi {tanggal:%d-%m-%Y}" if tanggal else "Rapat koordinasi"

    @api.depends("peserta_ids.kehadiran")
    def _compute_hadir_count(self):
        for rapat in self:
            rapat.hadir_count = len(rapat._peserta_hadir())

    def _peserta_hadir(self):
        """Return the invitees who came, in person or by a deputy: those who sign the berita acara."""
        return self.peserta_ids.filtered(lambda peserta: peserta.kehadiran in ("hadir", "diwakili"))

    def _bahan_kegiatan(self, surat):
        """Return the meeting as one sentence of the report: when, where, about what, led by whom, how many came."""
        self.ensure_one()
        pimpinan = f", dipimpin oleh {self.pimpinan_user_id.name}" if self.pimpinan_user_id else ""
        return (
            f"Rapat koordinasi pada hari {surat.hari_tanggal(self.mulai)} di {self.tempat}{pimpinan}, dengan acara "
            f"{self.agenda.rstrip(' .')}; hadir {len(self._peserta_hadir())} dari {len(self.peserta_ids)} undangan."
        )

    # ------------------------------------------------------------------
    # Writing (dpmd.terjaga) and the calendar
    # ------------------------------------------------------------------

    @api.constrains("pimpinan_user_id", "pencatat_user_id")
    def _check_terlapor(self):
        for rapat in self:
            rapat.pengaduan_id._tolak_tertutup(rapat.pimpinan_user_id | rapat.pencatat_user_id)

    def _kolom_isi(self):
        return JADWAL | NOTULEN | {"pengaduan_id", "peserta_ids"}

    def _cek_boleh_isi(self, kolom=frozenset()):
        if "pimpinan_user_id" in kolom:
            self._cek_pimpinan()
        for rapat in self:
            pengaduan = rapat.pengaduan_id
            if kolom and kolom <= NOTULEN and rapat._notulen_terbuka():
                continue
            if rapat.state in ("selesai", "batal"):
                raise UserError(self.env._("The meeting is over; its records stay as they are."))
            saya = pengaduan._saya_penyusun() or rapat.pimpinan_user_id == self.env.user
            if pengaduan.state != "rapat" or not saya:
                raise UserError(self.env._("The meeting is prepared by the pelaksana or the team, at steps 9 and 10."))
            if rapat.state == "diundang" and JADWAL & set(kolom):
                raise UserError(
                    self.env._(
                        "The undangan of this meeting is out: time, place, agenda, sitting and chair stay as it says. "
                        "To change them, press “Postpone / change” and send a new undangan."
                    )
                )

    def _notulen_terbuka(self):
        """Return whether the notulen of a held meeting was sent back, and is the user's to correct."""
        pengaduan = self.pengaduan_id
        return (
            self.state == "selesai"
            and pengaduan.state == "berita_acara"
            and pengaduan._saya_penyusun()
            and not self.env["dpmd.dokumen"]._dari(self, "notulen")
        )

    def _cek_tambah_berkas(self):
        self._cek_boleh_isi()

    def _cek_pimpinan(self):
        """Raise unless the user drafts for the case: who leads a meeting reads the case, so no leader names one."""
        if not all(rapat.pengaduan_id._saya_penyusun() for rapat in self):
            raise UserError(self.env._("Who leads the meeting is named by the pelaksana or the team."))

    def write(self, vals):
        result = super().write(vals)
        if JADWAL & set(vals):
            self._selaraskan_kalender()
        if self._kolom_isi() & set(vals):
            self._periksa_undangan()
        return result

    def _periksa_undangan(self):
        """Void an undangan that was handed up and would print something else now."""
        for pengaduan in self.filtered(lambda rapat: rapat.state == "draf").pengaduan_id:
            pengaduan._gugurkan_ajuan()

    def _nilai_event(self):
        """Return the calendar values of a meeting: neutral words, attendees from the office only."""
        self.ensure_one()
        staf = self.peserta_ids.user_id | self.pimpinan_user_id | self.pencatat_user_id
        return {
            "name": self.env._("Rapat koordinasi"),
            "active": self.state == "diundang",
            "start": self.mulai,
            "stop": self.selesai,
            "location": self.tempat,
            "privacy": "private",
            "user_id": (self.pencatat_user_id or self.pengaduan_id.sudo().pelaksana_id).id,
            "dpmd_rapat_id": self.id,
            "partner_ids": [fields.Command.set(staf.partner_id.ids)],
        }

    def _selaraskan_kalender(self):
        """Bring the events in step with their meetings; makes the event of a meeting that has been called."""
        for rapat in self:
            nilai = rapat._nilai_event()
            event_sudo = rapat.event_id.sudo()
            if event_sudo:
                nilai.pop("user_id")
                berizin(event_sudo).write(nilai)
            elif rapat.state == "diundang":
                # Without active_model: the case has its own activity, the calendar shall not add another to it.
                event_sudo = event_sudo.with_context(
                    no_mail_to_attendees=True, skip_contact_description=True, active_model=None, active_id=None
                )
                rapat.sudo()._tulis({"event_id": berizin(event_sudo).create(nilai).id})

    # ------------------------------------------------------------------
    # Buttons
    # ------------------------------------------------------------------

    def action_ajukan_undangan(self):
        """Step 9: hand the undangan up for signature. A further sitting of the same case is called the same way."""
        self.ensure_one()
        return self.pengaduan_id.action_ajukan_undangan(self.id)

    def action_batal(self, alasan=None):
        """Call a meeting off, with a reason; another may be called.

        :raise UserError: without a reason, or when it was held already
        """
        self.ensure_one()
        self.check_access("write")
        self._cek_boleh_isi()
        if sebab := self._sebab_tetap():
            raise UserError(sebab)
        if not alasan:
            raise UserError(self.env._("Say why the meeting is called off."))
        for undangan in self.pengaduan_id._naskah_diajukan().filtered(
            lambda dokumen: dokumen._sumber_sudo() == self.sudo()
        ):
            self.pengaduan_id._tempuh("gugur_naskah", dokumen=undangan, alasan=alasan)
        self.sudo()._batalkan_rapat(alasan)
        self.pengaduan_id._catat(self.env._("Meeting called off"), alasan)

    def _batalkan_rapat(self, alasan):
        """Call meetings off: out of the calendar, their papers void; for the flow only (superuser records)."""
        self._tulis({"state": "batal"})
        self._cabut_undangan(alasan)

    def _cabut_undangan(self, alasan):
        """Take called meetings out of the calendar, void their papers and tell the invitees (superuser records)."""
        for rapat in self.filtered(lambda satu: satu.event_id.active):
            rapat._kirim_pembatalan()
        berizin(self.event_id).write({"active": False})
        self.dokumen_ids.filtered(lambda dokumen: dokumen.state not in ("diganti", "batal"))._batalkan(alasan)

    def _panggil(self, undangan):
        """Call the meeting whose undangan was signed: into the calendar, and a mail to every invitee with an address.

        :param undangan: the paper, frozen
        """
        self.ensure_one()
        self._tulis({"state": "diundang"})
        self._selaraskan_kalender()
        self._kirim_undangan(undangan)

    def _kirim_undangan(self, dokumen):
        """Mail the undangan to the invitees; hook, filled where the mails are."""

    def _kirim_pembatalan(self):
        """Tell the invitees by mail that the meeting is put off or called off; hook, filled where the mails are."""

    @api.depends("state", "pengaduan_id.state", "pimpinan_user_id")
    @api.depends_context("uid")
    def _compute_boleh(self):
        for rapat in self:
            rapat.boleh_isi = rapat._boleh_isi()
            rapat.boleh_notulen = rapat.boleh_isi or rapat._notulen_terbuka()
            rapat.boleh_tunda = (
                rapat.state == "diundang" and rapat.pengaduan_id._saya_penyusun() and not rapat._sebab_tetap()
            )
            rapat.boleh_berita_acara = (
                rapat.state == "selesai"
                and not rapat.berita_acara_ids
                and rapat.pengaduan_id.state == "berita_acara"
                and rapat.pengaduan_id._saya_penyusun()
            )
