"""What every command needs before it can use a database."""

from tools import locks, odoo_source, system, ui, venv
from tools.paths import ADDON, ADDON_DIR


def ensure(requirements, browser=False):
    """Make sure of system packages, Odoo and the Python libraries."""
    if not (ADDON_DIR / "__manifest__.py").is_file():
        raise ui.Stop(f"There is no {ADDON}/ beside ./dev: this checkout is not complete.")
    with locks.setup():
        system.ensure(browser)
        odoo_source.ensure()
        venv.ensure(requirements)
