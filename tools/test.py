"""./dev test: run the tests on a fresh copy of the cached template."""

from tools import database, locks, odoo, paths, postgres, process, setup, ui, venv


def main(arguments):
    """Run pytest with the given arguments; return its exit code."""
    if not (paths.ROOT / "tests").is_dir():
        raise ui.Stop("There is no tests/ folder to run.")
    setup.ensure(venv.TEST, browser=True)
    with postgres.running():
        with locks.setup():
            office, template = database.office(), database.template()
        # Tests copy the template too; another ./dev must not sweep it away meanwhile.
        with database.test_copy(office) as name, locks.held(template, shared=True):
            return _pytest(name, template, arguments)


def _pytest(name, template, arguments):
    log = process.log_path("test")
    log.unlink(missing_ok=True)
    config = odoo.config("odoo-test", logfile=log, max_cron_threads=0, screenshots=paths.LOGS / "screenshots")
    return process.foreground(
        [
            venv.PYTHON,
            "-m",
            "pytest",
            f"--odoo-config={config}",
            f"--odoo-database={name}",
            "--odoo-http",
            "--odoo-log-level=warn",
            *arguments,
        ],
        # For races, which need databases of their own: CREATE DATABASE … TEMPLATE this one.
        {**odoo.environment(), "DPMD_TEMPLATE_DB": template},
    )
