"""Turns pip's report of what it would install into a lock, so that a build takes the same files tomorrow."""

import json
import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any


def write_lock(report: str, without: Collection[str] = ()) -> str:
    """One line for each package with its version and the SHA-256 of its file, as pip's `--require-hashes` reads it.

    `report` is what `pip install --report` says; what lies on this disk (Vitrine itself) is left out, and so are those
    `without` which a package does well. Format: pip's installation report, version 1.
    """
    packages = [one for one in json.loads(report)["install"] if "archive_info" in one["download_info"]]
    lines = [_write_line(one) for one in packages if _tell_name(one) not in without]
    return "".join(sorted(lines))


def read_lock(lock: Path) -> dict[str, str]:
    """The SHA-256 of each package's file, by the package's name."""
    lines = [line.split() for line in lock.read_text(encoding="utf-8").splitlines()]
    return {pinned.partition("==")[0]: digest.rpartition(":")[2] for pinned, digest in lines}


def normalise(name: str) -> str:
    """A package's name as every index compares it. Source: PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _tell_name(package: dict[str, Any]) -> str:
    return normalise(package["metadata"]["name"])


def _write_line(package: dict[str, Any]) -> str:
    digest = package["download_info"]["archive_info"]["hashes"]["sha256"]
    return f"{_tell_name(package)}=={package['metadata']['version']} --hash=sha256:{digest}\n"


if __name__ == "__main__":
    sys.stdout.write(write_lock(sys.stdin.read(), sys.argv[1:]))
