from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..perkara.alur import PENGAWAS


class DpmdPengaduan(models.Model):
    """A secret identity: who may look at it, for how long, and that every look is recorded."""

    _inherit = "dpmd.pengaduan"

    pelapor_ids = fields.One2many("dpmd.pelapor", "pengaduan_id", string="Identity of the Pelapor")
    pelapor_tampil = fields.Char(string="Pelapor", compute="_compute_pelapor_tampil", compute_sudo=False)
    identitas_terbaca = fields.Boolean(compute="_compute_identitas_terbaca")

    @api.depends("identitas")
    @api.depends_context("uid")
    def _compute_pelapor_tampil(self):
        # A search applies the reader's rules; the one2many might come from a superuser's cache.
        nama = {
            pelapor.pengaduan_id.id: pelapor.nama
            for pelapor in self.env["dpmd.pelapor"].search([("pengaduan_id", "in", self.ids)])
        }
        rahasia = {
            "terbuka": self.env._("not shown"),
            "rahasia": self.env._("kept secret"),
            "anonim": self.env._("anonymous"),
        }
        for pengaduan in self:
            pengaduan.pelapor_tampil = nama.get(pengaduan.id) or rahasia.get(pengaduan.identitas)

    @api.depends("identitas")
    @api.depends_context("uid")
    def _compute_identitas_terbaca(self):
        for pengaduan in self:
            pengaduan.identitas_terbaca = pengaduan._identitas_terbuka()

    def _identitas_terbuka(self):
        """Return whether the user can read the identity now."""
        return bool(self.env["dpmd.pelapor"].search_count([("pengaduan_id", "=", self.id)]))

    def _kapan_buka_identitas(self):
        if self._identitas_terbuka():
            return self.env._("You can read this identity now.")
        return self._kapan_beri_akses_pengawas()

    def action_buka_identitas(self, alasan=None):
        """Take a look at a secret identity, for a limited time; the pelapor sees who looked and why.

        :param str alasan: why, in words
        """
        self._tempuh("buka_identitas", alasan=alasan)
        return self.action_lihat_pelapor()

    def _kerjakan_buka_identitas(self, jejak, alasan):
        self._beri_akses(jejak.penugasan, self._alasan(alasan))

    def _kapan_beri_akses_pengawas(self):
        return self.env._("This identity is not secret.") if self.identitas == "terbuka" else ""

    def action_beri_akses_pengawas(self, user_id=None, alasan=None, surat_tugas=None):
        """Let an inspector look at the identity of this one case, on a surat tugas; by the Kadis.

        :param int user_id: the inspector
        :param str alasan: why, in words
        :param str surat_tugas: number of the letter of assignment
        """
        self._tempuh("beri_akses_pengawas", user_id=user_id, alasan=alasan, surat_tugas=surat_tugas)

    def _kerjakan_beri_akses_pengawas(self, jejak, user_id, alasan, surat_tugas):
        user = self.env["res.users"].browse(user_id or []).exists()
        pengawas = self.env["dpmd.penugasan"]._pejabat(PENGAWAS, self.company_id, user=user)[:1]
        if not user or not pengawas or not (surat_tugas or "").strip():
            raise UserError(self.env._("Choose the Pengawas and write the number of the surat tugas."))
        self._beri_akses(pengawas, self._alasan(alasan), surat_tugas=surat_tugas.strip())

    def _beri_akses(self, penugasan, alasan, surat_tugas=False, jam=None):
        """Write down a granted look of the holder of an appointment; append-only, it expires by itself.

        :param int jam: hours it lasts, where not as long as the office lets one last
        """
        self._tolak_tertutup(penugasan.user_id)
        if jam is None:
            jam = self.env["dpmd.instansi"]._milik(self.company_id).akses_identitas_jam
        self.env["dpmd.pelapor.akses"].sudo()._buat(
            {
                "pelapor_id": self.sudo().pelapor_ids.id,
                "pengaduan_id": self.id,
                "company_id": self.company_id.id,
                "user_id": penugasan.user_id.id,
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
