"""A captcha stands in for waiting, and only where the office has set one up."""

from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged

from .publik import PublikCase


@tagged("post_install", "-at_install")
class TestPublikCaptcha(PublikCase):
    def setUp(self):
        super().setUp()
        self.env["dpmd.instansi"]._milik(self.company).batas_kirim_jam = 1
        self.kirim(self.isian())

    def siapkan(self, manusia):
        """Set up a captcha as its module does; the answer of its server, which is not ours, is given here."""
        param = self.env["ir.config_parameter"].sudo()
        param.set_param("cf.turnstile_site_key", "kunci-umum")
        param.set_param("cf.turnstile_secret_key", "kunci-rahasia")
        ir_http = self.registry["ir.http"]

        def periksa(_self, _aksi):
            if not manusia:
                raise UserError("not a person")

        self.patch(ir_http, "_verify_request_recaptcha_token", periksa)
        penambal = patch.object(ir_http, "_verify_turnstile_token", create=True)
        self.addCleanup(penambal.stop)
        penambal.start()

    def kasus(self):
        return self.env["dpmd.pengaduan"].search_count([("company_id", "=", self.company.id)])

    def test_without_one_nothing_of_it_is_loaded_and_the_limit_holds(self):
        sebelum = self.kasus()
        jawaban = self.kirim(self.isian())
        self.assertEqual(jawaban.status_code, 429)
        self.assertEqual(self.kasus(), sebelum)
        for teks in (jawaban.text, self.url_open("/pengaduan/baru").text):
            self.assertNotIn("captcha", teks)
        self.assertNotIn("cloudflare", jawaban.headers["Content-Security-Policy"])

    def test_a_busy_connection_is_asked_and_whoever_passes_goes_on(self):
        sebelum = self.kasus()
        self.siapkan(manusia=False)
        biasa = self.url_open("/pengaduan/baru")
        self.assertNotIn("data-captcha", biasa.text)
        jawaban = self.kirim(self.isian())
        self.assertEqual(jawaban.status_code, 429)
        kotak = self.halaman(jawaban).xpath("//*[@data-captcha='turnstile']")
        self.assertEqual(kotak[0].get("data-kunci"), "kunci-umum")
        self.assertNotIn("kunci-rahasia", jawaban.text)
        self.assertIn("frame-src https://challenges.cloudflare.com", jawaban.headers["Content-Security-Policy"])
        self.assertEqual(self.kasus(), sebelum)
        self.siapkan(manusia=True)
        self.assertEqual(self.kirim(self.isian()).status_code, 200)
        self.assertEqual(self.kasus(), sebelum + 1)
