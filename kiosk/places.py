"""Where what ships with the program lies, its Python with what that lacks, and what systemd hands over."""

import sys
from collections.abc import Mapping
from pathlib import Path

PYTHON = (sys.executable, "-P")
"""Runs what goes on beside the program; no module is taken from the folder that one happens to stand in (`-P`)."""

_CHECKOUT = Path(__file__).parent.parent
_INSTALLED = Path(sys.prefix) / "share" / "vitrine-kiosk"


def find_shipped(name: str) -> Path:
    """The folder `assets` or `themes`, wherever this program was put."""
    beside = _CHECKOUT / name
    return beside if beside.is_dir() else _INSTALLED / name


def tell_install(extra: str) -> str:
    """How an extra of this package is installed for the Python that runs now, wherever that lies."""
    return f"install the extra with `{sys.executable} -m pip install 'vitrine-kiosk[{extra}]'`"


def tell_missing(missing: ModuleNotFoundError, extra: str) -> str:
    """What is not there because this extra is not installed, and how it is."""
    return f"{missing.name} is not installed: {tell_install(extra)}"


def find_credentials(names: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, Path]:
    """The files that systemd laid into this process's own folder, by what they are for; `names` says each one's name.

    Source: systemd.exec(5), credentials.
    """
    folder = environ.get("CREDENTIALS_DIRECTORY")
    files = {use: Path(folder) / name for use, name in names.items()} if folder else {}
    return {use: file for use, file in files.items() if file.is_file()}
