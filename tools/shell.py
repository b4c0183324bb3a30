"""./dev shell: a Python prompt with `env` on the office's database."""

import subprocess

from tools import database, odoo, paths, postgres, process, setup, ui, venv


def main():
    """Open an Odoo shell; return its exit code."""
    setup.ensure(venv.RUN)
    with postgres.running():
        if database.RUN not in database.names():
            raise ui.Stop("There is no office yet: ./dev run builds one.")
        child = subprocess.Popen(
            odoo.command("shell", "-c", odoo.config(), "-d", database.RUN, "--no-http"),
            cwd=paths.ROOT, preexec_fn=process.die_with_parent, env=odoo.environment())
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue  # belongs to the prompt
