"""What the flow puts before somebody ends with the flow: no one else closes, moves, fakes or deletes it."""

from contextlib import suppress
from datetime import timedelta

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import KantorCase

ALUR = tuple(f"dpmd_pengaduan.activity_{nama}" for nama in ("meja", "keputusan", "pesan", "konfirmasi"))
SUREL_GAGAL = "dpmd_pengaduan.activity_surel_gagal"


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanKegiatan(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pengaduan = cls("run").jalan(cls.buat()[0], 8)
        cls.pelapor = cls.pengaduan.pelapor_ids
        cls.pelapor._minta_cabut("Sudah dibayar")  # a decision for the Kadis, a message for the Pengadministrasi
        cls.pengaduan.activity_schedule(ALUR[3], user_id=cls.orang["psm_a"].id, summary="Konfirmasi langkah 8")
        cls.pelapor._surel_gagal("siti@example.com")
        cls.orang["sistem"] = cls.user("uji_sistem", "base.group_system")
        cls.env.flush_all()

    def kegiatan(self, xmlid):
        jenis = self.env.ref(xmlid)
        return self.pengaduan.activity_ids.filtered(lambda satu: satu.activity_type_id == jenis)

    def rpc(self, login, record, metode, *args, **kwargs):
        hasil = call_kw(self.sebagai(login, record), metode, args, kwargs)
        self.env.flush_all()
        self.env.invalidate_all()
        return hasil

    def tetap(self, kegiatan):
        """Return what of an activity nobody but the flow changes."""
        self.env.invalidate_all()
        return kegiatan.exists().read(
            ["active", "user_id", "date_deadline", "summary", "note", "activity_type_id", "res_id", "feedback"]
        )

    def coba(self, kegiatan, login, record, metode, *args):
        """Take a way round, which is refused or does nothing; nothing of the activity changes."""
        sebelum = self.tetap(kegiatan)
        with suppress(UserError), self.env.cr.savepoint():
            self.rpc(login, record, metode, record.ids, *args)
        self.assertEqual(self.tetap(kegiatan), sebelum)

    def test_only_the_flow_ends_or_moves_what_it_put_before_somebody(self):
        besok = fields.Date.today() + timedelta(days=30)
        lain = self.orang["psm_b"].id
        catatan = self.env.ref("mail.mail_activity_data_todo").id
        for xmlid in ALUR:
            kegiatan = self.kegiatan(xmlid)
            self.assertEqual(len(kegiatan), 1, xmlid)
            for login in ("psm_a", "pengadmin", "kadis", "pengawas", "sistem", kegiatan.user_id.login[4:]):
                self.assertFalse(self.sebagai(login, kegiatan).can_write)
                for metode, args in (
                    ("unlink", []),
                    ("unlink_w_meeting", []),
                    ("action_feedback", []),
                    ("action_feedback_schedule_next", []),
                    ("action_done", []),
                    ("action_done_schedule_next", []),
                    ("action_done_redirect_to_other", []),
                    ("action_cancel", []),
                    ("action_archive", []),
                    ("action_reschedule_today", []),
                    ("action_reschedule_tomorrow", []),
                    ("action_reschedule_nextweek", []),
                    ("write", [{"active": False}]),
                    ("write", [{"user_id": lain}]),
                    ("write", [{"date_deadline": besok}]),
                    ("write", [{"activity_type_id": catatan}]),
                    ("write", [{"summary": "Lain"}]),
                    ("write", [{"res_id": self.pengaduan.id + 1}]),
                ):
                    with self.subTest(xmlid=xmlid, login=login, metode=metode, args=args):
                        self.coba(kegiatan, login, kegiatan, metode, *args)
                for metode, args in (
                    ("activity_unlink", [[xmlid]]),
                    ("activity_feedback", [[xmlid]]),
                    ("activity_reschedule", [[xmlid], None, besok, lain]),
                    ("action_reschedule_my_next_nextweek", []),
                    ("write", [{"activity_ids": [Command.delete(kegiatan.id)]}]),
                    ("write", [{"activity_ids": [Command.unlink(kegiatan.id)]}]),
                    ("write", [{"activity_ids": [Command.clear()]}]),
                    ("write", [{"activity_ids": [Command.update(kegiatan.id, {"active": False})]}]),
                ):
                    with self.subTest(xmlid=xmlid, login=login, metode=metode, args=args):
                        self.coba(kegiatan, login, self.pengaduan, metode, *args)

    def test_nobody_fakes_a_notice_of_the_flow(self):
        model = self.env["ir.model"]._get_id("dpmd.pengaduan")
        for xmlid in (*ALUR, SUREL_GAGAL):
            jenis = self.env.ref(xmlid)
            for login in ("psm_a", "pengadmin", "kadis", "sistem"):
                with self.subTest(xmlid=xmlid, login=login):
                    with self.assertRaises(AccessError):
                        self.rpc(
                            login,
                            self.env["mail.activity"],
                            "create",
                            [{"activity_type_id": jenis.id, "res_model_id": model, "res_id": self.pengaduan.id}],
                        )
                    with self.assertRaises(AccessError):
                        self.rpc(login, self.pengaduan, "activity_schedule", self.pengaduan.ids, xmlid)
            catatan = self.sebagai("psm_a", self.pengaduan).activity_schedule(
                "mail.mail_activity_data_todo", user_id=self.orang["psm_a"].id
            )
            with self.assertRaises(AccessError):
                self.rpc("psm_a", catatan, "write", catatan.ids, {"activity_type_id": jenis.id})

    def test_no_plan_and_no_chain_makes_a_notice_of_the_flow(self):
        meja = self.env.ref(ALUR[0])
        rencana = self.env["mail.activity.plan"].create(
            {
                "name": "Jalan pintas",
                "res_model": "dpmd.pengaduan",
                "template_ids": [Command.create({"activity_type_id": meja.id, "summary": "Tanda tangani"})],
            }
        )
        jadwal = (
            self.env["mail.activity.schedule"]
            .with_user(self.orang["psm_a"])
            .with_context(active_model="dpmd.pengaduan", active_ids=self.pengaduan.ids)
            .create({"plan_id": rencana.id})
        )
        with self.assertRaises(AccessError):
            jadwal.action_schedule_plan()
        pancingan = self.env["mail.activity.type"].create(
            {"name": "Pancingan", "chaining_type": "trigger", "triggered_next_type_id": meja.id}
        )
        catatan = self.sebagai("psm_a", self.pengaduan).activity_schedule(
            activity_type_id=pancingan.id, user_id=self.orang["psm_a"].id
        )
        with self.assertRaises(AccessError):
            catatan.action_feedback()

    def test_types_of_the_flow_stay_as_they_are(self):
        for xmlid in (*ALUR, SUREL_GAGAL):
            jenis = self.env.ref(xmlid).with_user(self.orang["sistem"])
            with self.subTest(xmlid):
                for panggil in (
                    jenis.unlink,
                    jenis.with_context(_force_unlink=True).unlink,
                    jenis.action_archive,
                    lambda jenis=jenis: jenis.write({"active": False}),
                    lambda jenis=jenis: jenis.write({"res_model": "res.partner"}),
                    lambda jenis=jenis: jenis.write({"res_model": False}),
                    lambda jenis=jenis: jenis.write({"category": "upload_file"}),
                    lambda jenis=jenis: jenis.write({"chaining_type": "trigger", "triggered_next_type_id": jenis.id}),
                    lambda jenis=jenis: jenis.write({"default_user_id": self.orang["psm_b"].id}),
                ):
                    with self.assertRaises(UserError):
                        panggil()
                        self.env.flush_all()
                jenis.write({"icon": "fa-star", "sequence": 3})
                self.assertTrue(jenis.exists().active)

    def test_failed_mail_is_ticked_off_by_the_one_it_is_put_before_and_deleted_by_nobody(self):
        kegiatan = self.kegiatan(SUREL_GAGAL)
        self.assertEqual(kegiatan.user_id, self.orang["pengadmin"])
        for login in ("psm_a", "kadis", "sistem"):
            for metode, args in (
                ("unlink", []),
                ("action_feedback", []),
                ("action_done", []),
                ("action_cancel", []),
                ("write", [{"user_id": self.orang["psm_b"].id}]),
            ):
                with self.subTest(login=login, metode=metode):
                    self.coba(kegiatan, login, kegiatan, metode, *args)
        for metode, args in (
            ("unlink", []),
            ("action_cancel", []),
            ("action_reschedule_nextweek", []),
            ("write", [{"user_id": self.orang["psm_b"].id}]),
            ("write", [{"summary": "Sampai"}]),
            ("write", [{"active": False, "res_id": self.pengaduan.id + 1}]),
        ):
            with self.subTest(metode=metode, args=args):
                self.coba(kegiatan, "pengadmin", kegiatan, metode, *args)
        self.assertTrue(self.sebagai("pengadmin", kegiatan).can_write)
        self.rpc("pengadmin", kegiatan, "action_feedback", kegiatan.ids, feedback="Ditelepon")
        self.assertFalse(kegiatan.active)
        self.assertEqual(kegiatan.feedback, "Ditelepon")

    def test_what_waits_for_a_user_outlives_the_user_and_the_clean_up(self):
        kegiatan = self.kegiatan(ALUR[1])
        catatan = self.pengaduan.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.orang["kadis"].id, date_deadline="2001-01-01"
        )
        self.orang["kadis"].with_user(self.orang["sistem"]).action_archive()
        self.assertTrue(kegiatan.exists().active)
        self.assertFalse(catatan.exists(), "other activities go as ever")
        kegiatan.date_deadline = "2001-01-01"
        self.env["ir.config_parameter"].set_param("mail.activity.gc.delete_overdue_years", 3)
        with mute_logger("odoo.addons.mail.models.mail_activity"):
            self.env["mail.activity"]._gc_delete_old_overdue_activities()
        self.assertTrue(kegiatan.exists().active)

    def test_the_flow_still_ends_what_it_began(self):
        putusan, pesan = self.kegiatan(ALUR[1]), self.kegiatan(ALUR[2])
        self.sebagai("kadis", self.pengaduan).action_tutup("dicabut", "Dicabut oleh pelapor")
        self.assertFalse(putusan.exists())
        self.sebagai("pengadmin", self.pengaduan)._pesan_dibaca()
        self.assertFalse(pesan.exists())
