"""Why somebody sees a case or not: told in words, to the inspector, from the rules themselves."""

from datetime import timedelta

from odoo.addons.dpmd_pengaduan.models.perkara.pengaduan_jelas import ATURAN
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestJelas(KantorCase):
    def bagian(self, pengaduan, login):
        return dict(pengaduan.sudo()._jelaskan(self.orang[login]))

    def test_every_rule_on_case_and_identity_has_its_words(self):
        aturan = self.env["ir.rule"].search([("model_id.model", "in", ("dpmd.pengaduan", "dpmd.pelapor"))])
        nama = {xmlid.removeprefix("dpmd_pengaduan.") for xmlid in aturan.get_external_id().values()}
        self.assertEqual(nama, set(ATURAN))

    def test_a_secret_case_is_explained_without_its_name(self):
        pengaduan = self.jalan(self.buat(identitas="rahasia")[0], 9)
        for login in ("kadis", "psm_a", "pengawas", "pegawai_biasa"):
            bagian = self.bagian(pengaduan, login)
            with self.subTest(login=login):
                self.assertFalse(bagian["Sees who complained"][0][0])
                self.assertNotIn("Siti", str(bagian))
        self.sebagai("kadis", pengaduan).action_buka_identitas("Menilai ancaman")
        self.env.invalidate_all()
        sebab = self.bagian(pengaduan, "kadis")["Sees who complained"]
        self.assertIn((True, "one of these: a granted look that has not expired"), sebab)
        self.assertTrue(sebab[0][0])

    def test_an_acting_kadis_is_explained_by_his_days(self):
        pengaduan = self.jalan(self.buat()[0], 5)
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        self.assertFalse(self.bagian(pengaduan, "sekretaris")["Sees the case"][0][0])
        self.tugaskan(
            self.orang["sekretaris"],
            "kepala_dinas",
            jenis="plh",
            date_from=hari_ini - timedelta(1),
            date_to=hari_ini + timedelta(1),
        )
        bagian = self.bagian(pengaduan, "sekretaris")
        self.assertIn("Plh. Kepala Dinas", str(bagian["Appointments today"]))
        self.assertIn(
            (True, "one of these: Kepala Dinas: every case of the office, but where that desk is reported"),
            bagian["Sees the case"],
        )
        self.assertIn((True, "Assign the Sekretaris Dinas: as Plh. Kepala Dinas"), bagian["May do now"])

    def test_the_inspector_asks_and_nobody_else(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        tanya = self.sebagai("pengawas", pengaduan)
        self.assertIn("jelaskan", tanya.aksi_boleh)
        wizard = (
            self.env["dpmd.jelas.wizard"]
            .with_user(self.orang["pengawas"])
            .with_context(active_id=pengaduan.id)
            .create({"user_id": self.orang["psm_a"].id})
        )
        self.assertIn("held", str(wizard.penjelasan))
        for login in ("kadis", "pengadmin", "psm_a", "kadis_lain"):
            with self.subTest(login=login), self.assertRaises(AccessError):
                self.sebagai(login, pengaduan).action_jelaskan(self.orang["psm_a"].id)
