"""A crowd at the public form: on a database of its own, through the whole server, with threads that commit.

These are plain pytest tests, because a TransactionCase has one cursor and knows no races.
"""

import os
import threading
from collections import Counter
from unittest.mock import patch

import odoo.http
import pytest
from lxml import html
from odoo.addons.dpmd_pengaduan.controllers import formulir
from odoo.tools import config, mute_logger
from werkzeug.test import Client

from .salinan import lingkungan, salinan
from .test_nomor import Kantor, _perusahaan

NAMA = f"dpmd_serentak_{os.getpid()}"
SERENTAK = 50
SEMUA = 200


@pytest.fixture(scope="module")
def isian():
    """Yield a well filled anonymous form, without its words, of an office with a website."""
    with salinan(NAMA), patch.object(formulir, "JEDA_DETIK", 0), patch.dict(config.options.maps[0], db_name=[NAMA]):
        with lingkungan(NAMA) as env:
            Kantor.env = env
            Kantor.siapkan_kantor()
            env["website"].search([]).company_id = _perusahaan(env)
            env.flush_all()
            data = {
                "identitas": "anonim",
                "jenis": str(Kantor.jenis.id),
                "desa": str(Kantor.desa.id),
                "persetujuan": "1",
            }
        yield data


def _batas(jumlah):
    with lingkungan(NAMA) as env:
        env["dpmd.percobaan"].search([]).unlink()
        env["dpmd.instansi"]._milik(_perusahaan(env)).write({"batas_kirim_jam": jumlah, "batas_kirim_hari": jumlah})


def _minta(metode, alamat, **pilihan):
    """Ask the server as a phone does, with no cookie, all from one address."""
    tanya = Client(odoo.http.root, use_cookies=False)
    try:
        return tanya.open(
            alamat,
            method=metode,
            headers={"X-Odoo-Database": NAMA, "Host": "localhost"},
            environ_overrides={"REMOTE_ADDR": "203.0.113.7"},
            **pilihan,
        )
    finally:
        # Odoo leaves the address on the thread, and without a request takes it for the website's.
        vars(threading.current_thread()).pop("url", None)


def _token():
    return html.fromstring(_minta("GET", "/pengaduan/baru").data).xpath("//input[@name='token']/@value")[0]


def _kirim(isian):
    return _minta("POST", "/pengaduan/baru", data=isian)


def _kode(jawaban):
    """Return the receipt number of the page an answer leads to."""
    assert jawaban.status_code == 303, jawaban.status_code
    halaman = html.fromstring(_minta("GET", jawaban.headers["Location"]).data)
    return halaman.xpath("normalize-space(//p[@class='kode'])")


def _serentak(daftar, sekaligus=SERENTAK):
    """Send every form, so many at once; return the answers in the same order."""
    hasil, giliran = {}, iter(enumerate(daftar))
    pintu = threading.Lock()

    def kirim_terus():
        while True:
            with pintu:
                urutan, satu = next(giliran, (None, None))
            if urutan is None:
                return
            hasil[urutan] = _kirim(satu)

    benang = [threading.Thread(target=kirim_terus) for _kali in range(sekaligus)]
    with mute_logger("odoo.sql_db", "odoo.service.model"):
        for satu in benang:
            satu.start()
        for satu in benang:
            satu.join(300)
    return [hasil[urutan] for urutan in range(len(daftar))]


def _kata_tersimpan(awal):
    with lingkungan(NAMA) as env:
        return env["dpmd.pelapor"].search([("isi_asli", "=like", f"{awal}%")]).mapped("isi_asli")


def test_two_hundred_from_one_address_are_all_kept(isian):
    _batas(10_000)
    daftar = [{**isian, "isi": f"Kerumunan {n}.", "token": _token()} for n in range(SEMUA)]
    jawaban = _serentak(daftar)
    assert Counter(satu.status_code for satu in jawaban) == {303: SEMUA}
    assert sorted(_kata_tersimpan("Kerumunan")) == sorted(satu["isi"] for satu in daftar)
    with lingkungan(NAMA) as env:
        assert SEMUA / 2 < env["dpmd.percobaan"].search_count([]) <= SEMUA, "counting goes on in a crowd"


def test_beyond_the_limit_each_is_kept_or_told_to_wait_with_its_words(isian):
    _batas(20)
    daftar = [{**isian, "isi": f"Antrean {n}.", "token": _token()} for n in range(60)]
    jawaban = _serentak(daftar)
    status = Counter(satu.status_code for satu in jawaban)
    assert set(status) == {303, 429}
    assert status[303] >= 20
    tersimpan = _kata_tersimpan("Antrean")
    for satu, balasan in zip(daftar, jawaban, strict=True):
        if balasan.status_code == 303:
            assert satu["isi"] in tersimpan
        else:
            assert satu["isi"] not in tersimpan
            assert satu["isi"] in balasan.text, "the words come back in the form"


def test_the_same_form_at_once_makes_one_case_with_one_number(isian):
    _batas(10_000)
    token = _token()
    jawaban = _serentak([{**isian, "isi": "Kembar.", "token": token}] * 8, 8)
    assert len({_kode(satu) for satu in jawaban}) == 1
    assert _kata_tersimpan("Kembar") == ["Kembar."]


def test_two_versions_at_once_lose_neither(isian):
    _batas(10_000)
    token = _token()
    daftar = [{**isian, "isi": f"Versi {n}.", "token": token} for n in ("satu", "dua")]
    jawaban = _serentak(daftar, 2)
    assert sorted(satu.status_code for satu in jawaban) == [303, 409]
    [kalah] = [n for n, satu in enumerate(jawaban) if satu.status_code == 409]
    assert daftar[kalah]["isi"] in jawaban[kalah].text
    assert _kata_tersimpan("Versi") == [daftar[1 - kalah]["isi"]]


def test_where_nothing_can_be_counted_complaints_still_come_in(isian):
    _batas(10_000)
    token = _token()
    with lingkungan(NAMA) as env:
        env.cr.execute("ALTER TABLE dpmd_percobaan RENAME COLUMN sidik TO rusak")
        env.cr.execute("ALTER TABLE dpmd_percobaan ADD COLUMN sidik varchar GENERATED ALWAYS AS ('x') STORED")
    try:
        with mute_logger("odoo.addons.dpmd_pengaduan.models.publik.dpmd_percobaan", "odoo.sql_db"):
            jawaban = _kirim({**isian, "isi": "Tanpa hitungan.", "token": token})
    finally:
        with lingkungan(NAMA) as env:
            env.cr.execute("ALTER TABLE dpmd_percobaan DROP COLUMN sidik")
            env.cr.execute("ALTER TABLE dpmd_percobaan RENAME COLUMN rusak TO sidik")
    assert _kode(jawaban)
    assert _kata_tersimpan("Tanpa hitungan")
