"""./dev lint: style, Odoo's rules, XML, one vocabulary, and a complete Indonesian translation."""

import os
import subprocess

from tools import database, flow, odoo, paths, setup, ui, venv

TRANSLATION = f"{paths.ADDON}/i18n/id.po"
GLOSSARY = "docs/kosakata.md"
TERMS = paths.DEV / "terms.pot"
CHECKS = paths.ROOT / "tools/lint_files.py"


def main():
    """Run every check, also after one that failed; return the exit code."""
    setup.ensure(venv.TEST)
    checked = [name for name in (paths.ADDON, "tests", "tools") if (paths.ROOT / name).is_dir()]
    good = [
        _check("ruff", "-m", "ruff", "check", "--quiet", "--output-format=concise", *checked),
        _check("ruff format", "-m", "ruff", "format", "--check", "--quiet", *checked),
        _check("pylint-odoo", "-m", "pylint", paths.ADDON),
        _check("XML", CHECKS, "xml", paths.ADDON),
        _check("Glossary", CHECKS, "glossary", paths.ADDON, GLOSSARY),
    ]
    # Last, because they need an addon that installs.
    with database.ready_template() as template:
        _export_terms(template)
        good.append(_flow_is_drawn(template))
    good.append(_check("Words of letters", CHECKS, "letters", TERMS, TRANSLATION, paths.ADDON))
    good.append(_check("Words of the other language", CHECKS, "leaks", TRANSLATION, GLOSSARY))
    good.append(_check("Indonesian words", CHECKS, "terms", TERMS, TRANSLATION))
    if not all(good):
        return 1
    ui.say("All checks passed.")
    return 0


def update_terms():
    """Write new source strings into id.po, untranslated; return the exit code."""
    setup.ensure(venv.TEST)
    with database.ready_template() as template:
        _export_terms(template)
    return subprocess.run([venv.PYTHON, CHECKS, "merge", TERMS, TRANSLATION], cwd=paths.ROOT).returncode


def _export_terms(template):
    with ui.step("Terms of the addon") as step:
        odoo.export_terms(template, TERMS, step)


def _flow_is_drawn(template):
    """Return whether docs/alur.md shows the table of ways as it is."""
    with ui.step("Drawn flow") as step:
        same = flow.PICTURE.exists() and flow.PICTURE.read_text() == flow.draw(template, step)
        step.failed = not same
    if not same:
        ui.say(f"{flow.PICTURE.relative_to(paths.ROOT)} shows another flow than the table: run ./dev flow.")
    return same


def _check(title, *arguments):
    """Run one check and show what it found."""
    with ui.step(title) as step:
        done = subprocess.run(
            [venv.PYTHON, *arguments],
            cwd=paths.ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "RUFF_CACHE_DIR": str(paths.DEV / "ruff"), "PYLINTHOME": str(paths.DEV / "pylint")},
        )
        step.failed = bool(done.returncode)
    if done.returncode:
        ui.say(done.stdout.rstrip())
    return not done.returncode
