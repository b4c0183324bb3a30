import socket
from email import message_from_bytes
from email.header import decode_header, make_header
from unittest.mock import patch

from aiosmtpd.controller import Controller
from odoo.tests import tagged

from .common import KantorCase


class Penampung:
    """Keeps what a real SMTP server on loopback receives."""

    def __init__(self):
        self.surat = []

    async def handle_DATA(self, server, session, envelope):
        self.surat.append((envelope.rcpt_tos, message_from_bytes(envelope.content)))
        return "250 OK"


@tagged("standard", "post_install", "-at_install")
class TestSurel(KantorCase):
    """The right mail reaches the right person, once, over a real SMTP connection."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.penampung = Penampung()
        with socket.create_server(("127.0.0.1", 0)) as bebas:
            port = bebas.getsockname()[1]
        server = Controller(cls.penampung, hostname="127.0.0.1", port=port)
        server.start()
        cls.addClassCleanup(server.stop)
        cls.env["ir.mail_server"].search([]).active = False
        cls.env["ir.mail_server"].create({"name": "loopback", "smtp_host": "127.0.0.1", "smtp_port": port})
        cls.startClassPatcher(
            patch.object(cls.registry["ir.mail_server"], "_disable_send", classmethod(lambda _c: False))
        )

    def surat(self):
        """Return what arrived since the last look, as {address: (subject, {attachment: bytes}, message)}."""
        isi = {}
        for kepada, pesan in self.penampung.surat:
            self.assertEqual(len(kepada), 1, "nobody sees another addressee")
            self.assertNotIn(kepada[0], isi, "one mail each")
            lampiran = {
                bagian.get_filename(): bagian.get_payload(decode=True)
                for bagian in pesan.walk()
                if bagian.get_filename()
            }
            isi[kepada[0]] = (str(make_header(decode_header(pesan["Subject"]))), lampiran, pesan)
        self.penampung.surat.clear()
        return isi

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
        pengaduan = self.jalan(self.buat(identitas="rahasia")[0], 17)
        self.surat()
        self.langkah_17(pengaduan)
        surat = self.surat()
        self.assertEqual(set(surat), {"siti@example.com"})
        perihal, lampiran, pesan = surat["siti@example.com"]
        self.assertEqual(set(lampiran), {"pemberitahuan.pdf"})
        self.assertFalse(any(kata in perihal.lower() for kata in ("blt", "siti", "pengaduan")))
        self.assertNotIn("siti", (pesan["From"] + (pesan["Reply-To"] or "")).lower())
