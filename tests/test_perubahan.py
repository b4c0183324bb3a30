"""Whatever an administrator makes or changes that decides who may do what is noted, and told."""

import hashlib
from unittest.mock import patch

import psycopg2
from odoo import Command
from odoo.addons.dpmd_pengaduan.models.kantor.dpmd_tercatat import BILA_TERPASANG
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger
from odoo.tools.convert import convert_file

from .common import KantorCase

KODE = "env['dpmd.pelapor'].sudo().search([])"
TEMPLAT = "{{ object.env['dpmd.pelapor'].sudo().search([]).mapped('nama') }}"


class PerubahanCase(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.orang["sistem"] = cls.user("uji_sistem", "base.group_system,dpmd_pengaduan.group_administrator")
        cls.pelapor = cls.env["ir.model"]._get("dpmd.pelapor")
        cls.tugas = cls.env["ir.model"]._get("dpmd.penugasan")
        cls.partner = cls.env["ir.model"]._get("res.partner")
        cls.Perubahan = cls.env["dpmd.perubahan"]

    def setUp(self):
        super().setUp()
        self.cr.flush()
        self.awal = self.Perubahan.search([], limit=1).id or 0

    def rpc(self, model, metode, *args, **kwargs):
        """Call a method as a Settings administrator's browser does."""
        hasil = call_kw(self.env[model].with_user(self.orang["sistem"]), metode, args, kwargs)
        self.env.flush_all()
        self.env.invalidate_all()
        return hasil

    def buat_lewat_rpc(self, model, *vals_list):
        return self.env[model].browse(self.rpc(model, "create", list(vals_list)))

    def catatan(self):
        """Return what was noted since the last time this was asked, oldest first."""
        baru = self.Perubahan.search([("id", ">", self.awal)], order="id")
        self.awal = max([self.awal, *baru.ids])
        return baru

    def assertDicatat(self, *harap):
        """The notes since the last time are these, as (kind, what was done)."""
        baru = self.catatan()
        self.assertEqual([(satu.jenis, satu.tindakan) for satu in baru], list(harap))
        self.assertEqual(baru.user_id, self.orang["sistem"] if harap else self.env["res.users"])
        return baru

    def aksi(self, **vals):
        return {"name": "Aksi", "model_id": self.partner.id, "state": "code", "code": KODE, **vals}


@tagged("standard", "post_install", "-at_install")
class TestPerubahanDicatat(PerubahanCase):
    """Each kind, made, changed and deleted over RPC; and what is not ours is left alone."""

    def semua(self):
        """Return one of each kind: model, values, a change, the kind as it is noted."""
        grup = self.env.ref("dpmd_pengaduan.group_pengawas").id
        return (
            ("ir.actions.server", self.aksi(), {"code": "env.cr.execute('SELECT 1')"}, "aksi"),
            ("mail.template", {"name": "T", "model_id": self.tugas.id}, {"subject": "Halo"}, "templat"),
            (
                "ir.model.access",
                {"name": "A", "model_id": self.pelapor.id, "group_id": grup, "perm_read": True},
                {"perm_write": True},
                "akses",
            ),
            (
                "ir.rule",
                {"name": "R", "model_id": self.pelapor.id, "domain_force": "[(1, '=', 1)]"},
                {"active": False},
                "aturan",
            ),
            (
                "ir.model.fields",
                {"name": "x_uji", "model_id": self.pelapor.id, "field_description": "Uji", "ttype": "char"},
                {"field_description": "Lain"},
                "kolom",
            ),
        )

    def test_every_kind_is_noted_when_made_changed_and_deleted(self):
        for model, vals, ubah, jenis in self.semua():
            with self.subTest(model=model):
                record = self.buat_lewat_rpc(model, vals)
                dibuat = self.assertDicatat((jenis, "buat"))
                self.rpc(model, "write", record.ids, ubah)
                diubah = self.assertDicatat((jenis, "ubah"))
                nama = next(iter(ubah))
                self.assertIn(nama, diubah.kolom)
                self.assertIn(str(ubah[nama]), diubah.isi_baru)
                self.assertEqual(diubah.isi_lama, dibuat.isi_baru)
                self.assertEqual(diubah.sidik_lama, dibuat.sidik_baru)
                self.assertEqual(diubah.sidik_baru, hashlib.sha256(diubah.isi_baru.encode()).hexdigest())
                self.assertEqual((diubah.res_model, diubah.res_id), (model, record.id))
                self.assertEqual(diubah.oleh, "Uji Sistem (uji_sistem)")
                self.rpc(model, "unlink", record.ids)
                dihapus = self.assertDicatat((jenis, "hapus"))
                self.assertEqual((dihapus.isi_lama, dihapus.isi_baru), (diubah.isi_baru, False))
                self.assertEqual(dihapus.pada_model, self.env["ir.model"].browse(vals["model_id"]).model)

    def test_the_words_of_code_stay_readable_before_and_after(self):
        aksi = self.buat_lewat_rpc("ir.actions.server", self.aksi())
        self.rpc("ir.actions.server", "write", aksi.ids, {"code": "pass"})
        self.rpc("ir.actions.server", "unlink", aksi.ids)
        dibuat, diubah, dihapus = self.catatan()
        self.assertIn(KODE, dibuat.isi_baru)
        self.assertIn(KODE, diubah.isi_lama)
        self.assertIn("code: pass", dihapus.isi_lama)

    def test_a_change_that_changes_nothing_is_not_noted(self):
        for model, vals, ubah, _jenis in self.semua():
            with self.subTest(model=model):
                record = self.buat_lewat_rpc(model, {**vals, **ubah})
                self.catatan()
                self.rpc(model, "write", record.ids, ubah)
                self.assertDicatat()

    def test_each_record_of_a_batch_is_noted(self):
        aksi = self.buat_lewat_rpc("ir.actions.server", self.aksi(name="Satu"), self.aksi(name="Dua"))
        self.assertEqual(self.assertDicatat(("aksi", "buat"), ("aksi", "buat")).mapped("nama"), ["Satu", "Dua"])
        self.rpc("ir.actions.server", "write", aksi.ids, {"sequence": 9})
        self.assertDicatat(("aksi", "ubah"), ("aksi", "ubah"))

    def test_code_that_reaches_us_from_another_model_is_noted(self):
        for vals in (
            self.aksi(),
            self.aksi(state="object_write", update_path="name", evaluation_type="equation", value=KODE),
            self.aksi(state="object_create", crud_model_id=self.pelapor.id, value="X"),
            self.aksi(state="multi", child_ids=[Command.create(self.aksi(name="Anak"))]),
        ):
            with self.subTest(state=vals["state"]):
                self.buat_lewat_rpc("ir.actions.server", vals)
                self.assertEqual(set(self.catatan().mapped("jenis")), {"aksi"})

    def test_a_template_that_reaches_us_from_another_model_is_noted(self):
        for isi in (
            {"subject": TEMPLAT},
            {"body_html": f'<p t-out="{TEMPLAT[3:-3]}"/>'},
            {"email_to": "{{ object.ｅnv.user.email }}"},
            {"subject": "{{ object.user_ids.dpmd_kadis_company_ids }}"},
        ):
            with self.subTest(isi=isi):
                self.buat_lewat_rpc("mail.template", {"name": "T", "model_id": self.partner.id, **isi})
                self.assertDicatat(("templat", "buat"))

    def test_words_in_another_language_are_noted(self):
        self.env["res.lang"]._activate_lang("id_ID")
        templat = self.buat_lewat_rpc("mail.template", {"name": "T", "model_id": self.partner.id, "subject": "Halo"})
        self.assertDicatat()
        self.rpc("mail.template", "write", templat.ids, {"subject": TEMPLAT}, context={"lang": "id_ID"})
        self.assertIn("subject [id_ID]", self.assertDicatat(("templat", "ubah")).kolom)
        self.rpc("mail.template", "update_field_translations", templat.ids, "subject", {"id_ID": "Biasa"})
        self.assertIn(TEMPLAT, self.assertDicatat(("templat", "ubah")).isi_lama)

    def test_a_field_made_by_hand_with_a_way_to_us_is_noted(self):
        for vals in (
            {"ttype": "char", "compute": "for r in self: r['x_uji'] = ''", "store": False, "readonly": True},
            {"ttype": "char", "related": "parent_id.name", "readonly": True, "store": False},
            {"ttype": "many2one", "relation": "dpmd.pengaduan"},
        ):
            with self.subTest(vals=vals):
                field = self.buat_lewat_rpc(
                    "ir.model.fields",
                    {"name": "x_uji", "model_id": self.partner.id, "field_description": "Uji", **vals},
                )
                self.assertDicatat(("kolom", "buat"))
                field.unlink()
                self.catatan()

    def test_what_does_not_reach_us_is_not_noted(self):
        self.buat_lewat_rpc("ir.actions.server", self.aksi(state="object_write", update_path="name", value="X"))
        self.buat_lewat_rpc(
            "mail.template", {"name": "T", "model_id": self.partner.id, "subject": "Kabar {{ object.name }}"}
        )
        self.buat_lewat_rpc("ir.rule", {"name": "R", "model_id": self.partner.id, "domain_force": "[]"})
        self.buat_lewat_rpc(
            "ir.model.fields",
            {"name": "x_uji", "model_id": self.partner.id, "field_description": "Uji", "ttype": "char"},
        )
        self.assertDicatat()

    def test_taking_a_rule_or_a_right_of_the_vault_away_is_noted(self):
        aturan = self.env["ir.rule"].search([("model_id", "=", self.pelapor.id)])
        self.rpc("ir.rule", "write", aturan.ids, {"active": False})
        self.assertEqual(self.catatan().mapped("res_id"), sorted(aturan.ids))
        self.rpc("ir.rule", "unlink", aturan[0].ids)
        self.assertDicatat(("aturan", "hapus"))

    def test_import_is_noted(self):
        hasil = self.rpc(
            "ir.rule", "load", ["name", "model_id/.id", "domain_force"], [["R", str(self.pelapor.id), "[(1, '=', 1)]"]]
        )
        self.assertTrue(hasil["ids"], hasil["messages"])
        self.assertDicatat(("aturan", "buat"))

    def test_a_copy_and_an_archived_rule_are_noted(self):
        aksi = self.buat_lewat_rpc("ir.actions.server", self.aksi())
        self.catatan()
        self.rpc("ir.actions.server", "copy", aksi.ids)
        self.assertDicatat(("aksi", "buat"))
        aturan = self.env.ref("dpmd_pengaduan.rule_pengaduan_company")
        self.rpc("ir.rule", "toggle_active", aturan.ids)
        self.assertDicatat(("aturan", "ubah"))

    def test_code_of_a_scheduled_action_is_noted(self):
        cron = self.buat_lewat_rpc("ir.cron", {**self.aksi(), "interval_type": "days"})
        self.assertDicatat(("jadwal", "buat"))
        self.rpc("ir.cron", "write", cron.ids, {"code": "pass"})
        self.assertDicatat(("jadwal", "ubah"))
        kita = self.env["ir.cron"].search([("model_id.model", "=", "dpmd.penugasan")], limit=1)
        self.rpc("ir.cron", "write", kita.ids, {"code": "pass"})
        self.assertDicatat(("jadwal", "ubah"))

    def test_a_model_of_a_module_that_we_do_not_depend_on_is_watched_where_it_is_installed(self):
        """Automation rules are; their module is not in this database, so another model stands in for theirs."""
        kelas = self.registry["ir.filters"]
        bagian = kelas._base_classes__

        def pulihkan():
            kelas._base_classes__ = kelas.__bases__ = bagian

        self.addCleanup(pulihkan)
        with (
            patch.dict(BILA_TERPASANG, {"ir.filters": "otomasi"}),
            patch.object(kelas, "_model_perubahan", lambda filter_: filter_.model_id, create=True),
        ):
            for _kali in range(2):
                self.env["dpmd.tercatat"]._register_hook()
            saringan = self.buat_lewat_rpc("ir.filters", {"name": "F", "model_id": "res.partner", "user_ids": []})
            self.assertDicatat(("otomasi", "buat"))
            self.rpc("ir.filters", "write", saringan.ids, {"name": "G"})
            self.assertDicatat(("otomasi", "ubah"))
            self.rpc("ir.filters", "unlink", saringan.ids)
            self.assertDicatat(("otomasi", "hapus"))

    def test_running_what_is_there_is_not_noted(self):
        self.env["dpmd.penugasan"]._cron_selaraskan()
        self.tugaskan(self.orang["pegawai_biasa"], "sub_koor_psm", bidang=self.bidang_a)
        self.pegawai("uji_pegawai_baru", "kepala_bidang", bidang=self.bidang_b)
        tugas = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["kabid_a"].id)])
        tugas.date_to = tugas.date_from
        self.assertFalse(self.orang["kabid_a"].has_group("dpmd_pengaduan.group_kepala_bidang"))
        self.assertDicatat()

    def test_modules_are_noted_when_somebody_chooses_them(self):
        modul = self.env["ir.module.module"].search([("state", "=", "uninstalled")], limit=1)
        self.rpc("ir.module.module", "write", modul.ids, {"state": "to install"})
        catatan = self.assertDicatat(("modul", "ubah"))
        self.assertIn("to install", catatan.isi_baru)
        self.rpc("ir.module.module", "write", modul.ids, {"summary": "Lain"})
        self.assertDicatat()

    def test_groups_given_by_hand_are_noted(self):
        biasa, kadis = self.orang["pegawai_biasa"], self.env.ref("dpmd_pengaduan.group_kepala_dinas")
        self.rpc("res.users", "write", biasa.ids, {"group_ids": [Command.link(kadis.id)]})
        self.assertIn("Kepala Dinas", self.assertDicatat(("grup", "ubah")).isi_baru)
        self.rpc("res.groups", "write", kadis.ids, {"user_ids": [Command.unlink(biasa.id)]})
        self.assertDicatat(("grup", "ubah"))
        semua = self.env.ref("base.group_user")
        self.rpc("res.groups", "write", semua.ids, {"implied_ids": [Command.link(kadis.id)]})
        self.assertDicatat(("grup", "ubah"))
        self.rpc("res.groups", "write", semua.ids, {"implied_ids": [Command.unlink(kadis.id)]})
        self.assertDicatat(("grup", "ubah"))
        aturan = self.env.ref("dpmd_pengaduan.rule_pengaduan_company")  # for all; in a group it holds for nobody else
        self.rpc("res.groups", "write", kadis.ids, {"rule_groups": [Command.link(aturan.id)]})
        self.assertIn("rule_groups", self.assertDicatat(("grup", "ubah")).kolom)
        self.rpc("res.users", "write", biasa.ids, {"group_ids": [Command.link(self.env.ref("base.group_system").id)]})
        self.assertDicatat(("grup", "ubah"))
        self.rpc("res.users", "write", biasa.ids, {"signature": "X"})
        self.assertDicatat()


