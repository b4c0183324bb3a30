"""Mails under real transactions: on a database of its own, with threads that commit."""

import threading
import time

import pytest
from odoo import SUPERUSER_ID
from odoo.tools import mute_logger

from .surel import server_surat
from .test_nomor import _lingkungan, _perusahaan, _serentak, kantor  # noqa: F401

ANGKA = "4711471147114711"


@pytest.fixture
def surat(kantor):  # noqa: F811
    """A mail server that the office's mails go to; what it received."""
    penampung, port, berhenti = server_surat()
    with _lingkungan() as env:
        env["ir.mail_server"].search([]).active = False
        env["mail.mail"].search([]).write({"state": "cancel"})
        env["ir.mail_server"].create({"name": "loopback", "smtp_host": "127.0.0.1", "smtp_port": port})
    yield penampung
    berhenti()


def _benang():
    """Return the threads that are still sending."""
    return [benang for benang in threading.enumerate() if benang.name == "dpmd.surel"]


def _tunggu(syarat):
    """Wait until something is so, ten seconds at most."""
    for _kali in range(100):
        if syarat():
            return
        time.sleep(0.1)


def _pelapor(env):
    """Take a complaint with an address; return its identity."""
    return (
        env["dpmd.pengaduan"]
        ._terima(
            {"company_id": _perusahaan(env).id, "saluran": "surat", "perihal": "BLT"},
            {"isi_asli": "Isi", "nama": "Siti", "email": "siti@example.com"},
        )[0]
        .pelapor_ids
    )


def test_queue_runs_at_once_send_a_mail_once(surat):
    surat.lambat = 0.5
    with _lingkungan() as env:
        pelapor = _pelapor(env)
        pesan = pelapor._simpan_surel("Ada kabar.")
        surel = env["mail.mail"].create(
            {
                "mail_message_id": pesan.id,
                "email_to": "siti@example.com",
                "body_html": "<p>Ada kabar.</p>",
                "auto_delete": True,
            }
        )
        surel_id = surel.id

    def kirim(env, mail_id):
        env["mail.mail"].browse(mail_id).send()
        return True

    with mute_logger("odoo.addons.mail.models.mail_mail"):
        _serentak(kirim, [(SUPERUSER_ID, surel_id)] * 6)
    assert len(surat.surat) == 1
    with _lingkungan() as env:
        assert not env["mail.mail"].browse(surel_id).exists()


def test_receipt_leaves_with_the_commit_and_not_without_one(surat):
    with _lingkungan() as env:
        _pelapor(env)._kirim_tanda_terima(ANGKA)
        env.cr.rollback()
    assert not surat.surat
    with _lingkungan() as env:
        _pelapor(env)._kirim_tanda_terima(ANGKA)
        assert not surat.surat, "it left before the case was safe"
    _tunggu(lambda: surat.surat)
    [(kepada, pesan)] = surat.surat
    assert kepada == ["siti@example.com"]
    assert "4711 4711 4711 4711" in pesan.get_body(("plain",)).get_content()
    assert pesan["Auto-Submitted"] == "auto-generated"


def test_refused_receipt_leaves_the_case_and_a_notice(surat):
    surat.tolak = True
    with mute_logger("odoo.addons.dpmd_pengaduan.models.surel.dpmd_surel"), _lingkungan() as env:
        pelapor = _pelapor(env)
        pelapor._kirim_tanda_terima(ANGKA)
        pelapor_id = pelapor.id
        env.cr.commit()
        _tunggu(lambda: not _benang())
    with _lingkungan() as env:
        kegiatan = env["dpmd.pelapor"].browse(pelapor_id).pengaduan_id.activity_ids
        assert env.ref("dpmd_pengaduan.activity_surel_gagal") in kegiatan.activity_type_id
