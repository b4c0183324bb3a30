"""A database of its own for tests that commit: a copy of the addon template, dropped afterwards."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import odoo
import psycopg2
import psycopg2.errors
from odoo.modules.registry import Registry
from odoo.tools import config


@contextmanager
def salinan(nama):
    """Make the copy and load it; inside the block Odoo does not know that it is tested."""
    templat = os.environ["DPMD_TEMPLATE_DB"]
    files = Path(config.filestore(nama))
    semula = config["test_enable"]
    with _postgres() as pg:
        pg.execute(f'CREATE DATABASE "{nama}" TEMPLATE "{templat}"')
        try:
            shutil.copytree(config.filestore(templat), files, copy_function=os.link, dirs_exist_ok=True)
            config["test_enable"] = False
            Registry(nama)
            yield
        finally:
            config["test_enable"] = semula
            Registry.delete(nama)
            odoo.sql_db.close_db(nama)
            try:
                pg.execute(f'DROP DATABASE IF EXISTS "{nama}" WITH (FORCE)')
            except psycopg2.errors.InsufficientPrivilege:
                # An autovacuum worker is the superuser's: only the plain form may send it away.
                pg.execute(f'DROP DATABASE IF EXISTS "{nama}"')
            shutil.rmtree(files, ignore_errors=True)


@contextmanager
def lingkungan(nama, uid=odoo.SUPERUSER_ID):
    """Yield an environment of its own that commits."""
    with Registry(nama).cursor() as cr:
        yield odoo.api.Environment(cr, uid, {})


@contextmanager
def _postgres():
    sambungan = psycopg2.connect(dbname="postgres")
    sambungan.autocommit = True
    try:
        yield sambungan.cursor()
    finally:
        sambungan.close()
