"""The store's own themes as they were published: files that never change, each named by its own hash."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from kiosk.plain_file import replace_plain

FOLDER = "themes"
"""In the media folder."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Package(TypedDict):
    """How a screen is told of a package: SHA-256 as hex, and bytes."""

    sha256: str
    bytes: int


def keep_packages(media: Path, packages: Mapping[str, bytes]) -> dict[str, Package]:
    """Put packages where screens find them, on disk on return; what to tell screens, by the themes' names."""
    (media / FOLDER).mkdir(parents=True, exist_ok=True)
    return {name: _keep(media / FOLDER, content) for name, content in packages.items()}


def find_package(media: Path, sha256: str) -> Path | None:
    """The file of this hash, where there is one; no other name reaches the disk."""
    path = media / FOLDER / sha256
    return path if _SHA256.fullmatch(sha256) and path.is_file() else None


def _keep(folder: Path, content: bytes) -> Package:
    sha256 = hashlib.sha256(content).hexdigest()
    if not (folder / sha256).is_file():
        replace_plain(folder / sha256, content)
    return {"sha256": sha256, "bytes": len(content)}
