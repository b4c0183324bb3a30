"""Databases: two templates, the office that runs, and the throw-away ones of tests.

    base     core modules with Indonesian      renewed when Odoo or the requirements change
    addon    base + the addon                  renewed when a file of the addon changes
    office   addon + the office of the tests   likewise, and when that office changes
    run      addon + the demo office           lasts; updated when a file of the addon changes
    test     a copy of office or addon         dropped after the run

Each is built under a temporary name and renamed when complete, so a name that exists is good.
Whoever uses a database holds a lock of its name; what is temporary and unlocked is swept.
"""

import json
import os
from contextlib import contextmanager

from tools import locks, odoo, odoo_source, paths, postgres, ui, venv

BASE_MODULES = ("mail", "portal", "calendar", "resource", "rating", "website", "portal_rating")
LANGUAGE = "id_ID"

PREFIX = f"dpmd_{paths.CHECKOUT_ID}"
if SERVER := os.environ.get("PGHOST"):
    # Their files lie beside those of our own server's databases and must not share a name.
    PREFIX += paths.digest(SERVER, os.environ.get("PGPORT"))[:4]
RUN = f"{PREFIX}_run"
TEMPORARY = (f"{PREFIX}_new_", f"{PREFIX}_test_")
TEMPLATES = (f"{PREFIX}_base_", f"{PREFIX}_addon_", f"{PREFIX}_office_")

# The style sheets and scripts of every page, of the backend and of the website.
COMPILE_ASSETS = """
for website in (False, env['website'].search([], limit=1).id):
    qweb = env['ir.qweb'].with_context(website_id=website)
    for bundle in ('web.assets_web', 'web.assets_web_print', 'web.assets_frontend',
                   'web.assets_frontend_minimal', 'web.assets_frontend_lazy', 'web.assets_tests'):
        qweb._get_asset_bundle(bundle, css=False, js=True).js()
        qweb._get_asset_bundle(bundle, css=True, js=False).css()
"""

INDONESIAN = """
env['ir.default'].set('res.partner', 'lang', 'id_ID')
env['res.users'].with_context(active_test=False).search([]).write({'lang': 'id_ID'})
"""

# Its people and their passwords take seconds, which each class of tests would spend again.
OFFICE = f"""
from odoo.addons.{paths.ADDON}.tests.common import KantorMixin
type("Kantor", (KantorMixin,), {{"env": env}}).siapkan_kantor()
"""

DEMO = f"""
from odoo.addons.{paths.ADDON}.demo import load
load(env)
"""


def _present(condition="TRUE"):
    return postgres.sql(
        f"SELECT datname FROM pg_database WHERE starts_with(datname, '{PREFIX}_') AND {condition}"
    ).splitlines()


def names():
    """Return this checkout's databases, without those that are damaged.

    A connection limit of -2 marks one whose dropping was cut short; one without files outlived
    a removed .dev.
    """
    return [name for name in _present("datconnlimit <> -2") if (paths.FILESTORE / name).is_dir()]


def drop(name):
    """Drop a database and its files."""
    try:
        postgres.sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    except ui.Stop:
        # An autovacuum worker is the superuser's: only the plain form may send it away.
        postgres.sql(f'DROP DATABASE IF EXISTS "{name}"')
    paths.remove(paths.FILESTORE / name)


def _discard(name):
    """Drop a temporary database with its lock; one that was renamed is no longer there."""
    drop(name)
    (paths.LOCKS / name).unlink(missing_ok=True)


def _link_files(source, target):
    """Give a copy its files as hard links: Odoo never changes a file, it adds and deletes."""
    paths.remove(paths.FILESTORE / target)
    if (paths.FILESTORE / source).exists():
        _link_tree(paths.FILESTORE / source, paths.FILESTORE / target)


