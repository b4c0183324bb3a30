"""Where things are. Everything the tool makes lives in the git-ignored `.dev` of the checkout."""

import hashlib
import os
import shutil
import time
from pathlib import Path

ADDON = "dpmd_pengaduan"

ROOT = Path(__file__).resolve().parent.parent
ADDON_DIR = ROOT / ADDON
DEV = ROOT / ".dev"
LOGS = DEV / "log"
LOCKS = DEV / "lock"
DATA = DEV / "data"
FILESTORE = DATA / "filestore"

# Tells this checkout's things apart from another one's, where both share a machine or a server.
CHECKOUT_ID = hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:8]


def digest(*parts):
    """Return a short hash of strings and of files (a Path stands for its content)."""
    sha = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else str(part).encode()
        sha.update(b"%d:" % len(content) + content)
    return sha.hexdigest()[:10]


def addon_digest():
    """Return a hash that changes with any file of the addon but its tests, which leave nothing in a database."""
    parts = []
    for path in sorted(path for path in ADDON_DIR.rglob("*") if path.is_file()):
        inside = path.relative_to(ADDON_DIR)
        if inside.parts[0] != "tests" and "__pycache__" not in inside.parts:
            parts += [str(inside), path]
    return digest(*parts)


def remove(path):
    """Delete a file, a link or a whole folder; one that is not there is fine."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def scratch(final):
    """Return a fresh sibling of `final` to build in, and clear what killed builds left.

    The caller holds the setup lock, so no sibling is in use, except for a moment by a program
    that a killed build had started; what cannot be cleared now is cleared next time.
    """
    for leftover in final.parent.glob(final.name + ".new-*"):
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink()
    return final.with_name(f"{final.name}.new-{time.time_ns()}")


def put(built, final):
    """Move a finished build into place."""
    remove(final)
    built.rename(final)
