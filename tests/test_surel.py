import pytz
from icalendar import Calendar
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
        self.assertNotIn("BLT", perihal)

    def acara(self, lampiran):
        """Return method and event of a calendar file, read by another library than the one that wrote it."""
        kalender = Calendar.from_ical(lampiran["rapat.ics"])
        [acara] = kalender.walk("VEVENT")
        return str(kalender["METHOD"]), acara

    def test_a_calendar_takes_the_meeting_in_strikes_it_off_and_takes_it_in_anew(self):
        pengaduan = self.jalan(self.buat(identitas="rahasia")[0], 9)
        self.surat()
        self.langkah_9(pengaduan)
        rapat, dulu = pengaduan.rapat_ids, self.surat()
        cara, acara = self.acara(dulu["kades@example.com"][1])
        self.assertEqual(cara, "REQUEST")
        self.assertEqual((acara.start, acara.end), (pytz.utc.localize(rapat.mulai), pytz.utc.localize(rapat.selesai)))
        self.assertEqual(str(acara["ATTENDEE"]), "mailto:kades@example.com", "nobody sees another guest")
        self.assertEqual(str(acara["ORGANIZER"]), "mailto:dinas@example.com")
        self.assertEqual((str(acara["STATUS"]), acara["LOCATION"]), ("CONFIRMED", rapat.tempat))
        for satu in ("BLT", "Siti", pengaduan.name, rapat.token[:8]):
            self.assertNotIn(satu, acara.to_ical().decode())
        self.assertEqual(self.acara(dulu["uji_kabid_a@example.com"][1])[1]["UID"], acara["UID"])

        self.sebagai("psm_a", rapat).action_tunda("Kepala Desa sakit")
        batal = self.surat()
        self.assertEqual(set(batal), set(dulu))
        self.assertEqual(set(batal["kades@example.com"][1]), {"rapat.ics"})
        self.assertNotIn("sakit", batal["kades@example.com"][2].as_string(), "why is the office's business")
        cara, dicoret = self.acara(batal["kades@example.com"][1])
        self.assertEqual((cara, str(dicoret["STATUS"]), dicoret["UID"]), ("CANCEL", "CANCELLED", acara["UID"]))
        self.assertGreater(dicoret["SEQUENCE"], acara["SEQUENCE"])

        self.sebagai("psm_a", pengaduan).action_ajukan_undangan(rapat.id)
        self.assertFalse(self.surat(), "not before it is signed")
        self.baca("kadis", pengaduan).action_sahkan()
        cara, lagi = self.acara(self.surat()["kades@example.com"][1])
        self.assertEqual((cara, lagi["UID"]), ("REQUEST", acara["UID"]))
        self.assertGreater(lagi["SEQUENCE"], dicoret["SEQUENCE"])

    def test_a_meeting_that_was_not_called_is_called_off_without_a_mail(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        rapat = self.buat_rapat(pengaduan)
        self.surat()
        self.sebagai("psm_a", rapat).action_batal("Ganti cara")
        self.assertFalse(self.surat())

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
