"""The store's own themes as they were published: files that never change, each named by its own hash."""

import hashlib
import os
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypedDict

from kiosk.plain_file import replace_plain

FOLDER = "themes"
"""In the media folder."""
GRACE = timedelta(hours=1)
"""A package stays so long after it was kept or renewed, whether anything refers to it yet or not."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Package(TypedDict):
    """How a screen is told of a package: SHA-256 as hex, and bytes."""

    sha256: str
    bytes: int


def keep_packages(media: Path, packages: Mapping[str, bytes], now: datetime) -> dict[str, Package]:
    """Put packages where screens find them, on disk on return; what to tell screens, by the themes' names."""
    (media / FOLDER).mkdir(parents=True, exist_ok=True)
    return {name: _keep(media / FOLDER, content, now) for name, content in packages.items()}


def find_package(media: Path, sha256: str) -> Path | None:
    """The file of this hash, where there is one; no other name reaches the disk."""
    path = media / FOLDER / sha256
    return path if _SHA256.fullmatch(sha256) and path.is_file() else None


def renew_packages(media: Path, packages: Mapping[str, Package], now: datetime) -> bool:
    """Whether these are all here, where they then stay as if they were kept now."""
    return all(_renew(media / FOLDER / package["sha256"], now) for package in packages.values())


def drop_packages(media: Path, needed: Collection[str], now: datetime) -> None:
    """Remove what is not needed, by SHA-256, and neither kept nor renewed a moment ago."""
    eldest = (now - GRACE).timestamp()
    for path in (media / FOLDER).glob("*"):
        with suppress(OSError):  # it is tried again with the next one; or another thread was quicker
            if _SHA256.fullmatch(path.name) and path.name not in needed and path.stat().st_mtime < eldest:
                path.unlink()


def _renew(path: Path, now: datetime) -> bool:
    try:
        os.utime(path, (now.timestamp(), now.timestamp()))
    except FileNotFoundError:
        return False
    return True


def _keep(folder: Path, content: bytes, now: datetime) -> Package:
    sha256 = hashlib.sha256(content).hexdigest()
    if not _renew(folder / sha256, now):
        replace_plain(folder / sha256, content)
        _renew(folder / sha256, now)
    return {"sha256": sha256, "bytes": len(content)}
