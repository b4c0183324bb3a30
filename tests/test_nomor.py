"""Register numbers under real concurrency: on a database of its own, with threads that commit.

These are plain pytest tests, because a TransactionCase has one cursor and knows no races.
"""

import os
import threading

import odoo
import pytest
from freezegun import freeze_time
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tools import mute_logger

from .common import KantorMixin
from .salinan import lingkungan, salinan

NAMA = f"dpmd_nomor_{os.getpid()}"
JUMLAH = 20


class Kantor(KantorMixin):
    """The office of the tests, committed to the database of this module."""


def _lingkungan(uid=odoo.SUPERUSER_ID):
    return lingkungan(NAMA, uid)


@pytest.fixture(scope="module")
def kantor():
    """A copy of the addon template with an office in it; dropped afterwards."""
    with salinan(NAMA):
        with _lingkungan() as env:
            Kantor.env = env
            Kantor.siapkan_kantor()
            # Ids only: the records belong to a cursor that is closed by now.
            orang = {login: user.id for login, user in Kantor.orang.items()}
            env.flush_all()
        yield orang


def _perusahaan(env, nama="Dinas Uji"):
    return env["res.company"].search([("name", "=", nama)])


def _terima(env, petugas, jumlah, company=None):
    """Take complaints at the counter, with their form still missing; return ids and receipts."""
    company = company or _perusahaan(env)
    hasil = [
        env["dpmd.pengaduan"]
        .with_user(petugas)
        ._terima({"company_id": company.id, "saluran": "surat", "perihal": f"Pengaduan {n}"}, {"isi_asli": "Isi"})
        for n in range(jumlah)
    ]
    return [pengaduan.id for pengaduan, _kode in hasil], [kode for _pengaduan, kode in hasil]


def _serentak(kerja, daftar):
    """Run ``kerja(env, item)`` for every item at once, each in its own transaction, as a request would."""
    mulai = threading.Barrier(len(daftar))
    hasil = {}

    def jalankan(kunci, uid, argumen):
        try:
            with Registry(NAMA).cursor() as cr:
                env = odoo.api.Environment(cr, uid, {})
                cr.execute("SELECT 1")  # the snapshot is taken before anybody has a number
                mulai.wait(60)
                hasil[kunci] = retrying(lambda: kerja(env, argumen), env)
        except Exception as galat:  # what a user would see
            hasil[kunci] = galat

    benang = [threading.Thread(target=jalankan, args=(n, uid, argumen)) for n, (uid, argumen) in enumerate(daftar)]
    with mute_logger("odoo.sql_db", "odoo.service.model"):
        for satu in benang:
            satu.start()
        for satu in benang:
            satu.join(300)
    return [hasil[n] for n in range(len(daftar))]


def test_twenty_at_once_get_the_numbers_one_to_twenty(kantor):
    def daftarkan(env, pengaduan_id):
        env["dpmd.pengaduan"].browse(pengaduan_id).action_daftarkan()
        return True

    with _lingkungan() as env:
        ids, kode = _terima(env, kantor["pengadmin"], JUMLAH)
    assert len(set(kode)) == JUMLAH
    hasil = _serentak(daftarkan, [(kantor["pengadmin"], pengaduan_id) for pengaduan_id in ids])
    assert hasil == [True] * JUMLAH
    with _lingkungan() as env:
        pengaduan = env["dpmd.pengaduan"].browse(ids)
        assert sorted(pengaduan.mapped("nomor")) == list(range(1, JUMLAH + 1)), "a gap or a twin"
        assert len(set(pengaduan.mapped("name"))) == JUMLAH
        assert set(pengaduan.mapped("state")) == {"terdaftar"}
        for satu, angka in zip(pengaduan, kode, strict=True):
            assert env["dpmd.pelapor"]._cari_kode_sudo(angka).pengaduan_id == satu, "each has its own receipt"
            assert satu.kartu_ids.filtered(lambda baris: baris.nomor == 2 and baris.jenis == "langkah").keluaran
            assert satu._kartu_utuh()


