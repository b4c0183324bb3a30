"""What is noted when an administrator changes it, and when it matters to the complaint desk."""

import re
from unicodedata import normalize

from odoo import models

from .dpmd_tercatat import milik_kami

# How the words of a template reach more than the record they are about, or reach it with more than the reader's right.
JANGKAUAN = re.compile(r"\b(with_)?env\b|\bsudo\b|\bwith_user\b|\bdpmd_")


class IrActionsServer(models.Model):
    """On our models, and any with code or an expression, which reaches all models."""

    _name = "ir.actions.server"
    _inherit = ["ir.actions.server", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return {"ir_cron": "jadwal", "base_automation": "otomasi"}.get(self.usage, "aksi")

    def _penting(self, isi):
        tujuan = (self.model_id | self.crud_model_id | self.update_related_model_id).mapped("model")
        return self.state == "code" or self.evaluation_type == "equation" or any(map(milik_kami, tujuan))


class MailTemplate(models.Model):
    """On our models, and any whose words reach further."""

    _name = "mail.template"
    _inherit = ["mail.template", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "templat"

    def _penting(self, isi):
        # Python reads letters of other widths as the plain ones.
        return super()._penting(isi) or bool(JANGKAUAN.search(normalize("NFKC", " ".join(isi.values()))))


class IrModelAccess(models.Model):
    _name = "ir.model.access"
    _inherit = ["ir.model.access", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "akses"


class IrRule(models.Model):
    _name = "ir.rule"
    _inherit = ["ir.rule", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "aturan"


class IrModelFields(models.Model):
    """A field made by hand on our models or towards them, or on any model with code or a path of fields."""

    _name = "ir.model.fields"
    _inherit = ["ir.model.fields", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "kolom"

    def _kolom_perubahan(self):
        # What people type; Odoo sets the rest by SQL when it sets up the field.
        return {"name", "field_description", "ttype", "relation", "relation_field", "related", "compute", "depends"}

    def _penting(self, isi):
        jauh = self.compute or self.related or milik_kami(self.relation)
        return self.state == "manual" and bool(jauh or super()._penting(isi))


class IrModuleModule(models.Model):
    """A module that is installed, upgraded or removed; it brings code and rules of its own."""

    _name = "ir.module.module"
    _inherit = ["ir.module.module", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "modul"

    def _kolom_perubahan(self):
        return {"state"}

    def _model_perubahan(self):
        return False

    def _penting(self, isi):
        return self.state not in ("uninstalled", "uninstallable")


class ResGroups(models.Model):
    """A group of ours, of Settings administrators, or one that brings these with it: whom and what it holds."""

    _name = "res.groups"
    _inherit = ["res.groups", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "grup"

    def _model_perubahan(self):
        return False

    def _kolom_perubahan(self):
        return {"name", "implied_ids", "implied_by_ids", "user_ids", "rule_groups"}

    def _penting(self, isi):
        return bool(self.all_implied_ids & self._grup_kami())

    def _grup_kami(self):
        """Return the groups of this addon, and the one of Settings administrators."""
        milik = self.env["ir.model.data"].sudo().search([("module", "=", "dpmd_pengaduan"), ("model", "=", self._name)])
        return self.browse(milik.mapped("res_id")) | self.env.ref("base.group_system")


class ResUsers(models.Model):
    """Whoever is given one of these groups by hand; those of an appointment are told with it."""

    _name = "res.users"
    _inherit = ["res.users", "dpmd.tercatat"]

    def _jenis_perubahan(self):
        return "grup"

    def _kolom_perubahan(self):
        return {"group_ids"}

    def _model_perubahan(self):
        return False

    def _penting(self, isi):
        return True

    def _isi_perubahan(self):
        jabatan = set(self.env["dpmd.penugasan"].search([("user_id", "=", self.id)]).mapped("jabatan"))
        dari_tugas = self.env["res.groups"].union(*(self.env.ref(f"dpmd_pengaduan.group_{nama}") for nama in jabatan))
        grup = (self.all_group_ids & self.env["res.groups"]._grup_kami()) - dari_tugas.all_implied_ids
        return {"group_ids": ", ".join(sorted(grup.mapped("display_name")))} if grup else {}
