"""What the tests of the mails share: a real SMTP server on loopback that keeps what it is given, or refuses it."""

import asyncio
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage
from unittest.mock import patch

from aiosmtpd.controller import Controller

KOTAK = "pengaduan@uji.example.com"


class Penampung:
    """Keeps what a real SMTP server on loopback receives, as ``[(addressees, message)]``."""

    def __init__(self):
        self.surat = []
        self.tolak = False
        self.lambat = 0

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.lambat)
        if self.tolak:
            return "550 5.1.1 no such user"
        self.surat.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.SMTP)))
        return "250 OK"


def server_surat():
    """Start the server; return what it receives, its port, and how to stop it."""
    penampung = Penampung()
    with socket.create_server(("127.0.0.1", 0)) as bebas:
        port = bebas.getsockname()[1]
    server = Controller(penampung, hostname="127.0.0.1", port=port)
    server.start()
    return penampung, port, server.stop


class SurelMixin:
    """Mails go out over a real SMTP connection; mixed into a test class before its base."""

    @classmethod
    def siapkan_surel(cls):
        cls.penampung, port, berhenti = server_surat()
        cls.addClassCleanup(berhenti)
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
            isi[kepada[0]] = (pesan["Subject"], lampiran, pesan)
        self.penampung.surat.clear()
        return isi

    def teks(self, pesan, jenis="plain"):
        """Return the text of a mail, or its HTML."""
        return pesan.get_body((jenis,)).get_content()


class SurelMasukMixin(SurelMixin):
    """Mails come in to the address of the office; mixed into a test class before its base."""

    @classmethod
    def siapkan_surel(cls):
        super().siapkan_surel()
        cls.company.alias_domain_id = cls.env["mail.alias.domain"].create({"name": "uji.example.com"})
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        cls.instansi.write({"alias_name": "pengaduan", "alias_domain_id": cls.company.alias_domain_id.id})

    def setUp(self):
        super().setUp()
        self.terkirim = []
        self.penampung.surat.clear()

    def pesan(self, isi="BLT Maret belum dibayar.", dari="Budi Santoso <budi@example.com>", **kepala):
        """Return a mail to the office; header names with ``_`` for ``-``."""
        surat = EmailMessage(policy=policy.SMTP)
        for nama, nilai in {
            "From": dari,
            "To": KOTAK,
            "Subject": "BLT belum dibayar",
            "Message-Id": f"<{self.id()}-{len(self.terkirim)}@example.com>",
            **kepala,
        }.items():
            surat[nama.replace("_", "-")] = nilai
        surat.set_content(isi)
        self.terkirim.append(surat)
        return surat
