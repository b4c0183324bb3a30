import json

from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KantorHttpCase
from .test_surat import CetakMixin

PDF = "?context=" + json.dumps({"force_report_rendering": True})


@tagged("standard", "post_install", "-at_install")
class TestSuratAkses(CetakMixin, KantorHttpCase):
    """Whoever may not read a record may not print it either, on no door."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()

    def ditolak(self, jenis, records, *logins):
        for login in logins:
            with self.subTest(jenis, login=login):
                with self.assertRaises(AccessError):
                    self.pdf(jenis, records, login)
                report = self.env["ir.actions.report"].with_user(self.orang[login])
                for cetak in (report._render_qweb_html, report._render_qweb_text):
                    with self.assertRaises(AccessError):
                        cetak(f"dpmd_pengaduan.report_{jenis}", records.ids)

    def test_printing_needs_the_right_to_read(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 10)
        asing = ("psm_b", "kabid_b", "pengadmin_lain", "kadis_lain", "administrator", "pegawai_biasa", "portal")
        for jenis in ("lembar_disposisi", "telaahan_staf", "kartu_kendali"):
            self.ditolak(jenis, pengaduan, *asing)
        for jenis in ("undangan", "daftar_hadir", "notulen"):
            self.ditolak(jenis, pengaduan.rapat_ids, *asing)
        for jenis in ("tanda_terima", "formulir", "bukti_penyampaian"):
            self.ditolak(jenis, pengaduan.pelapor_ids, *asing, "pengawas")
        for jenis in ("pemberitahuan", "pelimpahan"):
            self.ditolak(jenis, pengaduan, *asing)
        self.ditolak("formulir", self.env["dpmd.pelapor"], "portal", "pegawai_biasa")

    def test_one_forbidden_record_stops_the_print_of_several(self):
        boleh, terlarang = self.buat()[0], self.buat()[0]
        self.jalan(boleh, 8)
        self.pdf("kartu_kendali", boleh, "psm_a")
        self.ditolak("kartu_kendali", boleh | terlarang, "psm_a")

    def test_papers_of_a_secret_identity_need_a_granted_look(self):
        pengaduan, _kode = self.buat("rahasia")
        self.jalan(pengaduan, 9)
        self.ditolak("formulir", pengaduan.pelapor_ids, "kadis", "pengadmin", "sekretaris", "kabid_a", "psm_a")
        self.sebagai("kadis", pengaduan).action_buka_identitas("Ada ancaman")
        self.assertIn("Siti Marlina", self.teks("formulir", pengaduan.pelapor_ids, "kadis"))

    def test_over_http(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 3)
        alamat = [
            f"/report/pdf/dpmd_pengaduan.surat_kartu_kendali/{pengaduan.id}{PDF}",
            f"/report/pdf/dpmd_pengaduan.report_kartu_kendali/{pengaduan.id}{PDF}",
            f"/report/html/dpmd_pengaduan.surat_tanda_terima/{pengaduan.pelapor_ids.id}",
            f"/report/text/dpmd_pengaduan.surat_tanda_terima/{pengaduan.pelapor_ids.id}",
        ]
        self.authenticate("uji_pengadmin", "uji_pengadmin")
        jawab = self.url_open(alamat[0])
        self.assertEqual(jawab.headers["Content-Type"], "application/pdf")
        self.assertTrue(jawab.content.startswith(b"%PDF"))
        self.assertTrue(self.url_open("/report/pdf/dpmd_pengaduan.surat_formulir" + PDF).content.startswith(b"%PDF"))
        for login in ("psm_b", "kadis_lain", "portal"):
            self.authenticate(f"uji_{login}", f"uji_{login}")
            for url in alamat:
                with self.subTest(url, login=login):
                    jawab = self.url_open(url)
                    self.assertEqual(jawab.status_code, 403)
                    self.assertNotIn("Siti Marlina", jawab.text)
                    self.assertNotIn(pengaduan.name, jawab.text)

    def test_download_hands_the_receipt_number_over_outside_of_any_address(self):
        pengaduan, kode = self.buat()
        action = (
            self.env.ref("dpmd_pengaduan.report_tanda_terima")
            .with_context(dpmd_kode=kode)
            .report_action(pengaduan.pelapor_ids, config=False)
        )
        self.assertFalse(action["data"])
        self.authenticate("uji_pengadmin", "uji_pengadmin")
        jawab = self.url_open(
            "/report/download",
            data={
                "data": json.dumps([f"/report/pdf/{action['report_name']}/{pengaduan.pelapor_ids.id}", "qweb-pdf"]),
                "context": json.dumps({**action["context"], "force_report_rendering": True}),
                "csrf_token": http.Request.csrf_token(self),
            },
        )
        self.assertTrue(jawab.content.startswith(b"%PDF"))
        self.assertIn("Tanda%20Terima", jawab.headers["Content-Disposition"])
        self.assertNotIn("Siti", jawab.headers["Content-Disposition"])

    def test_browser_prints_without_wkhtmltopdf(self):
        pengaduan, _kode = self.buat()
        self.browser_js(
            "/odoo",
            """
            const open = XMLHttpRequest.prototype.open;
            XMLHttpRequest.prototype.open = function (method, url) {
                this.addEventListener("load", async () => {
                    if (url.includes("/report/download")) {
                        console.log(this.status === 200 ? "test successful" : "error " + this.status);
                    }
                });
                return open.apply(this, arguments);
            };
            odoo.__WOWL_DEBUG__.root.env.services.action.doAction("dpmd_pengaduan.report_tanda_terima", {
                additionalContext: { active_ids: [%d], force_report_rendering: true },
            });
        """
            % pengaduan.pelapor_ids.id,
            ready="odoo.isReady === true",
            login="uji_pengadmin",
        )

    def test_not_ours_is_left_alone(self):
        report = self.env["ir.actions.report"].search([("model", "not like", "dpmd.")], limit=1)
        self.assertFalse(report._jenis_naskah())
        with self.assertRaises(UserError):
            self.pdf("laporan", self.env["dpmd.laporan"], "kadis")
