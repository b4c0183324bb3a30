from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL

from .dpmd_penugasan import PELAKSANA
from .langkah import Langkah

BOLEH_BERUBAH = {"active", "tanggal_revisi", "state"}
NOMOR = [int(langkah) for langkah in Langkah if langkah != Langkah.TUNTAS]


class DpmdSop(models.Model):
    """A version of the written SOP; a case keeps the one it was registered under.

    A version is drafted, and put in force once it has exactly the steps that cases go.
    """

    _name = "dpmd.sop"
    _description = "SOP"
    _order = "tanggal_efektif desc, id desc"

    name = fields.Char(string="Title", required=True)
    nomor = fields.Char(string="SOP Number", required=True)
    unit_kerja = fields.Char(string="Section", help="Third line of the SOP's head, under government and office.")
    tanggal_pembuatan = fields.Date(string="Made on")
    tanggal_revisi = fields.Date(string="Revised on")
    tanggal_efektif = fields.Date(string="In force from", required=True)
    disahkan_oleh = fields.Char(string="Approved by", help="The jabatan.")
    disahkan_nama = fields.Char(string="Name of the approver")
    disahkan_nip = fields.Char(string="NIP of the approver", help="Written as in the SOP.")
    dasar_hukum = fields.Text(string="Legal Basis")
    kualifikasi = fields.Text(string="Qualifications")
    keterkaitan = fields.Text(string="Related SOPs")
    peralatan = fields.Text(string="Equipment")
    peringatan = fields.Text(string="Warning")
    pencatatan = fields.Text(string="Records")
    company_id = fields.Many2one("res.company", string="Office", index=True)
    langkah_ids = fields.One2many("dpmd.sop.langkah", "sop_id", string="Steps", copy=True)
    active = fields.Boolean(default=True)
    state = fields.Selection(
        [("konsep", "Draft"), ("berlaku", "In force")],
        string="Status",
        required=True,
        readonly=True,
        default="konsep",
        copy=False,
    )
    cacat = fields.Text(string="What is wrong", compute="_compute_cacat")

    def _init_column(self, column_name):
        if column_name == "state":  # versions that are older than this column were in force by their first day alone
            self.env.cr.execute(SQL("UPDATE %s SET state = 'berlaku' WHERE state IS NULL", SQL.identifier(self._table)))
        return super()._init_column(column_name)

    @api.depends("name", "nomor")
    def _compute_display_name(self):
        for sop in self:
            sop.display_name = f"{sop.name} ({sop.nomor})"

    @api.depends("langkah_ids.nomor", "langkah_ids.pelaksana", "langkah_ids.kegiatan", "tanggal_efektif", "company_id")
    def _compute_cacat(self):
        for sop in self:
            sop.cacat = "\n".join(sop._cacat() + sop._bentrok())

    @api.constrains("state", "active", "tanggal_efektif", "company_id", "langkah_ids")
    def _check_berlaku(self):
        for sop in self:
            if sop.state == "berlaku" and (cacat := sop._cacat() + sop._bentrok()):
                raise ValidationError(
                    self.env._("This SOP cannot be put in force:\n- %(cacat)s", cacat="\n- ".join(cacat))
                )

    def copy_data(self, default=None):
        # A new version is not in force before somebody has looked at it.
        nanti = fields.Date.add(self.env["dpmd.penugasan"]._hari_ini(), months=1)
        return super().copy_data({"tanggal_efektif": nanti, **(default or {})})

    def write(self, vals):
        if set(vals) - BOLEH_BERUBAH - {"langkah_ids"}:  # the steps guard themselves
            self._cek_boleh_diubah()
        if vals.get("state") == "konsep":
            self._cek_belum_dipakai()
        hasil = super().write(vals)
        if vals.keys() & {"active", "state"}:
            self._cek_masih_ada()
        return hasil

    def action_berlakukan(self):
        """Put a version in force, from its first day on.

        :raise AccessError: for anyone who may not change the SOP
        :raise ValidationError: it has not exactly the 17 steps of the flow, each with its pelaksana
        """
        self.write({"state": "berlaku"})

    def action_jadikan_konsep(self):
        """Take a version back to change it.

        :raise AccessError: for anyone who may not change the SOP
        :raise UserError: complaints were registered under it
        :raise ValidationError: no other version would be in force
        """
        self.write({"state": "konsep"})

    @api.model
    def action_buka(self):
        """Open the version that is in force today, to read and to print; the list where there is none."""
        aksi = self.env["ir.actions.act_window"]._for_xml_id("dpmd_pengaduan.action_sop")
        if sop := self._berlaku(self.env.company, self.env["dpmd.penugasan"]._hari_ini()):
            aksi.update(res_id=sop.id, views=[(False, "form")], view_mode="form")
        return aksi

    def _sop_langkah(self, nomor):
        """Return the row of a step; empty where the SOP has no such step.

        :param int nomor: 1 to 17
        """
        return next((langkah for langkah in self.langkah_ids if langkah.nomor == nomor), self.langkah_ids.browse())

    # ------------------------------------------------------------------
    # Whether cases can be worked by it
    # ------------------------------------------------------------------

    @api.model
    def _pelaksana_alur(self):
        """Return who takes each step of the flow, ``{number: jabatan}``; hook, filled where the flow is."""
        return {}

    def _cacat(self):
        """Return, in words, why no case can be worked by this version; empty when one can."""
        self.ensure_one()
        jumlah, alur = Counter(self.langkah_ids.mapped("nomor")), self._pelaksana_alur()
        hasil = []
        if kurang := [nomor for nomor in NOMOR if nomor not in jumlah]:
            hasil.append(self.env._("These steps are missing: %(nomor)s.", nomor=self._deret(kurang)))
        if asing := sorted(set(jumlah) - set(NOMOR)):
            hasil.append(self.env._("There are no such steps, only 1 to 17: %(nomor)s.", nomor=self._deret(asing)))
        if ganda := sorted(nomor for nomor, kali in jumlah.items() if kali > 1):
            hasil.append(self.env._("These steps stand there more than once: %(nomor)s.", nomor=self._deret(ganda)))
        if kosong := self.langkah_ids.filtered(lambda baris: not (baris.kegiatan or "").strip()):
            hasil.append(self.env._("These steps have no words: %(nomor)s.", nomor=self._deret(kosong.mapped("nomor"))))
        sebutan = dict(PELAKSANA)
        hasil += [
            self.env._(
                "Step %(nomor)s: its pelaksana is %(ini)s, but the work goes to %(alur)s.",
                nomor=baris.nomor,
                ini=sebutan.get(baris.pelaksana, "-"),
                alur=sebutan[alur[baris.nomor]],
            )
            for baris in self.langkah_ids.sorted("nomor")
            if baris.nomor in alur and baris.pelaksana != alur[baris.nomor]
        ]
        return hasil

    def _deret(self, nomor):
        return ", ".join(str(satu) for satu in nomor)

    def _bentrok(self):
        """Return, in words, why this version and another one would be in force at once; empty when they would not."""
        sehari = [
            ("id", "!=", self._origin.id),
            ("state", "=", "berlaku"),
            ("tanggal_efektif", "=", self.tanggal_efektif),
            ("company_id", "=", self.company_id.id),
        ]
        return [self.env._("Another version is in force from the same day on.")] if self.search(sehari, limit=1) else []

    def _dipakai(self):
        """Return whether a case was registered under this version; hook, filled where the cases are."""
        return False

    def _cek_belum_dipakai(self):
        """Raise when a case was registered under this version: its words are part of that case's record."""
        if self._dipakai():
            raise UserError(
                self.env._(
                    "Complaints were registered under this version of the SOP, so its words stay as they are. "
                    "Duplicate it, and give the new version its own first day."
                )
            )

    def _cek_boleh_diubah(self):
        """Raise unless this version is a draft that no case was registered under."""
        self._cek_belum_dipakai()
        if any(sop.state != "konsep" for sop in self):
            raise UserError(self.env._("This version is in force. Make it a draft again to change it."))

    def _cek_masih_ada(self):
        """Raise where an office would be left without any SOP to work by."""
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for company in (
            self.company_id or self.env["dpmd.instansi"].sudo().search([("company_id", "!=", False)]).company_id
        ):
            if not self.sudo()._berlaku(company, hari_ini):
                raise ValidationError(
                    self.env._(
                        "%(kantor)s would have no SOP in force. Put another version in force first.",
                        kantor=company.name,
                    )
                )

    def _berlaku(self, company, tanggal):
        """Return the SOP an office works by on a date: the newest whole one in force, else the first one there will be.

        :param company: the office
        :param date tanggal: a day of the office
        :return: empty only where no version is in force at all
        """
        utuh = self.search([("company_id", "in", [company.id, False]), ("state", "=", "berlaku")]).filtered(
            lambda sop: not sop._cacat()
        )
        return utuh.filtered(lambda sop: sop.tanggal_efektif <= tanggal)[:1] or utuh[-1:]
