"""What is typed in a dialog belongs to who typed it: nobody else of the same group finds, reads or presses it."""

from odoo.exceptions import AccessError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestDialog(KantorCase):
    def rpc(self, login, model, metode, *args, **kwargs):
        return call_kw(self.sebagai(login, self.env[model]), metode, list(args), kwargs)

    @mute_logger("odoo.addons.base.models.ir_rule")
    def test_only_its_author_reads_or_presses_a_row_by_rpc(self):
        pengaduan = self.jalan(self.buat()[0], 8)
        isi = {"res_id": pengaduan.id, "cara": "kartu", "keterangan": "KTP atas nama Zulkarnaen"}
        (nomor,) = self.rpc("psm_a", "dpmd.kode.wizard", "create", [isi])
        ambil = {
            "search_read": ([], ["keterangan"]),
            "search_count": ([],),
            "name_search": ("",),
            "formatted_read_group": ([], ["keterangan"], ["__count"]),
        }
        for login in ("psm_a2", "kabid_a", "pengadmin"):
            with self.subTest(login=login):
                for metode, isian in ambil.items():
                    self.assertFalse(self.rpc(login, "dpmd.kode.wizard", metode, *isian), metode)
                for metode, isian in (
                    ("read", (["keterangan"],)),
                    ("web_read", ({"keterangan": {}},)),
                    ("write", ({"keterangan": "lain"},)),
                    ("action_ganti", ()),
                    ("unlink", ()),
                ):
                    with self.assertRaises(AccessError, msg=metode):
                        self.rpc(login, "dpmd.kode.wizard", metode, [nomor], *isian)
        self.assertEqual(
            self.rpc("psm_a", "dpmd.kode.wizard", "read", [nomor], ["keterangan"])[0]["keterangan"], isi["keterangan"]
        )

    def test_every_dialog_of_the_addon_is_its_authors(self):
        dialog = [nama for nama in self.registry if nama.startswith("dpmd.") and self.registry[nama].is_transient()]
        self.assertIn("dpmd.terima.wizard", dialog)
        for nama in dialog:
            for mode in ("read", "write", "create", "unlink"):
                domain = self.sebagai("psm_a", self.env["ir.rule"])._compute_domain(nama, mode)
                bidang = {syarat.field_expr for syarat in domain.iter_conditions()}
                self.assertIn("create_uid", bidang, f"{nama}: {mode}")
