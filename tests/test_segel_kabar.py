"""A refused paper is noted although the request that was refused is rolled back: on a database of its own."""

import os
import threading

import pytest
from odoo.api import Environment
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import call_kw, retrying
from odoo.tools import mute_logger

from .common import KantorMixin
from .rusak import PALSU, berkas_tertukar
from .salinan import lingkungan, salinan

NAMA = f"dpmd_segel_{os.getpid()}"


class Kantor(KantorMixin):
    """The office of the tests, committed to the database of this module."""


@pytest.fixture
def kantor():
    """An office with a case whose form is complete: ids of the Kadis, the inspector, the case and its form."""
    with salinan(NAMA):
        with lingkungan(NAMA) as env:
            Kantor.env = env
            Kantor.siapkan_kantor()
            pengaduan = Kantor.buat()[0]
            pengaduan.with_user(Kantor.orang["pengadmin"]).action_daftarkan()
            ids = (
                Kantor.orang["kadis"].id,
                Kantor.orang["pengawas"].id,
                pengaduan.id,
                pengaduan.pelapor_ids.dokumen_ids.id,
            )
            env.flush_all()
        yield ids


def _minta(uid, dokumen_id, sementara=None):
    """Read the PDF of a paper in a request of its own, which is closed as Odoo closes it when it is refused."""
    cr = Registry(NAMA).cursor()
    try:
        env = Environment(cr, uid, {})

        def kerja():
            if sementara:
                sementara(env)
            return call_kw(env["dpmd.dokumen"], "read", [[dokumen_id], ["pdf"]], {})

        with pytest.raises(UserError, match="no longer the one"):
            retrying(kerja, env)
    finally:
        cr.close()
    for benang in threading.enumerate():
        if benang.name == "dpmd.dokumen":
            benang.join(60)


def _catatan(pengaduan_id):
    with lingkungan(NAMA) as env:
        pengaduan = env["dpmd.pengaduan"].browse(pengaduan_id)
        baris = pengaduan.kartu_ids.filtered(lambda satu: satu.jenis == "rusak")
        return [(satu.nama, satu.dokumen_id.id, satu.keluaran) for satu in baris]


@mute_logger("odoo.addons.dpmd_pengaduan.models.naskah.dokumen_utuh", "odoo.sql_db")
def test_a_refused_paper_is_noted_once_and_told(kantor):
    kadis_id, pengawas_id, pengaduan_id, dokumen_id = kantor
    with lingkungan(NAMA) as env, berkas_tertukar(env["dpmd.dokumen"].browse(dokumen_id), PALSU):
        # Whoever is refused may hold the case until his transaction is over, and may have written to it.
        _minta(kadis_id, dokumen_id, lambda env: env["dpmd.pengaduan"].browse(pengaduan_id)._kunci())
        catatan = _catatan(pengaduan_id)
        _minta(kadis_id, dokumen_id)
        assert _catatan(pengaduan_id) == catatan, "once for each paper"
    [(nama, naskah_id, kalimat)] = catatan
    assert (nama, naskah_id) == ("Sistem", dokumen_id)
    assert "Formulir Pengaduan" in kalimat and "Siti" not in kalimat
    with lingkungan(NAMA) as env:
        pengaduan = env["dpmd.pengaduan"].browse(pengaduan_id)
        assert pengaduan._kartu_utuh(), "the note itself is a line like any other"
        surat = env["mail.message"].search(
            [
                ("model", "=", "dpmd.pengaduan"),
                ("res_id", "=", pengaduan_id),
                ("message_type", "=", "user_notification"),
            ]
        )
        penerima = surat.filtered(lambda satu: "Formulir Pengaduan" in satu.body).notified_partner_ids
        assert penerima == env["res.users"].browse([kadis_id, pengawas_id]).partner_id


@mute_logger("odoo.addons.dpmd_pengaduan.models.naskah.dokumen_utuh", "odoo.sql_db", "odoo.service.model")
def test_two_refused_at_once_leave_one_note(kantor):
    kadis_id, _pengawas_id, pengaduan_id, dokumen_id = kantor
    mulai = threading.Barrier(4)
    with lingkungan(NAMA) as env, berkas_tertukar(env["dpmd.dokumen"].browse(dokumen_id), PALSU):
        orang = [
            threading.Thread(target=_minta, args=(kadis_id, dokumen_id, lambda _env: mulai.wait(60)))
            for _kali in range(4)
        ]
        for satu in orang:
            satu.start()
        for satu in orang:
            satu.join(120)
    assert len(_catatan(pengaduan_id)) == 1
