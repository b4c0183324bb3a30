"""Who said something on a record is who called; what was said stays, and in the vault it stays as it is."""

from datetime import timedelta

from markupsafe import Markup
from odoo import Command, fields
from odoo.exceptions import UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from .common import KantorCase, KantorHttpCase
from .surel import SurelMixin


class PesanMixin:
    """One case at step 9 with an open identity, and a word of the Kadis on it."""

    @classmethod
    def siapkan_pesan(cls):
        cls.pengaduan = cls("run").jalan(cls.buat()[0], 9)
        cls.pelapor = cls.pengaduan.pelapor_ids
        cls.pelapor._kabari("Ada kabar.")
        cls.pesan_brankas = cls.pelapor.message_ids[0]
        cls.kadis = cls.orang["kadis"].partner_id
        cls.kata_kadis = cls.pengaduan.with_user(cls.orang["kadis"]).message_post(
            body="Segera tindak lanjuti", message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        cls.env.flush_all()

    def rpc(self, login, record, metode, *args, **kwargs):
        """Call a method as RPC does, and let the database see it."""
        hasil = call_kw(self.sebagai(login, record), metode, args, kwargs)
        self.env.flush_all()
        self.env.invalidate_all()
        return hasil

    def palsu(self):
        return {"author_id": self.kadis.id, "email_from": self.kadis.email_formatted}

    def pesan_baru(self, sebelum):
        return self.env["mail.message"].search([("model", "=like", "dpmd.%"), ("id", "not in", sebelum.ids)])

    def semua_pesan(self):
        return self.env["mail.message"].search([("model", "=like", "dpmd.%")])


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanPesan(PesanMixin, SurelMixin, KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()
        cls.siapkan_pesan()
        cls.sistem = cls.user("uji_sistem", "base.group_system")
        cls.orang["sistem"] = cls.sistem

    def tolak(self, panggil, *args, **kwargs):
        with self.assertRaises(UserError):  # an AccessError is one too
            panggil(*args, **kwargs)
            self.env.flush_all()
        self.env.invalidate_all()

    def test_nothing_hides_behind_a_context(self):
        for nilai in (True, 1, {"berlaku": True}, [1]):
            sebelum = self.semua_pesan()
            konteks = {"dpmd_atas_nama": nilai}
            self.rpc(
                "psm_a", self.pengaduan, "message_post", self.pengaduan.ids, body="x", context=konteks, **self.palsu()
            )
            self.assertEqual(self.pesan_baru(sebelum).author_id, self.orang["psm_a"].partner_id)

    # Whose words ------------------------------------------------------------------------------------

    def test_author_of_a_post_is_who_calls(self):
        for login in ("psm_a", "pengawas", "pengadmin"):
            for cara in (self.palsu(), {"author_id": self.kadis.id}, {"email_from": self.kadis.email_formatted}):
                with self.subTest(login=login, cara=cara):
                    sebelum = self.semua_pesan()
                    self.rpc(login, self.pengaduan, "message_post", self.pengaduan.ids, body="Tutup saja", **cara)
                    pesan = self.pesan_baru(sebelum)
                    self.assertEqual(pesan.author_id, self.orang[login].partner_id)
                    self.assertEqual(pesan.email_from, self.orang[login].email_formatted)

    def test_author_of_a_post_is_who_calls_also_for_code_as_superuser(self):
        for record in (self.pengaduan, self.pelapor, self.env["dpmd.penugasan"].search([], limit=1)):
            with self.subTest(record._name):
                pesan = record.with_user(self.orang["psm_a"]).sudo().message_post(body="x", **self.palsu())
                self.assertEqual(pesan.author_id, self.orang["psm_a"].partner_id)
                self.assertEqual(pesan.email_from, self.orang["psm_a"].email_formatted)

    def test_author_of_a_notification_is_who_calls(self):
        ke = {"partner_ids": self.orang["pengadmin"].partner_id.ids, "body": "Tutup saja"}
        sebelum = self.semua_pesan()
        self.rpc("psm_a", self.pengaduan, "message_notify", self.pengaduan.ids, **ke, **self.palsu())
        self.assertEqual(self.pesan_baru(sebelum).author_id, self.orang["psm_a"].partner_id)
        self.tolak(
            self.rpc,
            "psm_a",
            self.env["mail.thread"],
            "message_notify",
            [],
            model="dpmd.pengaduan",
            res_id=self.pengaduan.id,
            **ke,
            **self.palsu(),
        )

    @mute_logger("odoo.addons.mail.models.mail_mail")
    def test_composer_writes_in_nobody_elses_name(self):
        Surel = self.env["mail.compose.message"]
        nilai = {
            "model": "dpmd.pengaduan",
            "res_ids": str(self.pengaduan.ids),
            "body": "Tutup saja",
            "partner_ids": [Command.set(self.orang["pengadmin"].partner_id.ids)],
            **self.palsu(),
        }
        sebelum = self.semua_pesan()
        composer = self.sebagai("psm_a", Surel).create({**nilai, "composition_mode": "comment"})
        composer.action_send_mail()
        self.assertEqual(self.pesan_baru(sebelum).author_id, self.orang["psm_a"].partner_id)
        massal = self.sebagai("psm_a", Surel).create({**nilai, "composition_mode": "mass_mail"})
        self.tolak(massal.action_send_mail)
        self.tolak(
            self.rpc,
            "psm_a",
            self.pengaduan,
            "message_mail_with_source",
            self.pengaduan.ids,
            "mail.message_origin_link",
            render_values={"self": self.pengaduan, "origin": self.pengaduan},
            **self.palsu(),
        )

    def test_message_row_made_by_hand_names_no_other(self):
        Pesan = self.env["mail.message"]
        dasar = {"model": "dpmd.pengaduan", "res_id": self.pengaduan.id, "body": "Tutup saja"}
        for login in ("psm_a", "pengawas", "sistem"):
            for nilai in (
                self.palsu(),
                {"author_id": self.kadis.id},
                {"author_id": False, "email_from": self.kadis.email_formatted},
                {"email_from": self.kadis.email_formatted},
                {"date": "2020-01-01 00:00:00"},
                {"message_type": "email"},
            ):
                with self.subTest(login=login, nilai=nilai):
                    self.tolak(self.rpc, login, Pesan, "create", [{**dasar, **nilai}])
                    self.tolak(
                        self.rpc,
                        login,
                        self.pengaduan,
                        "write",
                        self.pengaduan.ids,
                        {"message_ids": [Command.create({**dasar, **nilai})]},
                    )
        for nilai in ({"author_id": self.kadis.id}, {"date": "2020-01-01 00:00:00"}, {"message_type": "email"}):
            with self.subTest("default", nilai=nilai):
                konteks = {f"default_{nama}": isi for nama, isi in nilai.items()}
                self.tolak(self.rpc, "psm_a", Pesan, "create", [dasar], context=konteks)
                konteks.update({f"default_{nama}": isi for nama, isi in dasar.items()})
                self.tolak(self.rpc, "psm_a", Pesan, "create", [{"body": "Tutup saja", **nilai}], context=konteks)
        self.tolak(Pesan.create, {**dasar, **self.palsu()})  # superuser
        self.tolak(self.env["mail.mail"].create, {**dasar, **self.palsu(), "body_html": "x", "email_to": "a@b.id"})
        self.tolak(
            self.rpc, "psm_a", self.pengaduan, "message_post", self.pengaduan.ids, body="x", date="2020-01-01 00:00:00"
        )

    def test_no_tracking_is_invented(self):
        kolom = self.env["ir.model.fields"]._get("dpmd.pengaduan", "state").id
        palsu = {"field_id": kolom, "old_value_char": "Rapat", "new_value_char": "Selesai"}
        self.tolak(
            self.rpc,
            "psm_a",
            self.pengaduan,
            "message_post",
            self.pengaduan.ids,
            body="x",
            tracking_value_ids=[Command.create(palsu)],
        )
        lacak = self.env["mail.tracking.value"]
        self.tolak(self.rpc, "sistem", lacak, "create", [{**palsu, "mail_message_id": self.kata_kadis.id}])
        self.env["dpmd.instansi"]._milik(self.company).name = "Dinas Uji yang Baru"
        self.env.flush_all()
        self.env.cr.precommit.run()
        nyata = lacak.search([("mail_message_id.model", "=", "dpmd.instansi")], limit=1)
        self.assertTrue(nyata)
        for record in (nyata, nyata.with_user(self.sistem)):
            self.tolak(record.write, {"new_value_char": "Selesai"})
            self.tolak(record.unlink)

    def test_scheduled_message_is_its_makers(self):
        jadwal = {
            "model": "dpmd.pengaduan",
            "res_id": self.pengaduan.id,
            "body": "Tutup saja",
            "scheduled_date": fields.Datetime.now() + timedelta(days=1),
        }
        Jadwal = self.env["mail.scheduled.message"]
        self.tolak(self.rpc, "psm_a", Jadwal, "create", [{**jadwal, "author_id": self.kadis.id}])
        milik_kadis = self.sebagai("kadis", Jadwal).create({**jadwal, "author_id": self.kadis.id})
        for login in ("psm_a", "pengawas", "sistem"):
            self.tolak(self.rpc, login, milik_kadis, "write", milik_kadis.ids, {"body": "Diganti"})
            self.tolak(self.rpc, login, milik_kadis, "unlink", milik_kadis.ids)
        saya = self.sebagai("psm_a", Jadwal).create({**jadwal, "author_id": self.orang["psm_a"].partner_id.id})
        self.tolak(self.rpc, "psm_a", saya, "write", saya.ids, {"author_id": self.kadis.id})
        sebelum = self.semua_pesan()
        self.rpc("kadis", milik_kadis, "post_message", milik_kadis.ids)
        self.assertEqual(self.pesan_baru(sebelum).author_id, self.kadis)

    def test_an_absence_says_nothing_on_a_case(self):
        self.orang["kadis"].write(
            {
                "out_of_office_from": fields.Datetime.now() - timedelta(days=1),
                "out_of_office_to": fields.Datetime.now() + timedelta(days=1),
                "out_of_office_message": "Saya cuti",
            }
        )
        sebelum = self.semua_pesan()
        self.rpc(
            "psm_a",
            self.pengaduan,
            "message_post",
            self.pengaduan.ids,
            body="Mohon arahan",
            message_type="comment",
            partner_ids=self.kadis.ids,
        )
        self.assertEqual(self.pesan_baru(sebelum).author_id, self.orang["psm_a"].partner_id)

    def test_the_office_writes_to_the_pelapor_in_its_own_name(self):
        self.assertEqual(self.pesan_brankas.author_id, self.company.partner_id)
        self.assertIn("dinas@example.com", self.pesan_brankas.email_from)
        self.jalan(self.pengaduan, 10)
        undangan = self.env["mail.message"].search([("model", "=", "dpmd.rapat")])
        self.assertEqual(undangan.author_id, self.company.partner_id)

    # What was said ----------------------------------------------------------------------------------

    def ubahan(self):
        """Return a change for every column that says what was said, by whom, when and on what."""
        lampiran = self.env["ir.attachment"].create({"name": "x.txt", "raw": b"x"})
        return {
            "body": "Diganti",
            "subject": "Diganti",
            "attachment_ids": [Command.set(lampiran.ids)],
            "partner_ids": [Command.set(self.kadis.ids)],
            "author_id": self.orang["psm_a"].partner_id.id,
            "email_from": "lain@example.com",
            "date": "2020-01-01 00:00:00",
            "model": "res.partner",
            "res_id": self.pengaduan.id + 1,
            "message_type": "notification",
            "subtype_id": self.env.ref("mail.mt_activities").id,
            "parent_id": self.env["mail.message"].search([("model", "=", "res.partner")], limit=1).id,
        }

    def test_the_vault_keeps_every_message_as_it_is_for_everybody(self):
        for pesan in (
            *(self.sebagai(login, self.pesan_brankas) for login in ("pengadmin", "kadis", "psm_a", "sistem")),
            self.pesan_brankas,
            self.pesan_brankas.with_user(self.orang["pengadmin"]).sudo(),
        ):
            for kolom, nilai in self.ubahan().items():
                with self.subTest(env=pesan.env, kolom=kolom):
                    self.tolak(pesan.write, {kolom: nilai})
            self.tolak(pesan.unlink)
            self.tolak(pesan.with_context(_force_unlink=True).unlink)
        catatan = self.sebagai("pengadmin", self.pelapor).message_post(body="Dihubungi", message_type="comment")
        self.tolak(catatan.write, {"body": "Tidak dihubungi"})
        self.tolak(catatan.sudo().write, {"subject": "Tidak dihubungi"})
        self.tolak(self.sebagai("pengadmin", self.pelapor)._message_update_content, catatan, body="Tidak dihubungi")
        self.tolak(catatan.unlink)

    def test_words_on_a_case_are_changed_by_their_author_only(self):
        for login in ("psm_a", "pengadmin", "pengawas", "sistem", "administrator"):
            for pesan in (self.sebagai(login, self.kata_kadis), self.sebagai(login, self.kata_kadis).sudo()):
                for kolom, nilai in self.ubahan().items():
                    with self.subTest(login=login, su=pesan.env.su, kolom=kolom):
                        self.tolak(pesan.write, {kolom: nilai})
        kadis = self.sebagai("kadis", self.kata_kadis)
        self.sebagai("kadis", self.pengaduan)._message_update_content(kadis, body=Markup("<p>Tindak lanjuti</p>"))
        self.assertIn("Tindak lanjuti", self.kata_kadis.body)

    def test_not_even_the_author_moves_redates_or_empties_a_message(self):
        tetap = {
            k: v for k, v in self.ubahan().items() if k not in ("body", "subject", "attachment_ids", "partner_ids")
        }
        for pesan in (self.sebagai("kadis", self.kata_kadis), self.sebagai("kadis", self.kata_kadis).sudo()):
            for kolom, nilai in {
                **tetap,
                "author_id": self.orang["psm_a"].partner_id.id,
                "body": "<p><br></p>",
            }.items():
                with self.subTest(su=pesan.env.su, kolom=kolom):
                    self.tolak(pesan.write, {kolom: nilai})
        lain = self.env["dpmd.pengaduan"].search([("id", "!=", self.pengaduan.id)], limit=1) or self.buat()[0]
        self.tolak(self.pengaduan.message_change_thread, lain)
        self.tolak(self.pelapor.message_change_thread, self.orang["psm_a"].partner_id)

    def test_no_message_is_brought_onto_a_record(self):
        luar = self.orang["psm_a"].partner_id.message_post(body="x")
        for pesan in (luar, luar.with_user(self.sistem)):
            self.tolak(pesan.write, {"model": "dpmd.pengaduan", "res_id": self.pengaduan.id})

    def test_no_message_is_deleted(self):
        for login in ("kadis", "psm_a", "pengadmin", "sistem"):
            with self.subTest(login):
                self.tolak(self.rpc, login, self.kata_kadis, "unlink", self.kata_kadis.ids)
                self.tolak(
                    self.rpc, login, self.kata_kadis, "unlink", self.kata_kadis.ids, context={"_force_unlink": True}
                )
                self.tolak(
                    self.rpc,
                    login,
                    self.pengaduan,
                    "write",
                    self.pengaduan.ids,
                    {"message_ids": [Command.delete(self.kata_kadis.id)]},
                )
        self.tolak(self.kata_kadis.unlink)
        self.tolak(self.sebagai("kadis", self.kata_kadis).sudo().unlink)

    def test_nobody_takes_another_off_a_case(self):
        self.pengaduan.message_subscribe((self.kadis | self.orang["psm_a"].partner_id).ids)
        self.tolak(self.rpc, "psm_a", self.pengaduan, "message_unsubscribe", self.pengaduan.ids, self.kadis.ids)
        self.rpc("psm_a", self.pengaduan, "message_unsubscribe", self.pengaduan.ids, self.orang["psm_a"].partner_id.ids)
        self.assertEqual(self.pengaduan.message_partner_ids & self.kadis, self.kadis)
        self.assertNotIn(self.orang["psm_a"].partner_id, self.pengaduan.message_partner_ids)

    # What goes on working ---------------------------------------------------------------------------

    def test_stars_reading_reactions_and_notifications_work(self):
        self.orang["pengadmin"].notification_type = "inbox"
        self.penampung.surat.clear()
        pesan = self.sebagai("psm_a", self.pengaduan).message_post(
            body="Mohon dicek",
            message_type="comment",
            partner_ids=(self.kadis | self.orang["pengadmin"].partner_id).ids,
        )
        self.assertEqual(
            set(self.surat()), {"uji_kadis@example.com"}, "the mail of a comment leaves, with the case as its subject"
        )
        self.assertEqual(pesan.sudo().notified_partner_ids, self.kadis | self.orang["pengadmin"].partner_id)
        saya = self.sebagai("pengadmin", pesan)
        self.assertTrue(saya.needaction)
        saya.set_message_done()
        saya.toggle_message_starred()
        self.env.invalidate_all()
        self.assertTrue(saya.starred)
        self.assertFalse(saya.needaction)
        pesan.sudo()._message_reaction("👍", "add", self.kadis, self.env["mail.guest"])
        self.assertTrue(pesan.sudo().reaction_ids)

    def test_own_mails_leave(self):
        self.penampung.surat.clear()
        self.rpc(
            "psm_a",
            self.pengaduan,
            "message_mail_with_source",
            self.pengaduan.ids,
            "mail.message_origin_link",
            render_values={"self": self.pengaduan, "origin": self.pengaduan},
            partner_ids=[Command.set(self.kadis.ids)],
            subject="Mohon arahan",
        )
        self.assertEqual(set(self.surat()), {"uji_kadis@example.com"})

    def test_a_mail_goes_and_its_message_stays(self):
        self.jalan(self.pengaduan, 10)
        undangan = self.env["mail.message"].search([("model", "=", "dpmd.rapat")])
        surel = self.env["mail.mail"].search([("mail_message_id", "in", undangan.ids)])
        self.assertTrue(surel)
        surel.with_user(self.sistem).unlink()
        self.assertFalse(surel.exists())
        self.assertEqual(undangan.exists(), undangan)

    def test_the_daily_clean_up_works(self):
        with (
            self.assertNoLogs("odoo.addons.base.models.ir_autovacuum", "ERROR"),
            self.enter_registry_test_mode(),
            self.registry.cursor() as cr,
        ):
            self.env(cr=cr, context={"cron_id": 1})["ir.autovacuum"]._run_vacuum_cleaner()
        self.assertTrue(self.pesan_brankas.exists())


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanPesanPeramban(PesanMixin, KantorHttpCase):
    """The doors of the chatter itself."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_pesan()
        # The strongest there is: a clerk who is Settings administrator as well.
        cls.orang["pengadmin"].group_ids = [Command.link(cls.env.ref("base.group_system").id)]

    @mute_logger("odoo.http", "odoo.addons.base.models.ir_rule")
    def test_chatter_neither_changes_nor_forges_words(self):
        self.authenticate("uji_pengadmin", "uji_pengadmin")
        for pesan in (self.kata_kadis, self.pesan_brankas):
            with self.assertRaises(JsonRpcException):
                self.make_jsonrpc_request(
                    "/mail/message/update_content",
                    {"message_id": pesan.id, "update_data": {"body": "Diganti", "attachment_ids": []}},
                )
            pesan.invalidate_recordset()
            self.assertNotIn("Diganti", pesan.body)
        hasil = self.make_jsonrpc_request(
            "/mail/message/post",
            {
                "thread_model": "dpmd.pengaduan",
                "thread_id": self.pengaduan.id,
                "post_data": {"body": "Tutup saja", "message_type": "comment", **self.palsu()},
            },
        )
        pesan = self.env["mail.message"].browse(hasil["message_id"])
        self.assertEqual(pesan.author_id, self.orang["pengadmin"].partner_id)
        with self.assertRaises(JsonRpcException):
            self.make_jsonrpc_request(
                "/mail/message/post",
                {
                    "thread_model": "dpmd.pengaduan",
                    "thread_id": self.pengaduan.id,
                    "post_data": {"body": "Saya cabut", "message_type": "email"},
                },
            )

    def test_own_word_is_changed_and_not_emptied_in_the_chatter(self):
        self.authenticate("uji_kadis", "uji_kadis")
        jalur = "/mail/message/update_content"
        ubah = {"message_id": self.kata_kadis.id, "update_data": {"body": "Tindak lanjuti", "attachment_ids": []}}
        self.make_jsonrpc_request(jalur, ubah)
        self.kata_kadis.invalidate_recordset()
        self.assertIn("Tindak lanjuti", self.kata_kadis.body)
        with mute_logger("odoo.http"), self.assertRaises(JsonRpcException):
            self.make_jsonrpc_request(jalur, {**ubah, "update_data": {"body": "", "attachment_ids": []}})
        self.kata_kadis.invalidate_recordset()
        self.assertIn("Tindak lanjuti", self.kata_kadis.body)
