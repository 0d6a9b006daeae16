"""Which Debian a package is built for: the one that the builder runs on, with its Python."""

import sys
from dataclasses import dataclass
from pathlib import Path

from builder.tool import ask_tool


@dataclass(frozen=True)
class Release:
    """A Debian release such as `12`, the architecture by dpkg's name, and its Python such as `3.11`."""

    number: str
    architecture: str
    python: str

    @property
    def next_python(self) -> str:
        """The Python for which nothing that is compiled here was made."""
        major, minor = self.python.split(".")
        return f"{major}.{int(minor) + 1}"


def read_release(os_release: Path = Path("/etc/os-release")) -> Release:
    """The release that this runs on. Source of the format: os-release(5)."""
    fields = dict(line.split("=", 1) for line in os_release.read_text(encoding="utf-8").splitlines() if "=" in line)
    architecture = ask_tool("dpkg", "--print-architecture").strip()
    return Release(fields["VERSION_ID"].strip('"'), architecture, f"{sys.version_info.major}.{sys.version_info.minor}")
