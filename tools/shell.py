"""./dev shell: a Python prompt with `env` on the office's database."""

from tools import database, odoo, postgres, process, setup, ui, venv


def main():
    """Open an Odoo shell; return its exit code."""
    setup.ensure(venv.RUN)
    with postgres.running():
        if database.RUN not in database.names():
            raise ui.Stop("There is no office yet: ./dev run builds one.")
        return process.foreground(
            odoo.command("shell", "-c", odoo.config(), "-d", database.RUN, "--no-http"), odoo.environment()
        )
