from odoo.tests import tagged

from .common import KantorHttpCase


@tagged("standard", "post_install", "-at_install")
class TestLayarTur(KantorHttpCase):
    """The Kadis takes steps 4 and 5 in the browser."""

    def test_kadis_opens_and_assigns(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 4)
        self.start_tour("/odoo/meja-saya", "dpmd_kadis_langkah_4_5", login="uji_kadis")
        pengaduan.invalidate_recordset()
        self.assertEqual((pengaduan.langkah, pengaduan.state), (6, "sekretaris"))
        self.assertTrue(pengaduan.tanggal_dibaca_kadis)
        self.assertEqual(pengaduan.disposisi_ids.dari_user_id, self.orang["kadis"])
