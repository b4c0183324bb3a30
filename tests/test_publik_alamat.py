"""No network address of a citizen is kept: not of an account, not in its session."""

from odoo import http
from odoo.tests import HttpCase, new_test_user, tagged


@tagged("standard", "post_install", "-at_install")
class TestPublikAlamat(HttpCase):
    def test_devices_of_citizens_are_kept_without_address_and_those_of_officials_with(self):
        for grup, alamat in (("base.group_portal", "0.0.0.0"), ("base.group_user", "127.0.0.1")):
            with self.subTest(grup):
                user = new_test_user(self.env, f"alamat_{grup[-4:]}", groups=grup, password="alamat_uji")
                sesi = self.authenticate(user.login, "alamat_uji", session_extra={"_trace_disable": False})
                self.url_open("/my")
                catatan = self.env["res.device.log"].search([("user_id", "=", user.id)])
                self.assertEqual(catatan.mapped("ip_address"), [alamat])
                self.assertFalse(catatan.country or catatan.city)
                jejak = http.root.session_store.get(sesi.sid)["_trace"]
                self.assertEqual([satu["ip_address"] for satu in jejak], [alamat])