def test_two_who_press_at_once_take_one_step(kantor):
    def daftarkan(env, pengaduan_id):
        env["dpmd.pengaduan"].browse(pengaduan_id).action_daftarkan()
        return True

    with _lingkungan() as env:
        kedua = Kantor.env = env
        Kantor.company = _perusahaan(kedua)
        petugas_lain = Kantor.pegawai("uji_pengadmin_2", "pengadministrasi_umum", company=Kantor.company).id
        (pengaduan_id,), _kode = _terima(env, kantor["pengadmin"], 1)
        sebelum = env["dpmd.pengaduan"].search([], order="nomor desc", limit=1).nomor
    hasil = _serentak(daftarkan, [(kantor["pengadmin"], pengaduan_id), (petugas_lain, pengaduan_id)])
    kalah = [galat for galat in hasil if galat is not True]
    assert len(kalah) == 1, hasil
    assert isinstance(kalah[0], UserError)
    assert "Reload the page" in str(kalah[0])
    with _lingkungan() as env:
        pengaduan = env["dpmd.pengaduan"].browse(pengaduan_id)
        assert pengaduan.nomor == sebelum + 1
        assert len(pengaduan.kartu_ids.filtered(lambda baris: baris.nomor == 2)) == 1, "one line on the card"
        assert pengaduan._kartu_utuh()


def test_rollback_leaves_no_gap(kantor):
    with _lingkungan() as env:
        ids, _kode = _terima(env, kantor["pengadmin"], 2)
        terakhir = env["dpmd.pengaduan"].search([], order="nomor desc", limit=1).nomor
    with Registry(NAMA).cursor() as cr:
        env = odoo.api.Environment(cr, kantor["pengadmin"], {})
        pengaduan = env["dpmd.pengaduan"].browse(ids[0])
        pengaduan.action_daftarkan()
        assert pengaduan.nomor == terakhir + 1
        cr.rollback()
    with _lingkungan(kantor["pengadmin"]) as env:
        pengaduan = env["dpmd.pengaduan"].browse(ids[1])
        pengaduan.action_daftarkan()
        assert pengaduan.nomor == terakhir + 1


def test_years_and_offices_count_for_themselves(kantor):
    def daftar(env, petugas, company=None):
        (pengaduan_id,), _kode = _terima(env, petugas, 1, company)
        pengaduan = env["dpmd.pengaduan"].browse(pengaduan_id)
        pengaduan.with_user(petugas).action_daftarkan()
        return pengaduan.tahun, pengaduan.nomor

    with _lingkungan() as env:
        lain = _perusahaan(env, "Dinas Tetangga")
        tahun, nomor = daftar(env, kantor["pengadmin"])
        assert daftar(env, kantor["pengadmin_lain"], lain) == (tahun, 1), "another office"
        assert daftar(env, kantor["pengadmin"]) == (tahun, nomor + 1)
        with freeze_time(f"{tahun + 1}-01-02 03:00:00"):
            assert daftar(env, kantor["pengadmin"]) == (tahun + 1, 1), "another year"
            assert daftar(env, kantor["pengadmin"]) == (tahun + 1, 2)
        # The number of the year that ends is taken by the office's clock: 17:00 UTC is past midnight in Makassar.
        with freeze_time(f"{tahun + 1}-12-31 17:00:00"):
            assert daftar(env, kantor["pengadmin"]) == (tahun + 2, 1)
        env.cr.rollback()


def test_two_signatories_at_once_leave_one_signature_and_one_number(kantor):
    def sahkan(env, dokumen_id):
        return bool(env["dpmd.dokumen"].browse(dokumen_id).action_sahkan())

    with _lingkungan() as env:
        (pengaduan_id,), _kode = _terima(env, kantor["pengadmin"], 1)
        pengaduan = env["dpmd.pengaduan"].browse(pengaduan_id)
        pengaduan.with_user(kantor["kadis"]).action_tutup("bukan_pengaduan", "Permintaan informasi: ke PPID.")
        surat = pengaduan._surat_jawaban()
        surat.with_user(kantor["kadis"]).action_dibuka()
        dokumen_id = surat.id
    hasil = _serentak(sahkan, [(kantor["kadis"], dokumen_id)] * 3)
    kalah = [galat for galat in hasil if galat is not True]
    assert len(kalah) == 2, hasil
    assert all(isinstance(galat, UserError) for galat in kalah), hasil
    with _lingkungan() as env:
        surat = env["dpmd.dokumen"].browse(dokumen_id)
        assert (surat.state, surat.nomor) == ("berlaku", 1)
        assert surat.pengesahan_ids.mapped("jenis") == ["tanda_tangan"]
        assert env["dpmd.pengaduan"].browse(pengaduan_id)._kartu_utuh()
