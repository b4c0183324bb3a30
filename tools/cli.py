"""The command line of ./dev."""

import argparse
import os
import signal
import sys
import traceback

from tools import bench, explain, flow, lighthouse, lint, paths, process, run, shell, test, ui

USAGE = """\
./dev run      a running office from nothing: [--port 8069] [--reset] [--no-demo]
./dev test     the tests, on a fresh database: [pytest arguments]
./dev lint     ruff, pylint-odoo, XML, and that every term has its Indonesian words
./dev i18n     write new source strings into id.po, untranslated
./dev explain  why a user sees a case or not, and may do what: CASE LOGIN
./dev flow     draw docs/alur.md anew, after a change of the table of ways
./dev bench    what things cost on this machine, beside others: letters, suggestions
./dev lighthouse  what Lighthouse says of the public pages: [URL]; needs Node, installs into .dev/
./dev shell    a Python prompt on the office's database

Set ODOO_HOME to use an Odoo 19.0 that you have, PGHOST and its kin to use your own PostgreSQL.
All that ./dev makes is in .dev/; removing that folder starts over.
"""


def _port(text):
    if not (text.isdigit() and 0 < int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 to 65535")
    return int(text)


def _run(arguments):
    parser = argparse.ArgumentParser(prog="./dev run", description="A running office from nothing.")
    parser.add_argument("--port", type=_port, default=8069, help="where it answers (8069)")
    parser.add_argument("--reset", action="store_true", help="throw the office away and build anew")
    parser.add_argument("--no-demo", dest="demo", action="store_false", help="build it without the demo office")
    options = parser.parse_args(arguments)
    return run.main(options.port, options.demo, options.reset)


def _explain(arguments):
    parser = argparse.ArgumentParser(
        prog="./dev explain", description="Why somebody sees a case of the office or not, and what is open there."
    )
    parser.add_argument("case", help="register number or id")
    parser.add_argument("login", help="whose view it is")
    options = parser.parse_args(arguments)
    return explain.main(options.case, options.login)


COMMANDS = {
    "run": _run,
    "test": test.main,
    "lint": lambda arguments: lint.main(),
    "i18n": lambda arguments: lint.update_terms(),
    "explain": _explain,
    "bench": bench.main,
    "lighthouse": lighthouse.main,
    "flow": lambda arguments: flow.main(),
    "shell": lambda arguments: shell.main(),
}


def main(arguments):
    """Run one command; return the exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        ui.say(USAGE)
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        ui.explain(ui.Stop(f"there is no command {name!r}; ./dev --help lists them."))
        return 2
    # PostgreSQL runs as another user and must be able to read what is made here.
    os.umask(0o022)
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _end)
    # A script's `./dev run &` would have it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        _make_dev_folder()
        return COMMANDS[name](rest)
    except ui.Stop as stop:
        ui.explain(stop)
    except KeyboardInterrupt:
        ui.say("\nStopped.")
        return 130
    except OSError as error:
        ui.explain(ui.Stop(f"{error.strerror}: {error.filename or 'the system refused'}.", _crash_log()))
    except Exception as error:
        ui.explain(ui.Stop(f"unexpected {type(error).__name__}: {error}. This is a bug of ./dev.", _crash_log()))
    return 1


def _end(number, _frame):
    """Leave by way of every `finally`, so that what was started is stopped."""
    sys.exit(128 + number)


def _make_dev_folder():
    paths.DEV.mkdir(exist_ok=True)
    if paths.DEV.stat().st_uid != os.geteuid():
        raise ui.Stop(f"{paths.DEV} was made by another user: run ./dev as that user, or let them remove it.")


def _crash_log():
    try:
        log = process.log_path("dev")
        log.write_text(traceback.format_exc())
    except OSError:
        return None
    return log
