"""Meja PDP: what UU 27/2022 gives 3 × 24 hours for, who handles it, and that it tells nobody who the pelapor is."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger
from psycopg2.errors import CheckViolation, RaiseException

from .common import PNG, KantorCase


@tagged("post_install", "-at_install")
class TestPdp(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pengaduan, _kode = cls.buat(identitas="rahasia")

    def catat(self, login="pengadmin", **vals):
        Permintaan = self.env["dpmd.permintaan.pdp"].with_user(self.orang[login]).with_company(self.company)
        return Permintaan.create({"pengaduan_id": self.pengaduan.id, "permintaan": "Minta jejak.", **vals})

    def test_the_clock_is_72_hours_and_late_ones_stand_on_top(self):
        kini = fields.Datetime.now()
        baru, lama = self.catat(), self.catat(diterima=kini - timedelta(hours=80))
        self.assertEqual(baru.batas, baru.diterima + timedelta(hours=72))
        self.assertEqual((lama.terlambat, lama.sisa), (True, "8 hours late"))
        self.assertEqual((baru.terlambat, baru.sisa), (False, "72 hours left"))
        baru.tindakan = "Jejak diserahkan."
        baru.action_selesai()
        self.assertEqual(baru.search([("id", "in", (baru | lama).ids)]), lama | baru)
        self.assertEqual(baru.sisa, "in time")
        with self.assertRaises(ValidationError):
            self.catat(diterima=kini + timedelta(hours=1))
        with self.assertRaises(CheckViolation), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.catat(pengaduan_id=False)

    def test_what_came_in_stays_and_what_is_done_is_final(self):
        satu = self.catat()
        for vals in (
            {"diterima": "2020-01-01 00:00:00"},
            {"jenis": "cabut"},
            {"pengaduan_id": False},
            {"permintaan": "-"},
        ):
            with self.assertRaises(UserError):
                satu.write(vals)
        for vals in ({"selesai": fields.Datetime.now()}, {"state": "selesai"}, {"batas": "2030-01-01 00:00:00"}):
            with self.assertRaises(UserError):
                satu.write(vals)
        with self.assertRaises(UserError):
            satu.action_selesai()  # nothing says what was done
        satu.write({"tindakan": "Jejak diserahkan.", "bukti": PNG, "bukti_nama": "bukti.png"})
        satu.action_selesai()
        self.assertEqual(satu.user_id, self.orang["pengadmin"])
        for cara in (
            satu.action_selesai,
            lambda: satu.write({"tindakan": "lain"}),
            lambda: satu.write({"bukti": False}),
            satu.unlink,
        ):
            with self.assertRaises(UserError):
                cara()
        self.env.flush_all()
        for sql in ("UPDATE dpmd_permintaan_pdp SET selesai = NULL", "DELETE FROM dpmd_permintaan_pdp"):
            with self.assertRaises(RaiseException), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                self.env.cr.execute(f"{sql} WHERE id = %s", (satu.id,))

    def test_who_handles_reads_and_sees_nothing_of_it(self):
        satu = self.catat(tindakan="-", bukti=PNG)
        bocor = self.catat("kadis", jenis="kebocoran", pengaduan_id=False)
        self.assertEqual(bocor.company_id, self.company)
        pengawas = self.sebagai("pengawas", satu | bocor)
        self.assertEqual(pengawas.mapped("permintaan"), ["Minta jejak."] * 2)
        for login in ("pengawas", "kadis"):
            with self.assertRaises(AccessError):
                self.sebagai(login, satu).read(["bukti"])
            berkas = (
                self.env["ir.attachment"].sudo().search([("res_model", "=", satu._name), ("res_field", "=", "bukti")])
            )
            with self.assertRaises(AccessError):
                berkas.with_user(self.orang[login]).read(["datas"])
        for cara in (
            lambda: pengawas.write({"tindakan": "x"}),
            pengawas[0].action_selesai,
            lambda: self.catat("pengawas"),
        ):
            with self.assertRaises(UserError):
                cara()
        for login in ("sekretaris", "kabid_a", "psm_a", "administrator", "pegawai_biasa", "portal"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, satu).read(["permintaan"])
        lain = self.env["dpmd.permintaan.pdp"].with_user(self.orang["pengadmin_lain"])
        self.assertFalse(lain.search([("id", "in", (satu | bocor).ids)]))
        with self.assertRaises(UserError):
            lain.create({"pengaduan_id": self.pengaduan.id, "permintaan": "x"})

    def test_an_official_who_is_reported_sees_no_request_about_it(self):
        satu = self.catat()
        self.sebagai("pengadmin", self.pengaduan).action_tetapkan_terlapor("kadis", alasan="Disebut dalam uraian.")
        self.assertFalse(self.env["dpmd.permintaan.pdp"].with_user(self.orang["kadis"]).search([("id", "=", satu.id)]))
        with self.assertRaises(AccessError):
            self.sebagai("kadis", satu).action_selesai()

    def test_the_trail_names_nobody(self):
        terbuka, _kode = self.buat()
        self.jalan(terbuka, 9)
        self.sebagai("kabid_a", terbuka).action_alih_pelaksana(self.orang["psm_a2"].id, "Beban kerja Uji Psm A.")
        for kasus in (terbuka, self.pengaduan):
            with self.subTest(kasus.identitas):
                satu = self.catat(pengaduan_id=kasus.id)
                html, _jenis = (
                    self.env["ir.actions.report"]
                    .with_user(self.orang["pengawas"])
                    ._render_qweb_html("dpmd_pengaduan.surat_jejak_pdp", satu.ids)
                )
                html = html.decode()
                self.assertIn("Pengadministrasi Umum", html)
                self.assertIn("alamat surel", html)
                for nama in ("Siti Marlina", "siti@example.com", *(user.name for user in self.orang.values())):
                    self.assertNotIn(nama, html)
        satu = self.catat(jenis="cabut")
        with self.assertRaises(UserError):
            satu.action_cetak_jejak()

    def test_a_look_at_the_identity_stands_in_the_trail(self):
        self.jalan(self.pengaduan, 4)
        self.sebagai("kadis", self.pengaduan).action_buka_identitas("Menilai ancaman")
        html, _jenis = self.env["ir.actions.report"]._render_qweb_html(
            "dpmd_pengaduan.surat_jejak_pdp", self.catat().ids
        )
        self.assertIn("Menilai ancaman", html.decode())
