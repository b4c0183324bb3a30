"""Mail comes in by the fetching job and the mail gateway; nobody else writes as a citizen."""

import xmlrpc.client
from contextlib import suppress
from unittest.mock import patch

from odoo import SUPERUSER_ID
from odoo.addons.http_routing.tests.common import MockRequest
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import KantorCase, KantorHttpCase
from .surel import KOTAK, SurelMasukMixin

ORANG = ("psm_a", "pengawas", "pengadmin", "kadis", "administrator", "pegawai_biasa", "portal")
PANTULAN = """From: MAILER-DAEMON@mail.example.com
To: bounce@example.com
Subject: Undelivered Mail Returned to Sender
Message-Id: <pantul-palsu@mail.example.com>
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

User unknown
--B
Content-Type: message/delivery-status

Final-Recipient: rfc822; kades@example.com
Action: failed
Status: 5.1.1
--B
Content-Type: message/rfc822

Message-Id: {message_id}
From: dinas@example.com
To: kades@example.com

x
--B--
"""


class Sambungan:
    """What an incoming mail server hands out."""

    def __init__(self, *surat):
        self.surat = dict(enumerate(surat))

    def check_unread_messages(self):
        return len(self.surat)

    def retrieve_unread_messages(self):
        yield from list(self.surat.items())

    def handled_message(self, nomor):
        del self.surat[nomor]

    def disconnect(self):
        pass


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanGerbang(SurelMasukMixin, KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()
        cls.pengaduan = cls("run").jalan(cls.buat()[0], 10)
        cls.pelapor = cls.pengaduan.pelapor_ids
        cls.pelapor._kabari("Ada kabar.")
        cls.pelapor.flush_recordset()
        cls.surel_pelapor = cls.pelapor.message_ids[0].message_id
        cls.undangan = cls.env["mail.message"].search([("model", "=", "dpmd.rapat")], limit=1)
        cls.percakapan = cls.sebagai(cls("run"), "kadis", cls.pengaduan).message_post(body="Mohon dicek")
        cls.tugas = cls.env["dpmd.penugasan"].search([("user_id", "=", cls.orang["psm_a"].id)])

    def proses(self, thread, surat, model=None, **kwargs):
        """Hand a mail to ``message_process`` as RPC does."""
        isi = surat if isinstance(surat, str) else surat.as_string()
        return call_kw(thread, "message_process", [model, isi], kwargs)

    def thread(self, login):
        return self.env["mail.thread"].with_user(self.orang[login])

    def jejak(self):
        """Return all that a mail may leave on our records."""
        self.env.flush_all()
        self.env.invalidate_all()
        return [
            self.env[model].with_context(active_test=False).search(domain).ids
            for model, domain in (
                ("dpmd.pengaduan", []),
                ("dpmd.pesan", []),
                ("mail.message", [("model", "=like", "dpmd.%")]),
                ("mail.activity", [("res_model", "=like", "dpmd.%")]),
                ("dpmd.rapat.peserta", [("surel_gagal", "=", True)]),
            )
        ]

    def surat_masuk(self):
        """Return a mail for each way into our records: ``{name: (fallback model, mail)}``."""
        return {
            "new": (None, self.pesan()),
            "fallback": ("dpmd.pelapor", self.pesan(To="entah@example.org")),
            "fallback to the case": ("dpmd.pengaduan", self.pesan(To="entah@example.org")),
            "as the citizen": (None, self.pesan("cabut saja", "siti@example.com", In_Reply_To=self.surel_pelapor)),
            "case": (None, self.pesan("Ya", To="a@example.org", References=self.percakapan.message_id)),
            "undangan": (None, self.pesan("Hadir", "kades@example.com", In_Reply_To=self.undangan.message_id)),
            "appointment": (
                None,
                self.pesan("Benar", To="a@example.org", In_Reply_To=self.tugas.message_ids[0].message_id),
            ),
            "bounce": (None, PANTULAN.format(message_id=self.undangan.message_id)),
        }

    # By people --------------------------------------------------------------------------------------

    @mute_logger("odoo.addons.mail.models.mail_thread")
    def test_no_mail_comes_in_by_people(self):
        awal = self.jejak()
        for login in ORANG:
            for nama, (model, surat) in self.surat_masuk().items():
                for thread in (self.thread(login), self.thread(login).sudo()):
                    with self.subTest(login=login, surat=nama, su=thread.env.su):
                        # Who may not read the message finds nothing that bounced; that is well, too.
                        with suppress(AccessError) if nama == "bounce" else self.assertRaises(AccessError):
                            self.proses(thread, surat, model)
                        self.assertEqual(self.jejak(), awal)

    def test_no_mail_is_added_to_a_record_that_a_caller_names(self):
        with self.assertRaises(AccessError):
            self.proses(
                self.thread("pegawai_biasa"), self.pesan(To="a@example.org"), "dpmd.pelapor", thread_id=self.pelapor.id
            )
        awal = self.pelapor.message_ids
        self.proses(self.env["mail.thread"], self.pesan(To="a@example.org"), "dpmd.pelapor", thread_id=self.pelapor.id)
        self.assertEqual(self.pelapor.message_ids, awal)

    def test_the_methods_behind_are_for_no_caller_whatever_he_is(self):
        surat = {"email_from": "x@example.com", "attachments": [], "body": "x", "subject": "x"}
        awal = self.jejak()
        for record in (self.pelapor, self.pengaduan, self.tugas, self.instansi):
            for env in (
                *(record.with_user(self.orang[login]) for login in ORANG),
                record.with_user(self.orang["psm_a"]).sudo(),
                record,
            ):
                for metode, args in (
                    ("message_update", [record.ids, dict(surat), {"active": True}]),
                    ("message_new", [dict(surat), {"company_id": self.company.id}]),
                ):
                    with self.subTest(record._name, env=env.env, metode=metode):
                        with self.assertRaisesRegex(AccessError, "gateway"):
                            call_kw(env, metode, args, {})
                        self.assertEqual(self.jejak(), awal)

    def test_nothing_in_a_context_opens_the_gate(self):
        for nilai in (True, 1, "gerbang", {"berlaku": True}, [1]):
            konteks = {"dpmd_atas_nama": nilai, "fetchmail_cron_running": True}
            with self.subTest(nilai), self.assertRaises(AccessError):
                self.proses(self.thread("psm_a"), self.pesan(), context=konteks)

    def test_superuser_over_http_is_no_gateway(self):
        thread = self.thread("administrator").with_user(SUPERUSER_ID)
        with MockRequest(self.env), self.assertRaises(AccessError):
            thread.message_process(None, self.pesan().as_string())

    def test_a_route_tells_nobody_of_whom_a_reply_is(self):
        for alamat in ("siti@example.com", "lain@example.com"):
            surat = {"parent_id": self.undangan.id, "email_from": alamat, "references": ""}
            with self.subTest(alamat), self.assertRaises(AccessError):
                surat["in_reply_to"] = self.undangan.message_id
                call_kw(self.thread("psm_a"), "message_route", [{}, surat], {})

    def test_no_message_passes_itself_off_as_incoming_mail(self):
        for login in ("psm_a", "pengadmin", "administrator"):
            with self.subTest(login), self.assertRaises(UserError):
                call_kw(
                    self.sebagai(login, self.pengaduan),
                    "message_post",
                    [self.pengaduan.ids],
                    {"body": "Saya cabut", "message_type": "email"},
                )

    def test_no_message_takes_the_replies_to_ours(self):
        partner = self.orang["pegawai_biasa"].partner_id
        orang = self.user("uji_kontak", "base.group_user,base.group_partner_manager")
        saya = self.env["mail.message"].with_user(orang)
        nilai = {"model": "res.partner", "res_id": partner.id, "body": "x"}
        with self.assertRaises(AccessError):
            call_kw(saya, "create", [[{**nilai, "message_id": self.surel_pelapor}]], {})
        milik = saya.create(nilai)
        with self.assertRaises(AccessError):
            call_kw(milik, "write", [milik.ids, {"message_id": self.surel_pelapor}], {})
        sebelum = self.pelapor.pesan_ids
        self.proses(self.env["mail.thread"], self.pesan("Balasan", "siti@example.com", In_Reply_To=self.surel_pelapor))
        self.assertEqual((self.pelapor.pesan_ids - sebelum).isi, "Balasan")

    def test_no_address_leads_to_a_record_of_ours_that_somebody_chose(self):
        Alias = self.env["mail.alias"].with_user(self.user("uji_sistem", "base.group_system"))
        for model, record in (("dpmd.pelapor", self.pelapor), ("dpmd.pengaduan", self.pengaduan)):
            nilai = {"alias_name": "jalan-pintas", "alias_model_id": self.env["ir.model"]._get_id(model)}
            with self.subTest(model), self.assertRaises(ValidationError):
                Alias.create({**nilai, "alias_force_thread_id": record.id})
        for model in ("dpmd.pengaduan", "dpmd.penugasan", "dpmd.instansi"):
            with self.subTest(model), self.assertRaises(ValidationError):
                Alias.create({"alias_name": "baru", "alias_model_id": self.env["ir.model"]._get_id(model)})
        with self.assertRaises(ValidationError):
            Alias.browse(self.instansi.alias_id.id).write({"alias_force_thread_id": self.pelapor.id})

    # By the gateway ---------------------------------------------------------------------------------

    def test_nobody_is_the_gateway_by_default(self):
        self.assertFalse(self.env.ref("dpmd_pengaduan.group_gerbang_surel").all_user_ids)

    def ambil(self, tombol):
        """Fetch one mail of a citizen by the cron or by the button of a Settings administrator; return the cases."""
        sambungan = Sambungan(self.pesan().as_bytes())
        server = self.env["fetchmail.server"].create(
            {"name": "uji", "server_type": "imap", "server": "localhost", "port": 0, "state": "done"}
        )
        awal = self.env["dpmd.pengaduan"].search([])
        user = self.user("uji_sistem", "base.group_system") if tombol else self.env.user
        with (
            self.enter_registry_test_mode(),
            self.registry.cursor() as cr,
            patch.object(self.registry["fetchmail.server"], "_connect__", lambda *_a, **_k: sambungan),
        ):
            server.with_env(self.env(cr=cr, user=user.id)).fetch_mail()
        self.assertFalse(sambungan.surat)
        return self.env["dpmd.pengaduan"].search([]) - awal

    def test_the_fetching_job_brings_mails_in(self):
        self.assertEqual(self.ambil(tombol=False).saluran, "email")

    def test_fetch_now_brings_mails_in(self):
        self.assertEqual(self.ambil(tombol=True).saluran, "email")

    def test_the_gate_is_shut_behind_each_mail(self):
        Pelapor = self.registry["dpmd.pelapor"]
        asli, tertangkap = Pelapor.message_new, []

        def message_new(rekaman, *args, **kwargs):
            tertangkap.append(rekaman)
            return asli(rekaman, *args, **kwargs)

        with patch.object(Pelapor, "message_new", message_new):
            self.proses(self.env["mail.thread"], self.pesan())
        [rekaman] = tertangkap
        with self.assertRaisesRegex(AccessError, "gateway"):
            rekaman.message_new({"email_from": "x@example.com", "attachments": [], "body": "x", "subject": "x"})

    def test_a_reply_to_the_news_of_an_appointment_is_nobodys_word(self):
        kadis = self.orang["kadis"]
        pesan = self.tugas.message_ids[0]
        self.proses(
            self.env["mail.thread"],
            self.pesan("Saya setuju", kadis.email_formatted, To="a@example.org", In_Reply_To=pesan.message_id),
        )
        balasan = self.tugas.message_ids.filtered(lambda m: "Saya setuju" in m.body)
        self.assertEqual(len(balasan), 1)
        self.assertFalse(balasan.author_id)

    def test_a_mail_to_the_office_still_finds_it(self):
        self.assertEqual(self.instansi.alias_email, KOTAK)


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanGerbangRpc(SurelMasukMixin, KantorHttpCase):
    """The same over the door itself: XML-RPC, as ``odoo-mailgate.py`` comes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()
        cls.pelapor = cls.buat()[0].pelapor_ids
        cls.pelapor._kabari("Ada kabar.")
        cls.surel_pelapor = cls.pelapor.message_ids[0].message_id

    def proses(self, user, surat):
        isi = xmlrpc.client.Binary(surat.as_bytes())
        login = user.login
        return self.xmlrpc_object.execute(
            self.env.cr.dbname, user.id, login, "mail.thread", "message_process", False, isi
        )

    def test_people_are_refused(self):
        for login in ("psm_a", "pengawas"):
            for surat in (self.pesan(), self.pesan("cabut saja", In_Reply_To=self.surel_pelapor)):
                with self.subTest(login), self.assertRaisesRegex(xmlrpc.client.Fault, "gateway"):
                    self.proses(self.orang[login], surat)
        self.assertFalse(self.pelapor.pesan_ids)
        self.assertFalse(self.env["dpmd.pengaduan"].search([("saluran", "=", "email")]))

    def test_the_user_of_the_gateway_brings_mails_in_each_once(self):
        gerbang = self.user("uji_gerbang", "base.group_user,dpmd_pengaduan.group_gerbang_surel")
        for surat in (self.pesan(), self.pesan("Ini lagi", "siti@example.com", In_Reply_To=self.surel_pelapor)):
            for _kali in range(2):
                self.proses(gerbang, surat)
        kasus = self.env["dpmd.pengaduan"].search([("saluran", "=", "email")])
        self.assertEqual(len(kasus), 1)
        self.assertEqual(self.pelapor.pesan_ids.mapped("isi"), ["Ini lagi"])
        self.assertNotIn(gerbang, kasus.create_uid | kasus.pelapor_ids.message_ids.create_uid)
