from odoo import fields, models
from odoo.exceptions import UserError

BOLEH_BERUBAH = {"active", "tanggal_revisi"}


class DpmdSop(models.Model):
    """A version of the written SOP; a case keeps the one it was registered under."""

    _name = "dpmd.sop"
    _description = "SOP"
    _order = "tanggal_efektif desc, id desc"

    name = fields.Char(string="Title", required=True)
    nomor = fields.Char(string="SOP Number", required=True)
    tanggal_pembuatan = fields.Date(string="Made on")
    tanggal_revisi = fields.Date(string="Revised on")
    tanggal_efektif = fields.Date(string="In force from", required=True)
    disahkan_oleh = fields.Char(string="Approved by")
    dasar_hukum = fields.Text(string="Legal Basis")
    kualifikasi = fields.Text(string="Qualifications")
    peralatan = fields.Text(string="Equipment")
    peringatan = fields.Text(string="Warning")
    pencatatan = fields.Text(string="Records")
    company_id = fields.Many2one("res.company", string="Office", index=True)
    langkah_ids = fields.One2many("dpmd.sop.langkah", "sop_id", string="Steps", copy=True)
    active = fields.Boolean(default=True)

    def copy_data(self, default=None):
        # A new version is not in force before somebody has looked at it.
        nanti = fields.Date.add(self.env["dpmd.penugasan"]._hari_ini(), months=1)
        return super().copy_data({"tanggal_efektif": nanti, **(default or {})})

    def write(self, vals):
        if set(vals) - BOLEH_BERUBAH - {"langkah_ids"}:  # the steps guard themselves
            self._cek_belum_dipakai()
        return super().write(vals)

    def _sop_langkah(self, nomor):
        """Return the row of a step; empty where the SOP has no such step.

        :param int nomor: 1 to 17
        """
        return next((langkah for langkah in self.langkah_ids if langkah.nomor == nomor), self.langkah_ids.browse())

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

    def _berlaku(self, company, tanggal):
        """Return the SOP in force for an office on a date; empty when none is."""
        return self.search([("company_id", "in", [company.id, False]), ("tanggal_efektif", "<=", tanggal)], limit=1)
