from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class DpmdRapat(models.Model):
    """The check-in page of a meeting: what is signed on it now, and which officer may hold the tablet."""

    _inherit = "dpmd.rapat"

    boleh_layar = fields.Boolean(compute="_compute_boleh_layar", compute_sudo=False)

    @api.depends("state", "mulai", "selesai", "pimpinan_user_id", "pencatat_user_id", "berita_acara_ids.state")
    @api.depends_context("uid")
    def _compute_boleh_layar(self):
        for rapat in self:
            rapat.boleh_layar = bool(rapat._keperluan_layar() and rapat._petugas_layar())

    @api.model
    def _cari_token_sudo(self, token):
        """Return the meeting a check-in token opens now (superuser); empty where there is nothing to sign."""
        rapat_sudo = self.sudo().search([("token", "=", token or "-")], limit=1)
        return rapat_sudo.filtered(lambda rapat: rapat._keperluan_layar())

    def _keperluan_layar(self):
        """Return what is signed now: ``hadir`` on the day of the meeting, ``berita_acara``, or nothing."""
        self.ensure_one()
        if self.state == "diundang":
            return "" if self._sebab_kehadiran_tertutup() or self._hari_lewat() else "hadir"
        return "berita_acara" if self.berita_acara_ids._dokumen_terbuka() else ""

    def _hari_lewat(self):
        """Return whether the day of the meeting is over, where the office is."""
        setempat = self.with_context(tz=self.pengaduan_id._zona())
        hari_ini, hari = (
            fields.Datetime.context_timestamp(setempat, saat).date() for saat in (fields.Datetime.now(), self.selesai)
        )
        return hari_ini > hari

    def _petugas_layar(self):
        """Return under which appointment the user may hold the tablet (superuser); empty where he may not.

        They are the pelaksana and the team of the case, who leads the meeting, and who takes its minutes.
        """
        self.ensure_one()
        pengaduan = self.pengaduan_id
        if self.env.user in self.pimpinan_user_id | self.pencatat_user_id:
            return self.env["dpmd.penugasan"]._milik_user(self.env.user, self.company_id, pengaduan.sudo().bidang_id)
        return pengaduan._penugasan_penyusun()

    def action_layar(self):
        """Open the check-in page on this device, to be handed round.

        :raise AccessError: the user is not one who may hold the tablet
        :raise UserError: nothing is signed now
        """
        self.ensure_one()
        self.check_access("read")
        if not self._petugas_layar():
            raise AccessError(
                self.env._("The tablet is held by the pelaksana, the team, the chair or who takes the minutes.")
            )
        if not self._keperluan_layar():
            raise UserError(
                self.env._(
                    "Nothing is signed on the screen now: the daftar hadir is open from one hour before the meeting "
                    "until the end of its day, the berita acara while it is being signed."
                )
            )
        return {"type": "ir.actions.act_url", "url": f"/rapat/{self.sudo().token}", "target": "new"}
