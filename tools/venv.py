"""The Python environment in .dev/venv, built from the pinned requirements."""

import re
import sys

from tools import paths, process, ui

VENV = paths.DEV / "venv"
PYTHON = VENV / "bin/python"
RUN = paths.ROOT / "requirements.txt"
TEST = paths.ROOT / "requirements-dev.txt"


def site_packages():
    """Return the folder with the installed libraries."""
    return next(VENV.glob("lib/python3.*/site-packages"))


def _wanted(requirements):
    """Return what the stamp of an environment must say to hold these requirements."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return paths.digest(python, RUN, *([TEST] if requirements == TEST else []))


def _stamp(folder, requirements):
    return folder / f"{requirements.stem}.stamp"


def _holds(requirements):
    stamp = _stamp(VENV, requirements)
    return PYTHON.exists() and stamp.is_file() and stamp.read_text() == _wanted(requirements)


def ensure(requirements):
    """Make sure that the environment holds the requirements.

    A new one is built aside and then moved into place, so a killed build leaves nothing behind.
    Libraries for tests are added in place: the stamp for running stays true meanwhile.
    """
    if _holds(requirements):
        return
    if requirements == TEST and _holds(RUN):
        with ui.step("Python libraries for tests") as step:
            _install(VENV, TEST, step)
        return
    with ui.step("Python libraries") as step:
        folder = paths.scratch(VENV)
        process.run(
            [sys.executable, "-m", "venv", folder],
            process.log_path("venv"),
            "Python cannot make a virtual environment.",
            step,
        )
        _install(folder, requirements, step)
        # What says where it is, says where it was built; it is used as `bin/python -m …` only.
        paths.put(folder, VENV)


def _install(folder, requirements, step):
    count = len([line for line in requirements.read_text().splitlines() if "==" in line])
    log = process.log_path("venv")
    printed = process.run(
        [
            folder / "bin/python",
            "-m",
            "pip",
            "install",
            "--no-input",
            "--disable-pip-version-check",
            "-r",
            requirements,
        ],
        log,
        "The Python libraries could not be installed: check the network and run this again.",
        step,
        lambda: f"{count} libraries",
    )
    if withdrawn := re.findall(r"yanked version: '([^']+)'", printed):
        raise ui.Stop(f"Withdrawn by its makers, pin another release: {', '.join(withdrawn)}.", log)
    for held in (RUN, requirements):
        _stamp(folder, held).write_text(_wanted(held))
