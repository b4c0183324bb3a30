"""Find Odoo 19.0 where ODOO_HOME says, or fetch Debian's package of it."""

import hashlib
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tools import paths, process, ui

SERIES = "19.0"
PACKAGE = "odoo-19"
VERSION = "19.0.0+dfsg-1"
SHA256 = "9d2f598b0555db17e291d48ed24df184c70823c053c4c5ed53c467ca7f629bbf"

# Odoo's package links to files of these. Font Awesome comes from an older suite than Odoo: the
# newer one no longer has the files.
LINKED = (
    "fonts-font-awesome/bookworm",
    "fonts-glyphicons-halflings",
    "fonts-inconsolata",
    "fonts-montserrat",
    "fonts-ocr-b",
    "fonts-roboto-unhinted",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
)
SUITES = ("sid", "bookworm")

# Debian leaves this file out; where it is missing every backend page logs an error.
LEFT_OUT = "addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js"

FETCHED = paths.DEV / "odoo"
DOWNLOADS = paths.DEV / "download"
OWN_ODOO = "Or set ODOO_HOME to an Odoo 19.0 that you have."


def _package_in(home):
    """Return the folder of the `odoo` package inside a checkout, a dist-packages or a prefix."""
    candidates = [
        home / "odoo",
        home,
        home / "usr/lib/python3/dist-packages/odoo",
        home / "lib/python3/dist-packages/odoo",
    ]
    for candidate in candidates:
        if (candidate / "release.py").is_file():
            return candidate.resolve()
    return None


def _series(package):
    found = re.search(r"^version_info = \((\d+), (\d+)", (package / "release.py").read_text(), re.M)
    return found and f"{found[1]}.{found[2]}"


def ensure():
    """Make sure of an Odoo 19.0."""
    if home := os.environ.get("ODOO_HOME"):
        package = _package_in(Path(home).expanduser().absolute())
        if not package:
            raise ui.Stop(
                f"ODOO_HOME={home} holds no Odoo: name a checkout with odoo-bin, or the "
                "folder that has odoo/release.py in it."
            )
        if _series(package) != SERIES:
            raise ui.Stop(f"ODOO_HOME={home} is Odoo {_series(package)}, but this addon needs {SERIES}.")
    elif not _is_fetched():
        _fetch()
    _link()


@cache
def package():
    """Return the folder of the `odoo` package; call `ensure` first."""
    home = os.environ.get("ODOO_HOME")
    return _package_in(Path(home).expanduser().absolute() if home else FETCHED)


def python_path():
    """Return a folder with Odoo and nothing else, so that its neighbours shadow no library."""
    return paths.DEV / "python"


def _link():
    link = python_path() / "odoo"
    if not (link.is_symlink() and link.resolve() == package()):
        link.parent.mkdir(parents=True, exist_ok=True)
        fresh = paths.scratch(link)
        fresh.symlink_to(package())
        fresh.replace(link)


def addons_path():
    """Return the addon folders: those of a checkout's `addons`, and this repository's."""
    folders = [package() / "addons", paths.ROOT]
    if (package().parent / "odoo-bin").exists():
        folders.insert(1, package().parent / "addons")
    return ",".join(map(str, folders))


def version():
    """Return what tells one Odoo from another: Debian's version or a checkout's commit."""
    if not os.environ.get("ODOO_HOME"):
        return VERSION
    commit = subprocess.run(["git", "-C", package(), "rev-parse", "HEAD"], capture_output=True, text=True)
    return f"{SERIES} {package()} {commit.stdout.strip()}"


def _marker(tree):
    return tree / "fetched"


def _is_fetched():
    marker = _marker(FETCHED)
    return marker.is_file() and marker.read_text() == VERSION


