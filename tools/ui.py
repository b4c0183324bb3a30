"""What the user sees: steps with their times, and one clear sentence when something fails."""

import shutil
import sys
import time
from contextlib import contextmanager

from tools.paths import DEV, ROOT

LIVE = sys.stdout.isatty()


class Stop(Exception):
    """An expected failure: one sentence on what is wrong and what to do, perhaps a log to read."""

    def __init__(self, message, log=None):
        super().__init__(message)
        self.log = log


def say(text=""):
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


def shown(path):
    """Return a path as short as it can be written from the checkout."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


class Step:
    """One line of progress that is rewritten on a terminal and printed twice in a log."""

    def __init__(self, title):
        self.title = title
        self.started = time.monotonic()
        self.drawn = 0.0
        self.failed = False
        if LIVE:
            self.tick()
        else:
            say(f"  … {title}")

    def _seconds(self):
        return f"{time.monotonic() - self.started:6.1f} s"

    def tick(self, detail=str):
        """Show that it goes on, and what `detail()` says; call it as often as you like."""
        if LIVE and time.monotonic() - self.drawn > 0.2:
            self.drawn = time.monotonic()
            print(f"\r\033[K  … {self.title:<58}{self._seconds()}  {detail()}", end="", flush=True)

    def done(self):
        """Close the line with the time it took."""
        start = "\r\033[K" if LIVE else ""
        mark = "✗" if self.failed else "✓"
        say(f"{start}  {mark} {self.title:<58}{self._seconds()}")


@contextmanager
def step(title):
    """Show one step of work, its progress and its time."""
    line = Step(title)
    try:
        yield line
    except BaseException:
        line.failed = True
        raise
    finally:
        line.done()


def explain(stop):
    """Print an expected failure to stderr."""
    print(f"dev: {stop}", file=sys.stderr)
    if stop.log:
        print(f"     Log: {shown(stop.log)}", file=sys.stderr)
    if DEV.exists() and shutil.disk_usage(DEV).free < 200 * 2**20:
        print(
            "     The disk is nearly full, which may be the cause: free some space and run the same command again.",
            file=sys.stderr,
        )
