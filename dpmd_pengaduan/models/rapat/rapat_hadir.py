import base64
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from .pindaian import baca_pindaian

LEBIH_AWAL = timedelta(hours=1)  # people come before a meeting begins


class DpmdRapat(models.Model):
    """Who came: when the daftar hadir is open, and the scan of one signed on paper (SOP step 10)."""

    _inherit = "dpmd.rapat"

    pindaian_daftar_hadir = fields.Binary(
        string="Scan of the daftar hadir", attachment=True, help="The list that was signed on paper: PDF or photo."
    )
    pindaian_daftar_oleh_id = fields.Many2one("res.users", string="Scanned by", ondelete="restrict")
    pindaian_daftar_pada = fields.Datetime(string="Scanned on")
    kehadiran_terbuka = fields.Boolean(compute="_compute_kehadiran_terbuka")

    @api.depends("state", "mulai")
    def _compute_kehadiran_terbuka(self):
        for rapat in self:
            rapat.kehadiran_terbuka = not rapat._sebab_kehadiran_tertutup()

    def _sebab_kehadiran_tertutup(self):
        """Return why attendance cannot be settled now, in words; empty while it can."""
        self.ensure_one()
        if self.state != "diundang":
            return self.env._("The daftar hadir of this meeting is closed.")
        if fields.Datetime.now() < self.mulai - LEBIH_AWAL:
            return self.env._("The daftar hadir opens one hour before the meeting starts.")
        return ""

    def _cek_kehadiran_terbuka(self):
        for rapat in self:
            if sebab := rapat._sebab_kehadiran_tertutup():
                raise UserError(sebab)

    def _kehadiran_kurang(self):
        """Return what is missing, in words, before the attendance of meetings is settled."""
        return list(dict.fromkeys(kurang for satu in self.peserta_ids if (kurang := satu._kehadiran_kurang())))

    def _kolom_isi(self):
        """Add the scan to what is filled in on a meeting; none is made with it, so no default brings one along."""
        return super()._kolom_isi() | ({"pindaian_daftar_hadir"} if self else set())

    def _cek_boleh_isi(self, kolom=frozenset()):
        if "pindaian_daftar_hadir" in kolom:
            self._cek_kehadiran_terbuka()
        return super()._cek_boleh_isi(kolom)

    def write(self, vals):
        if "pindaian_daftar_hadir" not in vals:
            return super().write(vals)
        ada = bool(vals["pindaian_daftar_hadir"])
        if ada:
            isi, _mimetype, _akhiran = baca_pindaian(self.company_id[:1], vals["pindaian_daftar_hadir"])
            vals = {**vals, "pindaian_daftar_hadir": base64.b64encode(isi)}
        result = super().write(vals)
        self._tulis(
            {"pindaian_daftar_oleh_id": ada and self.env.uid, "pindaian_daftar_pada": ada and fields.Datetime.now()}
        )
        return result
