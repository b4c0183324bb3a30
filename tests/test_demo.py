from odoo.addons.dpmd_pengaduan.demo import load
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

LOGIN = ("pengadmin", "kadis", "sekretaris", "kabid1", "kabid2", "psm1", "psm2", "pengawas", "pelapor")


@tagged("standard", "post_install", "-at_install")
class TestDemo(TransactionCase):
    """The demo office shows every status and channel, by real steps on whole cards."""

    def test_demo_office_is_complete_and_true(self):
        load(self.env)
        for login in LOGIN:
            user = self.env["res.users"].search([("login", "=", login)])
            sandi = {"type": "password", "login": login, "password": login}
            hasil = user.with_user(user)._check_credentials(sandi, {"interactive": True})
            self.assertEqual(hasil["uid"], user.id)
        pengaduan = self.env["dpmd.pengaduan"].search([])
        for name in ("state", "saluran", "identitas"):
            semua = [kunci for kunci, _label in pengaduan._fields[name].selection]
            self.assertEqual(set(pengaduan.mapped(name)), set(semua))
        self.assertGreaterEqual(len(set(pengaduan.bidang_id)), 2)
        self.assertGreaterEqual(len(set(pengaduan.filtered("alasan_tutup").mapped("alasan_tutup"))), 4)
        self.assertTrue(pengaduan.filtered("terlambat"))
        for perkara in pengaduan:
            self.assertTrue(perkara._kartu_utuh(), perkara.perihal)
        kartu = pengaduan.kartu_ids
        jenis = {"langkah", "tidak", "kembali", "ralat", "tutup", "konfirmasi"}
        self.assertLessEqual(jenis, set(kartu.mapped("jenis")))
        self.assertTrue(kartu.filtered("dicatatkan"))
        self.assertIn("Plh. Kepala Dinas", kartu.mapped("sebutan"))
        nomor = sorted(pengaduan.filtered("nomor").mapped("nomor"))
        self.assertEqual(nomor, list(range(1, len(nomor) + 1)))
        self.assertFalse(self.env["mail.mail"].search([("state", "=", "outgoing"), ("model", "=like", "dpmd.%")]))
        with self.assertRaises(UserError):
            load(self.env)
