"""Run other programs so that none outlives us and their noise goes to a log."""

import ctypes
import os
import signal
import subprocess
import time
from contextlib import suppress

from tools.paths import LOGS, ROOT
from tools.ui import Stop

LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1


def die_with_parent():
    """Ask Linux to end this child even when we are killed and can no longer do it."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def log_path(name):
    """Return the path of a log file, its folder made."""
    LOGS.mkdir(parents=True, exist_ok=True)
    return LOGS / f"{name}.log"


def end(child, patience=15):
    """Stop a child that was started in its own session, gently first."""
    for sent in (signal.SIGTERM, signal.SIGKILL):
        if child.poll() is not None:
            return
        try:
            os.killpg(child.pid, sent)
            child.wait(patience)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def run(argv, log, failed, step=None, progress=str, script=None, check=None, **options):
    """Run a program to its end, its output in `log`; raise Stop(failed) when it fails.

    `script` is text for its stdin, `progress()` what to show meanwhile, and `check(output)` may
    return a better sentence for what went wrong.
    """
    with open(log, "a+b") as output:
        start = output.tell()
        output.write(f"\n$ {' '.join(map(str, argv))}\n".encode())
        output.flush()
        child = subprocess.Popen(
            argv,
            stdin=subprocess.PIPE if script else subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=options.pop("cwd", ROOT),
            start_new_session=True,
            preexec_fn=die_with_parent,
            **options,
        )
        try:
            if script:
                with suppress(BrokenPipeError):  # it ended already; its log says why
                    child.stdin.write(script.encode())
                    child.stdin.close()
            while child.poll() is None:
                if step:
                    step.tick(progress)
                time.sleep(0.05)
        finally:
            end(child)
        output.seek(start)
        text = output.read().decode(errors="replace")
    if child.returncode:
        raise Stop(check and check(text) or failed, log)
    return text


def foreground(argv, env):
    """Run a program on the user's terminal and return its exit code.

    A Ctrl-C reaches the program by itself, so here it is only waited for.
    """
    child = subprocess.Popen(argv, cwd=ROOT, env=env, preexec_fn=die_with_parent)
    try:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()


def ask(argv, failed, **options):
    """Run a short program and return what it prints; raise Stop(failed) when it fails."""
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=ROOT, **options)
    if done.returncode:
        reason = done.stderr.strip().splitlines()[:1]
        raise Stop(" ".join([failed, *reason]))
    return done.stdout.strip()
