"""A summary is told once, though its job is stopped half-way, and though two do it at once.

Plain pytest tests on a database of their own, because a TransactionCase has one cursor and commits nothing.
"""

import os
import threading
from unittest.mock import patch

import pytest
from odoo.addons.dpmd_pengaduan.models.ingat import dpmd_ringkasan
from odoo.modules.registry import Registry
from odoo.tools import mute_logger

from .salinan import lingkungan, salinan
from .test_nomor import Kantor, _perusahaan

NAMA = f"dpmd_ingat_{os.getpid()}"


@pytest.fixture(scope="module", autouse=True)
def kantor():
    """An office at work, with a case on the desk of each of three officials."""
    with salinan(NAMA):
        with lingkungan(NAMA) as env:
            Kantor.env = env
            Kantor.siapkan_kantor()
            kasus = [Kantor.buat()[0] for _kali in range(3)]
            for jabatan, login, pengaduan in zip(
                ("pengadministrasi_umum", "kepala_dinas", "sekretaris_dinas"),
                ("pengadmin", "kadis", "sekretaris"),
                kasus,
                strict=True,
            ):
                pengaduan.sudo()._tulis({"desk_jabatan": jabatan, "desk_user_id": Kantor.orang[login].id})
            env["dpmd.instansi"].search([("company_id", "!=", _perusahaan(env).id)]).ringkasan = False
            env["dpmd.instansi"]._milik(_perusahaan(env)).ringkasan_jam = 0
        yield


@pytest.fixture(autouse=True)
def kosong():
    """Begin each test on a working day on which nobody was told yet."""
    with lingkungan(NAMA) as env:
        env["dpmd.ringkasan"].search([]).unlink()
        env["mail.mail"].search([]).unlink()
    with (
        patch.object(dpmd_ringkasan, "SEKALI", 2),
        patch.object(Registry(NAMA)["dpmd.instansi"], "_hari_kerja", lambda _instansi, _tanggal: True),
    ):
        yield


def _jalankan():
    with lingkungan(NAMA) as env:
        env["dpmd.ringkasan"]._cron_ringkasan()


def _terkirim():
    """Return who was told by mail, and how many rows and activities there are."""
    with lingkungan(NAMA) as env:
        jenis = env.ref(dpmd_ringkasan.KEGIATAN)
        return (
            sorted(env["mail.mail"].search([("subject", "!=", False)]).mapped("email_to")),
            env["dpmd.ringkasan"].search_count([]),
            env["mail.activity"].search_count([("activity_type_id", "=", jenis.id)]),
        )


SEMUA = (["uji_kadis@example.com", "uji_pengadmin@example.com", "uji_sekretaris@example.com"], 9, 3)


def test_a_job_that_is_stopped_goes_on_where_it_was_and_tells_nobody_twice():
    asli = Registry(NAMA)["ir.cron"]._commit_progress
    for putaran in range(3):
        # Stopped before its batch is committed: as if it had never begun.
        sebelum = patch.object(Registry(NAMA)["ir.cron"], "_commit_progress", side_effect=KeyboardInterrupt)
        with sebelum, pytest.raises(KeyboardInterrupt):
            _jalankan()
        assert _terkirim()[1] == 2 * putaran

        def berhenti(cron, *args, **kwargs):
            asli(cron, *args, **kwargs)
            raise KeyboardInterrupt

        # Stopped right after it.
        with patch.object(Registry(NAMA)["ir.cron"], "_commit_progress", berhenti), pytest.raises(KeyboardInterrupt):
            _jalankan()
        surel, baris, kegiatan = _terkirim()
        assert baris == 2 * (putaran + 1)
        assert len(surel) == kegiatan == len(set(surel)), "mail and activity come with the row"
    _jalankan()
    assert _terkirim() == SEMUA
    _jalankan()
    assert _terkirim() == SEMUA, "once a day"


def test_two_at_once_tell_everybody_once():
    galat = []

    def pekerja():
        try:
            with mute_logger("odoo.sql_db"):
                _jalankan()
        except Exception as kesalahan:  # noqa: BLE001
            galat.append(kesalahan)

    benang = [threading.Thread(target=pekerja) for _kali in range(4)]
    for satu in benang:
        satu.start()
    for satu in benang:
        satu.join(120)
    assert not galat
    _jalankan()  # the next run, half an hour later
    assert _terkirim() == SEMUA


def test_the_same_row_from_a_stale_view_of_the_day_is_left_to_who_was_first():
    """Another worker has told them since this one began to look: nothing doubles, and nothing breaks."""
    with lingkungan(NAMA) as env:
        Ringkasan = env["dpmd.ringkasan"]
        instansi = env["dpmd.instansi"]._milik(_perusahaan(env))
        hari_ini = instansi._saatnya_ringkasan()
        belum = Ringkasan._belum(instansi.company_id, hari_ini)
        isi = dpmd_ringkasan.IsiRingkasan(instansi, hari_ini)
        _jalankan()
        with mute_logger("odoo.sql_db"):
            assert not Ringkasan._ringkas_sekali(isi, belum[:2])
    assert _terkirim() == SEMUA
