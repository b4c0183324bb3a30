"""The complaints of the demo, as told in ``perkara.toml``."""

import tomllib
from pathlib import Path

PERKARA = tomllib.loads((Path(__file__).parent / "perkara.toml").read_text(encoding="utf-8"))["perkara"]
