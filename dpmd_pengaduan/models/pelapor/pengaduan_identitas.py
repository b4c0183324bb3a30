from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..perkara.alur import KADIS, PENGADMIN


class DpmdPengaduan(models.Model):
    """A secret identity: who may look at it, for how long, and that every look is recorded."""

    _inherit = "dpmd.pengaduan"

    def _identitas_terbuka(self):
        """Return whether the user can read the identity now."""
        return bool(self.env["dpmd.pelapor"].search_count([("pengaduan_id", "=", self.id)]))

    def action_buka_identitas(self, reason=None):
        """Take a look at a secret identity, for a limited time; the pelapor sees who looked and why.

        :param str reason: why, in words
        :raise AccessError: for anyone but the Kadis and the Pengadministrasi Umum
        """
        self.ensure_one()
        self.check_access("read")
        penugasan = self._penugasan_saya(KADIS) or self._penugasan_saya(PENGADMIN)
        if not penugasan:
            raise AccessError(self.env._("A secret identity is opened by the Kadis or the Pengadministrasi Umum only."))
        self._beri_akses(penugasan, self.env.user, self._alasan(reason))
        return self.action_lihat_pelapor()

    def action_beri_akses_pengawas(self, user_id=None, alasan=None, surat_tugas=None):
        """Let an inspector look at the identity of this one case, on a surat tugas; by the Kadis."""
        self.ensure_one()
        self.check_access("read")
        if not self._penugasan_saya(KADIS):
            raise AccessError(self.env._("A look is granted to the inspector by the Kadis."))
        user = self.env["res.users"].browse(user_id or []).exists()
        penugasan = self.env["dpmd.penugasan"]._pejabat("pengawas", self.company_id, user=user)[:1] if user else None
        if not penugasan or not (surat_tugas or "").strip():
            raise UserError(self.env._("Choose the inspector and write the number of the surat tugas."))
        self._beri_akses(penugasan, user, self._alasan(alasan), surat_tugas=surat_tugas)

    def _beri_akses(self, penugasan, user, alasan, surat_tugas=None):
        if self.identitas == "terbuka":
            raise UserError(self.env._("This identity is not secret."))
        jam = self.env["dpmd.instansi"]._milik(self.company_id).akses_identitas_jam
        self.env["dpmd.pelapor.akses"].sudo()._buat(
            {
                "pelapor_id": self.sudo().pelapor_ids.id,
                "pengaduan_id": self.id,
                "company_id": self.company_id.id,
                "user_id": user.id,
                "sebutan": penugasan.sebutan,
                "alasan": alasan,
                "pemberi_id": self.env.uid,
                "surat_tugas": surat_tugas,
                "berlaku_sampai": fields.Datetime.add(fields.Datetime.now(), hours=jam),
            }
        )

    def action_lihat_pelapor(self):
        """Open the identity of the case, for whoever may read it."""
        self.ensure_one()
        pelapor = self.env["dpmd.pelapor"].search([("pengaduan_id", "=", self.id)], limit=1)
        if not pelapor:
            raise AccessError(self.env._("The identity of this complaint is kept secret from you."))
        self._pesan_dibaca()
        return {
            "type": "ir.actions.act_window",
            "res_model": "dpmd.pelapor",
            "res_id": pelapor.id,
            "views": [(False, "form")],
            "name": self.env._("Pelapor"),
            "target": "current",
        }
