from odoo.tests import tagged

from .common import KantorCase
from .surel import SurelMixin


@tagged("standard", "post_install", "-at_install")
class TestSurel(SurelMixin, KantorCase):
    """The right mail reaches the right person, once, over a real SMTP connection."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()

    def test_each_invitee_gets_the_undangan_and_the_calendar_file_alone(self):
        pengaduan = self.jalan(self.buat(identitas="rahasia")[0], 9)
        self.surat()
        self.langkah_9(pengaduan)
        surat = self.surat()
        self.assertEqual(set(surat), {"uji_kabid_a@example.com", "kades@example.com"})
        perihal, lampiran, _pesan = surat["kades@example.com"]
        self.assertEqual(set(lampiran), {"undangan.pdf", "rapat.ics"})
        self.assertNotIn(b"ATTENDEE", lampiran["rapat.ics"])
        self.assertNotIn("BLT", perihal)

    def test_pelapor_gets_the_answer_once_with_a_neutral_subject(self):
        pengaduan = self.jalan(self.buat()[0], 17)
        self.surat()
        self.langkah_17(pengaduan)
        surat = self.surat()
        self.assertEqual(set(surat), {"siti@example.com"})
        perihal, lampiran, pesan = surat["siti@example.com"]
        self.assertEqual(set(lampiran), {"pemberitahuan.pdf"})
        self.assertFalse(any(kata in perihal.lower() for kata in ("blt", "siti", "pengaduan")))
        self.assertNotIn("siti", (pesan["From"] + (pesan["Reply-To"] or "")).lower())
