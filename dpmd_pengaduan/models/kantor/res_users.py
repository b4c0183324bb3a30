from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain


class ResUsers(models.Model):
    """What the appointments of a user let record rules see, computed live."""

    _inherit = "res.users"

    dpmd_pengadmin_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_kadis_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_sekretaris_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_kabid_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_pelaksana_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_pengawas_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_bidang_ids = fields.Many2many("dpmd.bidang", compute="_compute_dpmd_hak", help="Divisions the user heads.")
    dpmd_tim_pengaduan_ids = fields.Many2many(
        "dpmd.pengaduan",
        compute="_compute_dpmd_tim_pengaduan_ids",
        help="Cases of the user's teams, and of open meetings the user leads.",
    )

    def _compute_dpmd_hak(self):
        Penugasan = self.env["dpmd.penugasan"].sudo()
        berlaku = Penugasan.search(Domain("user_id", "in", self.ids) & Penugasan._domain_pada(Penugasan._hari_ini()))
        for user in self:
            milik = berlaku.filtered(lambda tugas, u=user: tugas.user_id.id == u.id)

            def kantor(jabatan, milik=milik):
                return milik.filtered(lambda tugas: tugas.jabatan == jabatan).company_id

            user.dpmd_pengadmin_company_ids = kantor("pengadministrasi_umum")
            user.dpmd_kadis_company_ids = kantor("kepala_dinas")
            user.dpmd_sekretaris_company_ids = kantor("sekretaris_dinas")
            user.dpmd_kabid_company_ids = kantor("kepala_bidang")
            user.dpmd_pelaksana_company_ids = kantor("sub_koor_psm")
            user.dpmd_pengawas_company_ids = kantor("pengawas")
            user.dpmd_bidang_ids = milik.filtered(lambda tugas: tugas.jabatan == "kepala_bidang").bidang_id

    def _compute_dpmd_tim_pengaduan_ids(self):
        Pengaduan = self.env["dpmd.pengaduan"].sudo()
        Rapat = self.env["dpmd.rapat"].sudo()
        for user in self:
            tim = Pengaduan.search(
                Domain("tim_ids", "in", user.ids) & Domain("state", "not in", ("selesai", "ditutup"))
            )
            rapat = Rapat.search(Domain("pimpinan_user_id", "=", user.id) & Domain("state", "in", ("draf", "diundang")))
            user.dpmd_tim_pengaduan_ids = tim | rapat.pengaduan_id

    def dpmd_domain_pengaduan(self):
        """Return the domain of the cases this user may see, for the rules of what belongs to a case.

        It is the user's own record rule on ``dpmd.pengaduan``, so that the rule is written once.
        """
        return self._dpmd_domain("dpmd.pengaduan")

    def dpmd_domain_pelapor(self):
        """Return the domain of the identities this user may see, for the rule of the papers that show one."""
        return self._dpmd_domain("dpmd.pelapor")

    def _dpmd_domain(self, model):
        """Return a user's own record rule on a model; rules evaluate as superuser, RPC does not."""
        self.ensure_one()
        if not self.env.su:
            raise AccessError(self.env._("This serves the record rules only."))
        return self.env["ir.rule"].with_user(self)._compute_domain(model, "read")

    @api.constrains("active")
    def _check_dpmd_meja_kosong(self):
        for user in self.filtered(lambda u: not u.active):
            terbuka = (
                self.env["dpmd.pengaduan"]
                .sudo()
                .search_count(
                    [
                        ("state", "not in", ("selesai", "ditutup")),
                        "|",
                        ("pelaksana_id", "=", user.id),
                        ("desk_user_id", "=", user.id),
                    ]
                )
            )
            if terbuka:
                raise UserError(
                    self.env._(
                        "%(nama)s still holds %(jumlah)s cases. Hand them over first "
                        "(alih pelaksana, or end the appointment).",
                        nama=user.name,
                        jumlah=terbuka,
                    )
                )
