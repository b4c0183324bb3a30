from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ..dasar.izin import pakai_izin
from .hari import zona

JABATAN = [
    ("pengadministrasi_umum", "Pengadministrasi Umum"),
    ("kepala_dinas", "Kepala Dinas"),
    ("sekretaris_dinas", "Sekretaris Dinas"),
    ("kepala_bidang", "Kepala Bidang"),
    ("sub_koor_psm", "Sub Koor / PSM"),
    ("pengawas", "Pengawas"),
]
PELAKSANA = [("pelapor", "Pelapor"), *JABATAN[:-1]]  # the columns of the SOP
DI_BIDANG = ("kepala_bidang", "sub_koor_psm")
TUNGGAL = ("kepala_dinas", "sekretaris_dinas", "kepala_bidang")  # one definitive holder at a time
AWALAN = {"definitif": "", "plt": "Plt. ", "plh": "Plh. "}
# What an appointment is. Another person, jabatan or day is another appointment.
TETAP = ("user_id", "jabatan", "jenis", "bidang_id", "company_id", "date_from")


class DpmdPenugasan(models.Model):
    """Who holds which jabatan, and from when until when: the one place that says so.

    Groups, record rules, desks and signature blocks all follow from these rows.
    """

    _name = "dpmd.penugasan"
    _description = "Appointment"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "jabatan, date_from desc, id desc"

    user_id = fields.Many2one("res.users", required=True, index=True, ondelete="restrict", tracking=True)
    jabatan = fields.Selection(JABATAN, required=True, tracking=True)
    bidang_id = fields.Many2one("dpmd.bidang", ondelete="restrict", tracking=True)
    jenis = fields.Selection(
        [("definitif", "Definitif"), ("plt", "Plt."), ("plh", "Plh.")],
        string="Kind",
        required=True,
        default="definitif",
        tracking=True,
    )
    nama = fields.Char(string="Name with Titles", required=True, tracking=True)
    nip = fields.Char(string="NIP", tracking=True, help="18 digits")
    pangkat = fields.Char(string="Pangkat (Golongan)", tracking=True)
    nomor_surat = fields.Char(string="Letter of Appointment", tracking=True)
    date_from = fields.Date(string="From", required=True, default=lambda self: self._hari_ini(), tracking=True)
    date_to = fields.Date(
        string="Until",
        help="Last day; empty while open-ended. The day before the first one withdraws an appointment.",
        tracking=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="Office",
        required=True,
        index=True,
        default=lambda self: self.env.company,
        ondelete="restrict",
    )
    sebutan = fields.Char(string="Jabatan as printed", compute="_compute_sebutan")
    berlaku = fields.Boolean(string="In force", compute="_compute_berlaku", search="_search_berlaku")

    definitif_id = fields.Many2one("dpmd.penugasan", compute="_compute_definitif_id")
    peringatan = fields.Char(compute="_compute_peringatan")

    _periode = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from - 1)",
        "An appointment ends after it begins. To withdraw one, set the day before its first day.",
    )

    @api.model
    def _hari_ini(self):
        """Return today in the office's time zone, whatever the user's or the server's."""
        return fields.Date.context_today(self.with_context(tz=zona(self.env.company)))

    @api.depends("jabatan", "jenis", "bidang_id.name")
    def _compute_sebutan(self):
        label = dict(JABATAN)
        for tugas in self:
            sebutan = label.get(tugas.jabatan, "")
            if tugas.jabatan == "kepala_bidang" and tugas.bidang_id:
                sebutan = f"Kepala Bidang {tugas.bidang_id.name}"
            tugas.sebutan = AWALAN.get(tugas.jenis, "") + sebutan

    @api.depends("date_from", "date_to", "persetujuan")
    def _compute_berlaku(self):
        berlaku = self.filtered("date_from").filtered_domain(self._domain_pada(self._hari_ini()))
        for tugas in self:
            tugas.berlaku = tugas in berlaku

    def _search_berlaku(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._domain_pada(self._hari_ini())
        return domain if True in value else ~domain

    @api.depends("user_id", "jenis", "company_id", "date_from")
    def _compute_definitif_id(self):
        for tugas in self:
            tugas.definitif_id = tugas._definitif()

    def _definitif(self):
        """Return the definitive appointment of the same person, which NIP and pangkat of an acting one come from."""
        self.ensure_one()
        if self.jenis == "definitif":
            return self.browse()
        domain = self._domain_pada(self.date_from or self._hari_ini()) & Domain("jenis", "=", "definitif")
        domain &= Domain("user_id", "in", self.user_id.ids) & Domain("company_id", "in", self.company_id.ids)
        return self.sudo().search(domain, limit=1)

    @api.onchange("user_id", "jenis", "company_id", "date_from")
    def _onchange_definitif(self):
        if definitif := self._definitif():
            self.nip, self.pangkat = definitif.nip, definitif.pangkat

    @api.depends("jabatan", "jenis", "bidang_id", "company_id", "date_from", "date_to")
    def _compute_peringatan(self):
        for tugas in self:
            ganda = tugas._definitif_lain()
            tugas.peringatan = (
                self.env._(
                    "%(nama)s is %(sebutan)s in the same time. End one of the two; an absence takes a Plh. or Plt.",
                    nama=ganda[0].nama,
                    sebutan=ganda[0].sebutan,
                )
                if ganda
                else False
            )

    def _definitif_lain(self):
        """Return the other definitive appointments to the same jabatan whose time overlaps with this one."""
        self.ensure_one()
        if self.jabatan not in TUNGGAL or self.jenis != "definitif" or not self.date_from or self._ditarik():
            return self.browse()
        domain = Domain("date_to", "=", False) | Domain("date_to", ">=", self.date_from)
        if self.date_to:
            domain &= Domain("date_from", "<=", self.date_to)
        lain = self.search(
            domain
            & Domain(
                [
                    ("id", "!=", self._origin.id),
                    ("jabatan", "=", self.jabatan),
                    ("jenis", "=", "definitif"),
                    ("bidang_id", "=", self.bidang_id.id),
                    ("company_id", "=", self.company_id.id),
                ]
            )
        )
        return lain.filtered(lambda tugas: not tugas._ditarik())

    def _ditarik(self):
        """Return whether the appointment was withdrawn or declined: it ended before it began."""
        return bool(self.date_to and self.date_to < self.date_from)

    @api.depends("nama", "sebutan")
    def _compute_display_name(self):
        for tugas in self:
            tugas.display_name = f"{tugas.nama} ({tugas.sebutan})"

    @api.constrains("jabatan", "bidang_id", "company_id")
    def _check_bidang(self):
        for tugas in self:
            if tugas.jabatan in DI_BIDANG and not tugas.bidang_id:
                raise ValidationError(self.env._("%(jabatan)s needs a bidang.", jabatan=tugas.sebutan))
            if tugas.bidang_id.company_id and tugas.bidang_id.company_id != tugas.company_id:
                raise ValidationError(self.env._("The bidang belongs to another office."))

    @api.constrains("nip")
    def _check_nip(self):
        for tugas in self:
            if tugas.nip and not (tugas.nip.isdigit() and len(tugas.nip) == 18):
                raise ValidationError(self.env._("A NIP has 18 digits, without spaces."))

    @api.constrains("jenis", "date_to", "nomor_surat")
    def _check_pengganti(self):
        for tugas in self:
            if tugas.jenis != "definitif" and not (tugas.date_to and (tugas.nomor_surat or "").strip()):
                raise ValidationError(
                    self.env._(
                        "%(sebutan)s acts for a time, by a letter: give the last day and the number of the letter.",
                        sebutan=tugas.sebutan,
                    )
                )

    @api.constrains("user_id")
    def _check_user(self):
        for tugas in self:
            if tugas.user_id.share:
                raise ValidationError(self.env._("Only an internal user can hold a jabatan."))

    # ------------------------------------------------------------------
    # Who is it today
    # ------------------------------------------------------------------

    @api.model
    def _domain_pada(self, tanggal):
        """Return the domain of the appointments in force on a date: none that waits for a second person."""
        waktu = Domain("date_from", "<=", tanggal) & (Domain("date_to", "=", False) | Domain("date_to", ">=", tanggal))
        return waktu & self._domain_sah()

    @api.model
    def _pejabat(self, jabatan, company, bidang=None, user=None, tanggal=None):
        """Return the appointments to a jabatan in force on a date, an acting one first.

        :param str jabatan: a key of ``JABATAN``
        :param company: the office
        :param bidang: the division, for a jabatan that belongs to one
        :param user: only this user's
        :param date tanggal: default today
        :return: superuser recordset; the caller shows no more than name and jabatan
        """
        domain = self._domain_pada(tanggal or self._hari_ini())
        domain &= Domain("jabatan", "=", jabatan) & Domain("company_id", "=", company.id)
        if bidang is not None and jabatan in DI_BIDANG:
            domain &= Domain("bidang_id", "in", bidang.ids)
        if user is not None:
            domain &= Domain("user_id", "in", user.ids)
        penugasan_sudo = self.sudo().search(domain)
        return penugasan_sudo.sorted(lambda tugas: (tugas.jenis == "definitif", -tugas.date_from.toordinal()))

    @api.model
    def _tugas_user(self, user, company):
        """Return all appointments of a user in force today, the definitive one first (superuser).

        :param user: one user, or none
        :param company: the office
        """
        penugasan_sudo = self.sudo().search(
            self._domain_pada(self._hari_ini())
            & Domain("user_id", "in", user.ids)
            & Domain("company_id", "=", company.id)
        )
        return penugasan_sudo.sorted(lambda tugas: tugas.jenis != "definitif")

    @api.model
    def _pegawai(self, company):
        """Return the users who hold a jabatan of an office today."""
        berlaku_sudo = self.sudo().search(self._domain_pada(self._hari_ini()) & Domain("company_id", "=", company.id))
        return berlaku_sudo.user_id.sudo(False)

    @api.model
    def _milik_user(self, user, company, bidang=None):
        """Return the jabatan a person speaks under today: in the given bidang if any, else the definitive one.

        :param user: one user, or none
        :param company: the office
        :param bidang: the division the matter belongs to
        :return: superuser recordset of at most one appointment
        """
        return self._tugas_user(user, company).sorted(lambda tugas: not bidang or tugas.bidang_id != bidang)[:1]

    # ------------------------------------------------------------------
    # What follows from a change
    # ------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        sebelum = self._pejabat_sudo()
        penugasan = super().create([self._lengkapi(vals) for vals in vals_list])
        penugasan._setelah_berubah(sebelum, {})
        return penugasan

    def write(self, vals):
        penugasan, licensed = pakai_izin(self)
        penugasan.check_access("write")
        if not licensed:
            penugasan._cek_putusan(vals)
        penugasan._cek_tetap(vals)
        sebelum, lama = self._pejabat_sudo(), penugasan._potret()
        result = super(DpmdPenugasan, penugasan).write(vals)
        berubah = penugasan.filtered(lambda tugas: tugas._potret()[tugas.id] != lama[tugas.id])
        if berubah:
            berubah._setelah_berubah(sebelum, lama)
        return result

    @api.ondelete(at_uninstall=True)
    def _unlink_never(self):
        raise ValidationError(self.env._("An appointment is ended by its last day, never deleted."))

    def _lengkapi(self, vals):
        """Return the values of a new appointment with what nobody types: NIP and pangkat where known, the wait."""
        self._cek_putusan(vals)
        usulan = self.new(vals)
        definitif = usulan._definitif()
        dari_definitif = {"nip": definitif.nip, "pangkat": definitif.pangkat} if definitif else {}
        return {**vals, **dari_definitif, **usulan._putusan_awal()}

    def _cek_tetap(self, vals):
        """Raise where a write would make another appointment of a saved one."""
        for name in vals.keys() & {*TETAP, "date_to"}:
            field = self._fields[name]
            for tugas in self:
                lama, baru = field.convert_to_cache(tugas[name], tugas), field.convert_to_cache(vals[name], tugas)
                if name == "date_to":
                    if lama and (not baru or baru > lama):
                        raise UserError(
                            self.env._(
                                "The last day of an appointment is never moved later nor taken away. "
                                "Make another appointment."
                            )
                        )
                elif lama != baru:
                    raise UserError(
                        self.env._(
                            "%(kolom)s of a saved appointment never changes: end it by its last day, and make another.",
                            kolom=field._description_string(self.env),
                        )
                    )

    def _setelah_berubah(self, sebelum, lama):
        """Give and take groups, tell whom it concerns, ask for a confirmation that is missing, move the desks.

        :param sebelum: the appointments in force before the change (superuser)
        :param dict lama: ``_potret`` of before; empty for new appointments
        """
        self._selaraskan_grup(self.user_id)
        self._kabarkan(sebelum, lama)
        self._minta_persetujuan(self.company_id)
        self._segarkan_meja(self.company_id)

    @api.model
    def _segarkan_meja(self, companies):
        """Bring what waits for a holder to today's holders; hook, filled where the cases are."""

    @api.model
    def _selaraskan_grup(self, users):
        """Make group membership equal to the appointments in force today."""
        grup = {jabatan: self.env.ref(f"dpmd_pengaduan.group_{jabatan}") for jabatan, _label in JABATAN}
        meja, semua = (self.env.ref(f"dpmd_pengaduan.action_{nama}").sudo().id for nama in ("meja_saya", "pengaduan"))
        berlaku = self.sudo().search(Domain("user_id", "in", users.ids) & self._domain_pada(self._hari_ini()))
        for user_sudo in users.sudo():
            punya = set(berlaku.filtered(lambda t, u=user_sudo: t.user_id == u).mapped("jabatan"))
            perubahan = []
            for jabatan, group in grup.items():
                if (jabatan in punya) != (group in user_sudo.group_ids):
                    ubah = fields.Command.link if jabatan in punya else fields.Command.unlink
                    perubahan.append(ubah(group.id))
            if perubahan:
                user_sudo.write({"group_ids": perubahan})
            if punya and not user_sudo.action_id:  # whoever has a desk starts at it
                user_sudo.action_id = semua if punya == {"pengawas"} else meja
        self.env.registry.clear_cache()

    @api.model
    def _cron_selaraskan(self):
        """Just after midnight WITA: appointments that began or ended today."""
        penugasan_sudo = self.sudo().search([("date_from", "!=", False)])
        self._selaraskan_grup(penugasan_sudo.user_id)
        self._minta_persetujuan(penugasan_sudo.company_id)
        self._segarkan_meja(penugasan_sudo.company_id)