def _fetch():
    """Download, verify and unpack; only a complete tree gets its name."""
    for tool in ("apt-get", "dpkg-deb"):
        if not shutil.which(tool):
            raise ui.Stop(
                f"Odoo is not here, and fetching Debian's package needs {tool}. "
                f"Set ODOO_HOME to an Odoo {SERIES} that you have."
            )
    if shutil.disk_usage(paths.DEV).free < 3 * 2**30:
        raise ui.Stop("Building an office takes 3 GB, and the disk has less: free some space and run this again.")
    log = process.log_path("odoo-fetch")
    archives = DOWNLOADS / "packages"
    archives.mkdir(parents=True, exist_ok=True)
    with ui.step(f"Fetching Odoo {SERIES} (133 MB)") as step:
        _download(archives, log, step)
    with ui.step(f"Unpacking Odoo {SERIES}") as step:
        tree = paths.scratch(FETCHED)
        for archive in sorted(archives.glob("*.deb")):
            _unpack(archive, tree, log, step)
        left_out = _package_in(tree) / LEFT_OUT
        left_out.parent.mkdir(parents=True, exist_ok=True)
        left_out.touch()
        _marker(tree).write_text(VERSION)
        paths.put(tree, FETCHED)
        paths.remove(DOWNLOADS)


def _apt(*arguments):
    """Return an apt-get command that keeps its lists and cache here and needs no root."""
    options = {
        "Dir::Etc::sourcelist": DOWNLOADS / "sources.list",
        "Dir::Etc::sourceparts": "-",
        "Dir::State::lists": DOWNLOADS / "lists",
        "Dir::Cache": DOWNLOADS / "cache",
        "APT::Sandbox::User": "root",
        "Acquire::Languages": "none",
        "Acquire::Retries": "3",
        "APT::Update::Error-Mode": "any",  # otherwise no network at all counts as success
    }
    pairs = [f"-o{name}={value}" for name, value in options.items()]
    return ["apt-get", "-q", *pairs, *arguments]


def _mirror():
    """Return the Debian mirror that this machine is set up with."""
    rows = process.ask(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(LABEL)", "Created-By: Packages"],
        "apt-get does not say which mirror this machine uses.",
    ).splitlines()
    mirrors = [row.split(" ", 1) for row in rows]
    # The label is known only where the lists were fetched; else a mirror's address tells it.
    for address, label in mirrors:
        if label == "Debian":
            return address
    for address, _label in mirrors:
        if address.endswith(("/debian/", "/debian.list/")):
            return address
    raise ui.Stop(f"This machine's apt knows no Debian mirror to fetch Odoo from. {OWN_ODOO}")


def _download(archives, log, step):
    mirror = _mirror()
    keyrings = sorted(Path("/usr/share/keyrings").glob("debian-archive-keyring.*"))
    signed = f"[signed-by={keyrings[0]}] " if keyrings else ""
    for folder in ("lists/partial", "cache/archives/partial"):
        (DOWNLOADS / folder).mkdir(parents=True, exist_ok=True)
    (DOWNLOADS / "sources.list").write_text("".join(f"deb {signed}{mirror} {suite} main\n" for suite in SUITES))
    process.run(
        _apt("update"),
        log,
        f"The Debian mirror does not answer: check the network and run this again. {OWN_ODOO}",
        step,
        lambda: _megabytes(DOWNLOADS / "lists"),
    )
    process.run(
        _apt("download", f"{PACKAGE}={VERSION}", *LINKED),
        log,
        f"The download broke off: run this again. {OWN_ODOO}",
        step,
        lambda: _megabytes(archives),
        cwd=archives,
        check=lambda text: (
            f"'{PACKAGE}' was not found" in text
            and (f"The Debian mirror no longer has {PACKAGE} {VERSION}. {OWN_ODOO}")
        ),
    )
    archive = next(archives.glob(f"{PACKAGE}_*.deb"))
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        archive.unlink()
        raise ui.Stop(
            f"The downloaded {PACKAGE} is not the one this repository trusts, or it is "
            "damaged; it was thrown away. Run this again.",
            log,
        )


def _unpack(archive, tree, log, step):
    """Unpack a package, without what takes most of the time and room: all translations of Odoo
    but the Indonesian one."""
    tree.mkdir(exist_ok=True)
    unpack = (
        'set -o pipefail; dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2"'
        " --exclude='i18n*/[!i]*.po' --exclude='i18n*/i[!d]*.po'"
    )
    try:
        process.run(
            ["bash", "-c", unpack, "unpack", archive, tree],
            log,
            f"{archive.name} is damaged; it was thrown away. Run this again.",
            step,
        )
    except ui.Stop:
        archive.unlink()
        raise


def _megabytes(folder):
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return f"{size / 1e6:.0f} MB"