@tagged("standard", "post_install", "-at_install")
class TestPerubahanTakTerelakkan(PerubahanCase):
    """The note is made whatever the administrator puts in the context, and nobody changes it afterwards."""

    def test_what_a_module_writes_is_not_noted_but_no_context_says_so(self):
        self.assertFalse(
            self.Perubahan.search_count([("jenis", "!=", "grup"), ("user_id", "=", self.env.ref("base.user_root").id)]),
            "the installation noted its own data",
        )
        vals = {"name": "R", "model_id": self.pelapor.id, "domain_force": "[]"}
        with patch.object(self.registry, "ready", False):
            self.buat_lewat_rpc("ir.rule", vals)
        self.assertDicatat()
        konteks = {
            "install_mode": True,
            "install_module": "dpmd_pengaduan",
            "module": "dpmd_pengaduan",
            "_force_unlink": True,
            "tracking_disable": True,
            "mail_notrack": True,
            "default_jenis": "modul",
            "default_oleh": "Orang lain",
            "dpmd_izin": True,
        }
        self.rpc("ir.rule", "create", [vals], context=konteks)
        self.assertEqual(self.assertDicatat(("aturan", "buat")).oleh, "Uji Sistem (uji_sistem)")

    def test_data_imported_while_the_office_runs_is_noted(self):
        """An uploaded data module comes this way."""
        convert_file(self.env(user=self.orang["sistem"]), "dpmd_pengaduan", "security/rules.xml", {}, mode="update")
        self.assertDicatat()
        aturan = self.env.ref("dpmd_pengaduan.rule_pengaduan_company")
        self.env.cr.execute("UPDATE ir_rule SET domain_force = '[]' WHERE id = %s", [aturan.id])
        self.env.invalidate_all()
        convert_file(self.env(user=self.orang["sistem"]), "dpmd_pengaduan", "security/rules.xml", {}, mode="update")
        self.assertEqual(self.assertDicatat(("aturan", "ubah")).res_id, aturan.id)

    def test_no_note_no_change(self):
        gagal = patch.object(type(self.Perubahan), "_buat", side_effect=UserError("penuh"))
        with gagal, self.assertRaises(UserError), self.cr.savepoint():
            self.buat_lewat_rpc("ir.rule", {"name": "R tanpa catatan", "model_id": self.pelapor.id})
        self.assertFalse(self.env["ir.rule"].search([("name", "=", "R tanpa catatan")]))

    def test_a_note_stays_as_it_is(self):
        self.buat_lewat_rpc("ir.actions.server", self.aksi())
        catatan = self.catatan()
        for login in ("sistem", "administrator", "kadis", "pengawas"):
            saya = self.sebagai(login, catatan)
            for panggil, args in (
                (saya.write, [{"oleh": "Orang lain"}]),
                (saya.unlink, []),
                (saya.copy, []),
                (saya.create, [{"oleh": "X", "kolom": "x"}]),
            ):
                with self.subTest(login=login, panggil=panggil.__name__), self.assertRaises(UserError):
                    panggil(*args)
        for panggil, args in ((catatan.sudo().write, [{"oleh": "X"}]), (catatan.sudo().unlink, [])):
            with self.assertRaises(UserError):
                panggil(*args)
        for sql in ("UPDATE dpmd_perubahan SET oleh = 'X' WHERE id = %s", "DELETE FROM dpmd_perubahan WHERE id = %s"):
            with mute_logger("odoo.sql_db"), self.assertRaisesRegex(psycopg2.Error, "append-only"), self.cr.savepoint():
                self.cr.execute(sql, [catatan.id])

    def test_kadis_inspector_and_administrator_read_it_nobody_else(self):
        self.buat_lewat_rpc("ir.actions.server", self.aksi())
        catatan = self.catatan()
        for login in ("kadis", "kadis_lain", "pengawas", "administrator", "sistem"):
            with self.subTest(login=login):
                self.assertIn(KODE, self.sebagai(login, catatan).read(["isi_baru"])[0]["isi_baru"])
        for login in ("pengadmin", "sekretaris", "kabid_a", "psm_a", "pegawai_biasa", "portal"):
            with self.subTest(login=login), self.assertRaises(AccessError):
                self.sebagai(login, catatan).read(["isi_baru"])
        tugas = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["pengawas"].id)])
        self.env.cr.execute("UPDATE dpmd_penugasan SET date_to = date_from WHERE id = %s", [tugas.id])
        self.env.invalidate_all()
        self.env.registry.clear_cache()
        self.assertFalse(
            self.sebagai("pengawas", catatan).search([]), "the appointment ended, the group is still there"
        )


