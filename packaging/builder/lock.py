"""Turns pip's report of what it would install into a lock, so that a build takes the same files tomorrow."""

import json
import re
import sys
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from builder.tool import BuildStopped

_GOOD_FOR = timedelta(days=90)


def write_lock(report: str, today: date, without: Collection[str] = ()) -> str:
    """The day, and for each package a line with version and SHA-256 of its file, as pip's `--require-hashes` reads it.

    `report` is what `pip install --report` says; what lies on this disk (Vitrine itself) is left out, and so are those
    `without` which a package does well. Format: pip's installation report, version 1.
    """
    packages = [one for one in json.loads(report)["install"] if "archive_info" in one["download_info"]]
    lines = [_write_line(one) for one in packages if _tell_name(one) not in without]
    return f"# {today}\n" + "".join(sorted(lines))


def read_lock(lock: Path) -> dict[str, str]:
    """The SHA-256 of each package's file, by the package's name."""
    lines = [line.split() for line in lock.read_text(encoding="utf-8").splitlines()[1:]]
    return {pinned.partition("==")[0]: digest.rpartition(":")[2] for pinned, digest in lines}


def refuse_old_lock(lock: Path, built: date) -> None:
    """Raise `BuildStopped` where a package of that day would hold libraries that nobody looked at for 90 days."""
    written = date.fromisoformat(lock.read_text(encoding="utf-8").splitlines()[0].removeprefix("# "))
    if built - written > _GOOD_FOR:
        message = f"{lock.parent.name}/{lock.name} is of {written}, too old for {built}: run packaging/lock"
        raise BuildStopped(message)


def normalise(name: str) -> str:
    """A package's name as every index compares it. Source: PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _tell_name(package: dict[str, Any]) -> str:
    return normalise(package["metadata"]["name"])


def _write_line(package: dict[str, Any]) -> str:
    digest = package["download_info"]["archive_info"]["hashes"]["sha256"]
    return f"{_tell_name(package)}=={package['metadata']['version']} --hash=sha256:{digest}\n"


if __name__ == "__main__":
    sys.stdout.write(write_lock(sys.stdin.read(), datetime.now(UTC).date(), sys.argv[1:]))
