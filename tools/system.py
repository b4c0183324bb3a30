"""Packages of the operating system: installed as root, otherwise the command to run is told."""

import ctypes
import glob
import os
import shutil

from tools import process, ui

# Debian package -> how to see that it is there. WeasyPrint draws the letters with them.
LIBRARIES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
FONTS = "/usr/share/fonts/**/*Liberation*"
BROWSERS = ("google-chrome", "chromium", "chromium-browser", "google-chrome-stable")


def _loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing(browser):
    packages = [package for package, library in LIBRARIES.items() if not _loads(library)]
    if not glob.glob(FONTS, recursive=True):
        packages.append("fonts-liberation")
    if browser and not any(map(shutil.which, BROWSERS)):
        packages.append("chromium")
    return packages


def ensure(browser=False):
    """Make sure of what PDFs need, and for tests of a browser."""
    packages = _missing(browser)
    if not packages:
        return
    command = f"apt-get update && apt-get install -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        raise ui.Stop(
            f"System packages are missing; install what Debian calls {', '.join(packages)}, then run this again."
        )
    if os.geteuid():
        raise ui.Stop(f"System packages are missing. As root: {command}")
    log = process.log_path("apt")
    with ui.step(f"System packages: {', '.join(packages)}") as step:
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            process.run(
                ["apt-get", "-q", *arguments],
                log,
                f"apt-get could not install {', '.join(packages)}.",
                step,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            )
    if missing := _missing(browser):
        raise ui.Stop(f"Still not found after installing: {', '.join(missing)}.", log)