def _link_tree(source, target):
    target.mkdir(parents=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _link_tree(entry, target / entry.name)
        else:
            os.link(entry, target / entry.name)


def _copy(template, name):
    _link_files(template, name)
    postgres.sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _rename(name, final):
    """Give a complete database its name, perhaps of one that it replaces.

    The files go first, because the name says that all is there.
    """
    drop(final)
    if (paths.FILESTORE / name).exists():
        (paths.FILESTORE / name).rename(paths.FILESTORE / final)
    postgres.sql(f'ALTER DATABASE "{name}" RENAME TO "{final}"')


def sweep(keep=()):
    """Drop what killed runs left and templates that nothing uses any more."""
    for name in _present():
        if name.startswith(TEMPORARY + TEMPLATES) and name not in keep:
            with locks.held(name, wait=False) as free:
                if free:
                    _discard(name)


@contextmanager
def _built_as(final):
    """Yield a temporary name to build under; it becomes `final` when the block ends well."""
    name = f"{PREFIX}_new_{os.getpid()}"
    with locks.held(name):
        drop(name)
        try:
            yield name
            _rename(name, final)
        finally:
            _discard(name)


def _warm(name, log, step):
    """Compile the assets once, not in every test that opens a page."""
    odoo.script(name, COMPILE_ASSETS, log, "Odoo's pages could not be compiled.", step)


def _base_key():
    return paths.digest(odoo_source.version(), venv.RUN, BASE_MODULES, LANGUAGE)


def _templates():
    """Return the names of the three templates."""
    source = paths.digest(_base_key(), paths.addon_digest())
    office = paths.digest(source, paths.ADDON_DIR / "tests" / "common.py")
    return f"{PREFIX}_base_{_base_key()}", f"{PREFIX}_addon_{source}", f"{PREFIX}_office_{office}"


def office():
    """Return the name of the template with the office of the tests, built where it is not up to date."""
    addon = template()
    _base, _addon, office = _templates()
    if office not in names():
        with ui.step("Database with the office of the tests") as step, _built_as(office) as name:
            _copy(addon, name)
            odoo.script(name, OFFICE, "template-office", "The office of the tests could not be built.", step)
    return office


def template():
    """Return the name of the addon template, built where it is not up to date."""
    base, addon, office = _templates()
    sweep(keep=(base, addon, office))
    have = names()
    if addon in have:
        return addon
    if base not in have:
        with ui.step("Database with Odoo's own modules") as step, _built_as(base) as name:
            odoo.install(
                name, BASE_MODULES, "template-base", "Odoo's own modules could not be installed.", step, LANGUAGE
            )
            _warm(name, "template-base", step)
    with ui.step("Database with the addon") as step, _built_as(addon) as name:
        _copy(base, name)
        odoo.install(name, [paths.ADDON], "template-addon", "The addon could not be installed.", step)
        _warm(name, "template-addon", step)
    return addon


@contextmanager
def ready_template():
    """Have a server and the addon template for the time of the block; once in a process."""
    with postgres.running():
        with locks.setup():
            name = template()
        with locks.held(name, shared=True):
            yield name


@contextmanager
def test_copy(of_template):
    """Yield the name of a fresh copy of a template, dropped afterwards."""
    name = f"{PREFIX}_test_{os.getpid()}"
    with locks.held(name), locks.held(of_template, shared=True):
        try:
            with ui.step("Test database"):
                drop(name)
                _copy(of_template, name)
            yield name
        finally:
            _discard(name)


def _about(name):
    """Return what was noted about the run database when it was last built or updated."""
    note = postgres.sql(f"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{name}'")
    return json.loads(note) if note else {}


def _note(name, demo):
    note = json.dumps({"odoo": odoo_source.version(), "addon": paths.addon_digest(), "demo": demo})
    postgres.sql(f"""COMMENT ON DATABASE "{name}" IS '{note.replace("'", "''")}'""")


def run_database(demo, reset):
    """Return the name of the office's database, built or brought up to date."""
    if reset or RUN not in names():
        _build_run_database(demo)
        return RUN
    about = _about(RUN)
    if about.get("demo") and not demo:
        raise ui.Stop(
            "The office that is here has the demo in it; --no-demo needs --reset, which throws that office away."
        )
    if about.get("odoo") != odoo_source.version():
        outdated = "base"  # everything depends on it
    elif about.get("addon") != paths.addon_digest():
        outdated = paths.ADDON
    else:
        return RUN
    with ui.step("Updating the office to the changed source") as step:
        odoo.update(
            RUN, [outdated], "update", "The update failed (./dev run --reset builds a new office instead).", step
        )
        _note(RUN, about.get("demo", False))
    return RUN


def _build_run_database(demo):
    source = template()
    title = "The office with its demo" if demo else "The empty office"
    with ui.step(title) as step, _built_as(RUN) as name:
        _copy(source, name)
        odoo.script(
            name,
            INDONESIAN + (DEMO if demo else ""),
            "office",
            "The demo office could not be loaded (./dev run --no-demo leaves it out).",
            step,
        )
        _note(name, demo)
