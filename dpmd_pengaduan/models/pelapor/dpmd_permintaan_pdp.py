from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL

from ..dasar.dpmd_terjaga import hanya_tambah
from ..perkara.alur import KADIS, PENGADMIN

BATAS = timedelta(hours=72)  # 3 × 24 hours: UU 27/2022 ps. 32, 40 and 46
PETUGAS_PDP = (PENGADMIN, KADIS)
# What is said when it comes in, and never again: the clock counts from it.
SAAT_MASUK = {"jenis", "pengaduan_id", "diterima", "permintaan"}
JENIS_PDP = [
    ("akses", "Access, with the trail of processing"),
    ("cabut", "Withdrawal of consent"),
    ("kebocoran", "Breach of personal data"),
]


class DpmdPermintaanPdp(models.Model):
    """A request of a pelapor about the own personal data, or a breach: due within 3 × 24 hours (UU 27/2022).

    It points at the case, as the identity does, so it tells nobody who that is. Once done it is final.
    """

    _name = "dpmd.permintaan.pdp"
    _description = "Personal Data Request"
    _inherit = ["dpmd.terjaga"]
    _induk = "pengaduan_id"
    _order = "state desc, batas, id"

    jenis = fields.Selection(JENIS_PDP, string="Kind", required=True, default="akses")
    pengaduan_id = fields.Many2one(
        "dpmd.pengaduan", string="Complaint", index="btree_not_null", ondelete="restrict", help="None for a breach."
    )
    company_id = fields.Many2one(
        "res.company", compute="_compute_company_id", store=True, precompute=True, index=True, ondelete="restrict"
    )
    diterima = fields.Datetime(string="Received", required=True, default=fields.Datetime.now)
    batas = fields.Datetime(string="Due", compute="_compute_batas", store=True, precompute=True, index=True)
    permintaan = fields.Text(
        string="What is asked, or happened", required=True, help="Without the name of the pelapor."
    )
    tindakan = fields.Text(string="What was done", help="Without the name of the pelapor.")
    bukti = fields.Binary(
        string="Evidence",
        attachment=True,
        groups="dpmd_pengaduan.group_pengadministrasi_umum",
        help="May show who the pelapor is: only the Pengadministrasi Umum opens it.",
    )
    bukti_nama = fields.Char(string="Evidence File", groups="dpmd_pengaduan.group_pengadministrasi_umum")
    state = fields.Selection(
        [("terbuka", "Open"), ("selesai", "Done")], string="Status", required=True, default="terbuka"
    )
    selesai = fields.Datetime(string="Done on")
    user_id = fields.Many2one("res.users", string="Done by", ondelete="restrict")
    sebutan = fields.Char(string="Jabatan")
    sisa = fields.Char(string="Clock", compute="_compute_sisa")
    terlambat = fields.Boolean(string="Late", compute="_compute_sisa")
    boleh_isi = fields.Boolean(compute="_compute_boleh_isi", compute_sudo=False)

    _kasus = models.Constraint(
        "CHECK(pengaduan_id IS NOT NULL OR jenis = 'kebocoran')", "Choose the complaint whose pelapor asks."
    )

    def init(self):
        hanya_tambah(self.env.cr, self._table, bila=SQL("OLD.selesai IS NOT NULL"))

    @api.depends("jenis", "pengaduan_id")
    def _compute_display_name(self):
        label = dict(self._fields["jenis"]._description_selection(self.env))
        for satu in self:
            kasus = satu.pengaduan_id.sudo().name or ""
            satu.display_name = f"{label.get(satu.jenis, '')} · {kasus}" if kasus else label.get(satu.jenis, "")

    @api.depends("pengaduan_id")
    def _compute_company_id(self):
        for satu in self:
            satu.company_id = satu.pengaduan_id.company_id or self.env.company

    @api.depends("diterima")
    def _compute_batas(self):
        for satu in self:
            satu.batas = satu.diterima and satu.diterima + BATAS

    @api.depends("batas", "selesai")
    def _compute_sisa(self):
        for satu in self:
            akhir = satu.selesai or fields.Datetime.now()
            jam = round((satu.batas - akhir).total_seconds() / 3600) if satu.batas else 0
            satu.terlambat = bool(satu.batas) and akhir > satu.batas
            if satu.terlambat:
                satu.sisa = self.env._("%(jam)s hours late", jam=-jam)
            else:
                satu.sisa = self.env._("in time") if satu.selesai else self.env._("%(jam)s hours left", jam=jam)

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_boleh_isi(self):
        for satu in self:
            satu.boleh_isi = not satu.id or satu._boleh_isi()

    @api.constrains("diterima")
    def _check_diterima(self):
        if any(satu.diterima > fields.Datetime.now() for satu in self):
            raise ValidationError(self.env._("It cannot have been received in the future."))

    # ------------------------------------------------------------------
    # What people write themselves (dpmd.terjaga)
    # ------------------------------------------------------------------

    def _kolom_isi(self):
        return SAAT_MASUK | {"tindakan", "bukti", "bukti_nama"}

    def write(self, vals):
        if SAAT_MASUK & set(vals):
            raise UserError(self.env._("What came in, and when, is not changed afterwards."))
        return super().write(vals)

    def _cek_boleh_isi(self, kolom=frozenset()):
        for satu in self:
            if satu.state == "selesai":
                raise UserError(self.env._("This is done. A new request begins a new line."))
            if not satu._penugasan():
                raise UserError(
                    self.env._("Personal data requests are handled by the Pengadministrasi Umum and the Kepala Dinas.")
                )

    def _penugasan(self):
        """Return under which appointment the user handles this today; empty when it is not the user's."""
        if self.pengaduan_id:
            return next(filter(None, map(self.pengaduan_id._penugasan_saya, PETUGAS_PDP)), self.env["dpmd.penugasan"])
        tugas = self.env["dpmd.penugasan"]._tugas_user(self.env.user, self.company_id)
        return tugas.filtered(lambda satu: satu.jabatan in PETUGAS_PDP)[:1]

    def action_selesai(self):
        """Say that what the law asks was done; nothing of it changes afterwards.

        :raise AccessError: the user may not read or write it
        :raise UserError: it is done already, is not the user's to handle, or says nothing of what was done
        """
        self.ensure_one()
        self.check_access("write")
        self._kunci()
        self._cek_boleh_isi()
        if not (self.tindakan or "").strip():
            raise UserError(self.env._("Write what was done first."))
        self._tulis(
            {
                "state": "selesai",
                "selesai": fields.Datetime.now(),
                "user_id": self.env.uid,
                "sebutan": self._penugasan().sebutan,
            }
        )

    def action_cetak_jejak(self):
        """Print the trail of processing for the pelapor who asks for it.

        :raise UserError: it is no request for access
        """
        self.ensure_one()
        self.check_access("read")
        if self.jenis != "akses":
            raise UserError(self.env._("The trail is printed for a request for access."))
        return self.env.ref("dpmd_pengaduan.report_jejak_pdp").report_action(self)
