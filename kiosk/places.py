"""Where the files lie that ship with the program: beside the package in a checkout, under `share` once installed."""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).parent.parent
_INSTALLED = Path(sys.prefix) / "share" / "vitrine-kiosk"


def find_shipped(name: str) -> Path:
    """The folder `assets` or `themes`, wherever this program was put."""
    beside = _CHECKOUT / name
    return beside if beside.is_dir() else _INSTALLED / name
