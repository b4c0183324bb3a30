"""Entry point of `python tools`: makes this folder importable as the package `tools`."""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent)

from tools.cli import main  # noqa: E402  (needs the path above)

sys.exit(main(sys.argv[1:]))
