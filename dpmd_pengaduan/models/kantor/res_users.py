from odoo import fields, models
from odoo.fields import Domain


class ResUsers(models.Model):
    """What the appointments of a user let record rules see, computed live."""

    _name = "res.users"
    _inherit = ["res.users", "dpmd.tercatat"]

    dpmd_pengadmin_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_kadis_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_sekretaris_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_kabid_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_pelaksana_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_pengawas_company_ids = fields.Many2many("res.company", compute="_compute_dpmd_hak")
    dpmd_bidang_ids = fields.Many2many("dpmd.bidang", compute="_compute_dpmd_hak", help="Divisions the user heads.")

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

    # ------------------------------------------------------------------
    # Noted when changed: one of our groups given by hand; those of an appointment are told with it
    # ------------------------------------------------------------------

    def _jenis_perubahan(self):
        return "grup"

    def _kolom_perubahan(self):
        return {"group_ids"}

    def _model_perubahan(self):
        return False

    def _penting(self, isi):
        return True

    def _isi_perubahan(self):
        Penugasan = self.env["dpmd.penugasan"]
        # One that waits for a second person gives no group, so it hides none either.
        jabatan = set(Penugasan.search(Domain("user_id", "=", self.id) & Penugasan._domain_sah()).mapped("jabatan"))
        dari_tugas = self.env["res.groups"].union(*(self.env.ref(f"dpmd_pengaduan.group_{nama}") for nama in jabatan))
        grup = (self.all_group_ids & self.env["res.groups"]._grup_kami()) - dari_tugas.all_implied_ids
        return {"group_ids": ", ".join(sorted(grup.mapped("display_name")))} if grup else {}