@tagged("standard", "post_install", "-at_install")
class TestPerubahanDikabarkan(PerubahanCase):
    """Kadis and inspector of every office hear of it, once for what was done at once."""

    def kabar(self):
        """End the transaction and return the notices it sent."""
        self.cr.flush()
        return self.env["mail.message"].search(
            [("model", "=", "dpmd.perubahan"), ("res_id", ">", self.awal), ("message_type", "=", "user_notification")]
        )

    def pejabat(self):
        return (self.orang["kadis"] | self.orang["pengawas"] | self.orang["kadis_lain"]).partner_id

    def test_a_change_is_told_once_to_those_in_force(self):
        self.buat_lewat_rpc("ir.actions.server", self.aksi(name="Satu"), self.aksi(name="Dua"))
        self.rpc("ir.rule", "create", [{"name": "Tiga", "model_id": self.pelapor.id}])
        kabar = self.kabar()
        self.assertEqual(len(kabar), 1)
        self.assertLessEqual(self.pejabat(), kabar.notified_partner_ids)
        self.assertFalse(kabar.notified_partner_ids & (self.orang["sekretaris"] | self.orang["sistem"]).partner_id)
        catatan = self.catatan()
        for satu in catatan:
            self.assertIn(satu.nama, kabar.body)
            self.assertIn(satu.sidik_baru, kabar.body)
        self.assertIn("uji_sistem", kabar.subject)
        self.assertNotIn("search([])", kabar.body)
        self.assertEqual(kabar.author_id, self.env.ref("base.partner_root"))
        self.rpc("ir.rule", "write", self.env["ir.rule"].search([("name", "=", "Tiga")]).ids, {"perm_read": False})
        self.assertEqual(len(self.kabar()), 1, "the next transaction tells for itself")

    def test_each_is_told_in_the_own_language(self):
        self.env["res.lang"]._activate_lang("id_ID")
        self.orang["pengawas"].lang = "id_ID"
        self.buat_lewat_rpc("ir.actions.server", self.aksi())
        kabar = self.kabar()
        self.assertEqual(len(kabar), 2)
        for satu in kabar:
            self.assertEqual(len(set(satu.notified_partner_ids.mapped("lang"))), 1)

    def test_an_administrator_who_is_inspector_too_is_told(self):
        self.tugaskan(self.orang["sistem"], "pengawas")
        self.catatan()
        self.buat_lewat_rpc("ir.actions.server", self.aksi())
        self.assertIn(self.orang["sistem"].partner_id, self.kabar().notified_partner_ids)

    def test_whoever_is_put_out_of_office_in_the_same_go_is_told(self):
        self.buat_lewat_rpc(
            "ir.actions.server",
            self.aksi(code="env['dpmd.penugasan'].sudo().search([]).write({'date_to': '2001-01-01'})"),
        )
        self.env.cr.execute("UPDATE dpmd_penugasan SET date_to = date_from")
        self.env.invalidate_all()
        self.assertLessEqual(self.pejabat(), self.kabar().notified_partner_ids)

    def test_it_is_noted_also_where_nobody_can_be_told(self):
        self.env.cr.execute("UPDATE dpmd_penugasan SET date_to = date_from")
        self.env.invalidate_all()
        self.buat_lewat_rpc("ir.actions.server", self.aksi())
        self.assertFalse(self.kabar())
        self.assertDicatat(("aksi", "buat"))

    def test_many_changes_are_counted(self):
        self.buat_lewat_rpc("ir.actions.server", *(self.aksi(name=f"Aksi {nomor}") for nomor in range(25)))
        kabar = self.kabar()
        self.assertIn("Aksi 19", kabar.body)
        self.assertNotIn("Aksi 20", kabar.body)
        self.assertIn("5 more", kabar.body)
