"""An empty register can be uninstalled without a trace and installed again: on a database of its own."""

import os

import pytest
from odoo.exceptions import UserError
from odoo.tests.loader import get_module_test_cases, get_test_modules

from .common import KantorMixin
from .salinan import lingkungan, salinan

NAMA = f"dpmd_pasang_{os.getpid()}"
BERTANDA = """
    SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%hanya\\_tambah' ORDER BY 1
"""


class Kantor(KantorMixin):
    """The office of the tests, committed to the database of this module."""


def _modul(env):
    return env["ir.module.module"].search([("name", "=", "dpmd_pengaduan")])


def _sisa(env):
    """Return what the database still has of the addon, by where it was found."""
    dicari = {
        "table": "SELECT tablename FROM pg_tables WHERE tablename LIKE 'dpmd\\_%' OR tablename LIKE '%\\_dpmd\\_%'",
        "column": "SELECT table_name || '.' || column_name FROM information_schema.columns "
        "WHERE column_name LIKE 'dpmd\\_%'",
        "function": "SELECT proname FROM pg_proc WHERE proname LIKE 'dpmd\\_%'",
        "external id": "SELECT name FROM ir_model_data WHERE module = 'dpmd_pengaduan'",
        "model": "SELECT model FROM ir_model WHERE model LIKE 'dpmd.%'",
        "field": "SELECT model || '.' || name FROM ir_model_fields "
        "WHERE name LIKE 'dpmd\\_%' OR relation LIKE 'dpmd.%'",
        "view": "SELECT name FROM ir_ui_view WHERE model LIKE 'dpmd.%' OR key LIKE 'dpmd\\_pengaduan.%'",
        "attachment": "SELECT name FROM ir_attachment WHERE res_model LIKE 'dpmd.%'",
        "message": "SELECT subject FROM mail_message WHERE model LIKE 'dpmd.%'",
        "activity": "SELECT summary FROM mail_activity WHERE res_model LIKE 'dpmd.%'",
        "report": "SELECT report_name FROM ir_act_report_xml WHERE model LIKE 'dpmd.%'",
        "action": "SELECT name->>'en_US' FROM ir_act_window WHERE res_model LIKE 'dpmd.%'",
        "website menu": "SELECT url FROM website_menu WHERE url LIKE '/pengaduan%'",
        "kind of activity": "SELECT name->>'en_US' FROM mail_activity_type WHERE res_model LIKE 'dpmd.%'",
        "home": "SELECT login FROM res_users WHERE action_id NOT IN (SELECT id FROM ir_actions)",
    }
    sisa = {}
    for apa, query in dicari.items():
        env.cr.execute(query)
        if baris := [satu for (satu,) in env.cr.fetchall()]:
            sisa[apa] = baris
    return sisa


@pytest.fixture
def kantor():
    """An office with a Kepala Dinas and no case; their ids."""
    with salinan(NAMA):
        with lingkungan(NAMA) as env:
            env["res.lang"]._activate_lang("en_US")
            Kantor.env, Kantor.company = env, env["res.company"].create({"name": "Dinas Uji"})
            kadis = Kantor.pegawai("uji_kadis", "kepala_dinas")
            env.flush_all()
            ids = Kantor.company.id, kadis.id
        yield ids


def test_empty_register_goes_without_a_trace_and_comes_back(kantor):
    company_id, kadis_id = kantor
    with lingkungan(NAMA) as env:
        env.cr.execute(BERTANDA)
        bertanda = env.cr.fetchall()
        assert {"table", "function", "external id", "view", "action"} <= _sisa(env).keys(), (
            "what is looked for is there"
        )
        cron = env["ir.cron"].search_count([])
        assert env["res.users"].browse(kadis_id).action_id, "whoever has a desk starts at it"
        _modul(env).button_immediate_uninstall()
    with lingkungan(NAMA) as env:
        assert _modul(env).state == "uninstalled"
        assert _sisa(env) == {}
        kadis = env["res.users"].browse(kadis_id)
        assert not kadis.action_id
        login = {"type": "password", "login": kadis.login, "password": kadis.login}
        assert env["res.users"].authenticate(login, {"interactive": False})["uid"] == kadis_id
        assert env["ir.ui.menu"].with_user(kadis).load_web_menus(False), "whoever had a desk finds a menu"
        _modul(env).button_immediate_install()
    with lingkungan(NAMA) as env:
        env.cr.execute(BERTANDA)
        assert env.cr.fetchall() == bertanda, "evidence is append-only again"
        assert env["ir.cron"].search_count([]) == cron
        pengaduan, kode = env["dpmd.pengaduan"]._terima(
            {"company_id": company_id, "saluran": "surat", "perihal": "BLT"}, {"isi_asli": "Isi"}
        )
        assert env["dpmd.pelapor"]._cari_kode_sudo(kode).pengaduan_id == pengaduan
        env.flush_all()
    with lingkungan(NAMA) as env, pytest.raises(UserError, match="official record"):
        _modul(env).button_immediate_uninstall()


def test_addon_brings_a_test_that_odoos_own_runner_finds():
    kasus = [satu for modul in get_test_modules("dpmd_pengaduan") for satu in get_module_test_cases(modul)]
    assert kasus
    assert all({"standard", "post_install"} <= satu.test_tags for satu in kasus)
