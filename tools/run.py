"""./dev run: the office on this machine, until Ctrl-C."""

import http.cookiejar
import json
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from tools import database, locks, odoo, paths, postgres, process, setup, ui, venv

# No network address in the log: see docs/operations.md, which has the same line.
LOGGERS = (
    ":INFO,werkzeug:WARNING,odoo.addons.base.models.res_users:ERROR,odoo.addons.auth_signup.controllers.main:WARNING"
)

# Login (and password) -> who that is.
DEMO_LOGINS = {
    "pengadmin": "Pengadministrasi Umum: registers complaints",
    "kadis": "Kepala Dinas",
    "sekretaris": "Sekretaris Dinas",
    "kabid1": "Kepala Bidang",
    "kabid2": "Kepala Bidang of another bidang",
    "psm1": "Sub Koordinator / PSM",
    "psm2": "Sub Koordinator / PSM of another bidang",
    "pengawas": "Inspector: reads, changes nothing",
    "pelapor": "a citizen, on the portal",
    "admin": "Administrator: settings and appointments",
}


def main(port, demo, reset):
    """Serve the office on loopback until Ctrl-C."""
    with office(port, demo, reset) as (name, server):
        _tell(name, port)
        server.wait()
    raise ui.Stop("Odoo ended by itself.", process.log_path("odoo"))


@contextmanager
def office(port, demo=True, reset=False):
    """Have the office run for the time of the block; yields the name of its database, and its process."""
    with locks.held("run", wait=False) as mine:
        if not mine:
            raise ui.Stop(_already())
        _note(mine, "")
        _check_port(port)
        setup.ensure(venv.RUN)
        with postgres.running():
            with locks.setup():
                name = database.run_database(demo, reset)
            with _serving(name, port) as server:
                _note(mine, _address(port))
                yield name, server


def _already():
    """Return the sentence for a second run, with the address that the first one noted."""
    address = (paths.LOCKS / "run").read_text()
    return (
        "This office is already running"
        + (f" at {address}." if address else ", or just being built by another ./dev run.")
        + " Use that one, or stop it with Ctrl-C first."
    )


def _note(lock_file, address):
    lock_file.truncate(0)
    lock_file.write(address)
    lock_file.flush()


def _address(port):
    return f"http://127.0.0.1:{port}"


def _check_port(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise ui.Stop(
                f"Port {port} cannot be used ({error.strerror}); choose another one, as in ./dev run --port 8070."
            ) from None


@contextmanager
def _serving(name, port):
    """Run Odoo for the time of the block, which begins when it answers."""
    log = process.log_path("odoo")
    log.unlink(missing_ok=True)
    config = odoo.config(
        "odoo-run", db_name=name, dbfilter=f"^{name}$", http_port=port, logfile=log, log_handler=LOGGERS
    )
    with open(log, "ab") as output:
        server = subprocess.Popen(
            odoo.command("server", "-c", config),
            cwd=paths.ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=process.die_with_parent,
            env=odoo.environment(),
        )
    try:
        with ui.step("Starting Odoo") as step:
            _wait(server, port, log, step)
        with ui.step("Warming up the pages") as step:
            _warm(name, port, step)
        yield server
    finally:
        process.end(server)


def _browser():
    """Return an opener with cookies that goes straight to this machine, past any proxy."""
    return urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )


def _wait(server, port, log, step):
    deadline = time.monotonic() + 180
    browser = _browser()
    while server.poll() is None and time.monotonic() < deadline:
        step.tick()
        try:
            with browser.open(f"{_address(port)}/web/login", timeout=60):
                return
        except urllib.error.HTTPError as error:
            raise ui.Stop(f"Odoo answers its login page with {error.code}.", log) from None
        except OSError:
            time.sleep(0.2)
    reason = odoo.last_error(log.read_text(errors="replace"))
    raise ui.Stop(f"Odoo does not start: {reason or 'it gives no reason'}", log)


def _warm(name, port, step):
    """Open the first pages as the visitor and as the administrator, with their style and scripts.

    Only to save the user's first click from waiting: what fails here is no failure of the office.
    """
    browser = _browser()

    def get(path):
        step.tick(lambda: path)
        request = urllib.request.Request(_address(port) + path, headers={"Accept-Language": "id"})
        try:
            with browser.open(request, timeout=120) as answer:
                return answer.read().decode(errors="replace")
        except OSError:
            return ""

    def sign_in():
        body = {"params": {"db": name, "login": "admin", "password": "admin"}}
        request = urllib.request.Request(
            f"{_address(port)}/web/session/authenticate",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        try:
            browser.open(request, timeout=60).close()
        except OSError:
            return

    def open_page(path):
        for asset in set(re.findall(r'"(/web/assets/[^"]+)"', get(path))):
            get(asset)

    open_page("/web/login")
    open_page("/pengaduan")
    sign_in()
    open_page("/odoo")


def _tell(name, port):
    known = postgres.sql("SELECT login FROM res_users WHERE active", name).splitlines()
    ui.say(f"\n  The office is open at {_address(port)}\n")
    ui.say("  Login and password   Who")
    for login, who in DEMO_LOGINS.items():
        if login in known:
            ui.say(f"  {login:<20} {who}")
    ui.say(
        "\n  This is a trial on this machine only: its passwords are known and nothing is backed"
        " up.\n  Enter no real complaint. Ctrl-C stops it; what you entered stays.\n"
    )
