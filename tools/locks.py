"""File locks: the kernel drops them when their holder dies, so no kill leaves one behind."""

import fcntl
from contextlib import contextmanager

from tools.paths import LOCKS


@contextmanager
def held(name, shared=False, wait=True):
    """Hold a named lock of this checkout; yields its file, or None when another has it."""
    LOCKS.mkdir(parents=True, exist_ok=True)
    with open(LOCKS / name, "a+") as file:
        mode = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(file, mode if wait else mode | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
        else:
            yield file


@contextmanager
def setup():
    """Let one command at a time fetch and build."""
    with held("setup", wait=False) as file:
        if file:
            yield
            return
    print("  … another ./dev is building, waiting for it", flush=True)
    with held("setup"):
        yield
