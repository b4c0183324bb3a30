"""Run Odoo's own commands with the configuration of this checkout."""

import os
import re
import secrets
from pathlib import Path

from tools import odoo_source, paths, process, ui, venv


def environment():
    """Return the environment of every Odoo process."""
    return {
        **os.environ,
        "PYTHONPATH": str(odoo_source.python_path()),
        # A locale that exists everywhere: file names and sorting never depend on the machine.
        "LC_ALL": "C.UTF-8",
        # Odoo is large; without compiled files every start takes seconds longer.
        "PYTHONDONTWRITEBYTECODE": "",
    }


def config(name="odoo", **options):
    """Write `.dev/<name>.conf` and return its path. The server is named by PG* variables."""
    options = {
        "addons_path": odoo_source.addons_path(),
        "data_dir": paths.DATA,
        "admin_passwd": secrets.token_urlsafe(24),  # nobody needs the database manager here
        "list_db": False,
        "http_interface": "127.0.0.1",
        "workers": 0,
        # A photo over 2G takes minutes; without a proxy that buffers it, Odoo would restart itself at 120 s.
        "limit_time_real": 3600,
        **options,
    }
    path = paths.DEV / f"{name}.conf"
    fresh = path.with_name(f"{path.name}.new-{os.getpid()}")
    fresh.touch(mode=0o600)
    lines = (f"{key} = {value}\n" for key, value in options.items())
    fresh.write_text("[options]\n" + "".join(lines))
    fresh.replace(path)
    return path


def command(*arguments):
    """Return the command line of an Odoo command."""
    return [venv.PYTHON, "-m", "odoo", *arguments]


def last_error(text):
    """Return the line of a log that says best what went wrong, or nothing."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in reversed(lines):
        if re.match(r"[\w.]*(Error|Exception|Warning|Invalid\w*): .", line):
            return line[:300]
    for line in reversed(lines):
        if found := re.search(r" (?:ERROR|CRITICAL) \S+ \S+: (.*)", line):
            return found[1][:300]
    return None


def _sentence(failed):
    """Return a check for process.run that adds Odoo's own words to what failed."""

    def check(text):
        error = last_error(text)
        return f"{failed} Odoo says: {error}" if error else failed

    return check


def install(database, modules, log, failed, step, language=None):
    """Install modules into a database, which is made when it is not there."""
    _server(
        database, log, failed, step, "-i", ",".join(modules), *([f"--load-language={language}"] if language else [])
    )


def update(database, modules, log, failed, step):
    """Update modules of a database."""
    _server(database, log, failed, step, "-u", ",".join(modules))


def _server(database, log, failed, step, *arguments):
    log = process.log_path(log)
    text = process.run(
        command(
            "server",
            "-c",
            config(),
            "-d",
            database,
            "--no-http",
            "--max-cron-threads=0",
            "--stop-after-init",
            *arguments,
        ),
        log,
        failed,
        step,
        check=_sentence(failed),
        env=environment(),
    )
    # Odoo ends well even where it left a module out with an error in the log.
    if re.search(r" (ERROR|CRITICAL) \S+ odoo\.(modules|registry|addons\.base)", text):
        raise ui.Stop(_sentence(failed)(text), log)


def script(database, text, log, failed, step):
    """Run Python with `env` in an Odoo shell and commit; return what was printed."""
    return process.run(
        command("shell", "-c", config(), "-d", database, "--no-http"),
        process.log_path(log),
        failed,
        step,
        script=text + "\nenv.cr.commit()\n",
        check=_sentence(failed),
        env=environment(),
    )


def export_terms(database, target: Path, step):
    """Write the addon's translatable terms (.pot) as that database knows them."""
    process.run(
        command("i18n", "export", "-c", config(), "-d", database, "-l", "pot", "-o", target, paths.ADDON),
        process.log_path("i18n"),
        "The addon's terms cannot be exported.",
        step,
        env=environment(),
    )
