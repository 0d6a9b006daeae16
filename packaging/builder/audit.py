"""Judges what pip-audit found out about a lock: a part that nobody could look up is not a part without flaws."""

import json
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.lock import normalise, read_lock

AUDITED, FLAWED, NOT_AUDITED = 0, 1, 3
"""How it ends. pip-audit itself ends well where it could look nothing up."""


@dataclass(frozen=True)
class Audit:
    """Of a lock: the known flaws (`part version: id`), the parts that could not be looked up, and how many could."""

    flaws: list[str]
    unknown: list[str]
    audited: int

    @property
    def code(self) -> int:
        """A known flaw is worse than not knowing."""
        return FLAWED if self.flaws else NOT_AUDITED if self.unknown else AUDITED


def read_audit(report: str, locked: Collection[str]) -> Audit:
    """What the report says of these parts. Source of the format: pip-audit 2, `--format json`.

    A part that it does not name was not looked up, nor was any where there is no report.
    """
    named = {normalise(one["name"]): one for one in _list_parts(report)}
    looked_up = {name: named[name] for name in locked if "vulns" in named.get(name, {})}
    flaws = [
        f"{name} {one['version']}: {flaw['id']}" for name, one in sorted(looked_up.items()) for flaw in one["vulns"]
    ]
    return Audit(flaws, sorted({*locked} - looked_up.keys()), len(looked_up))


def write_audit(name: str, audit: Audit) -> str:
    """A line for the lock, and one for each flaw."""
    lines = [f"audit: {name}: FLAWED: {flaw}" for flaw in audit.flaws]
    if audit.unknown:
        parts = f"{len(audit.unknown)} of {len(audit.unknown) + audit.audited} parts could not be looked up"
        lines.append(f"audit: {name}: NOT AUDITED: {parts}, such as {audit.unknown[0]}")
    if not lines:
        lines.append(f"audit: {name}: no known flaw in {audit.audited} parts")
    return "".join(f"{line}\n" for line in lines)


def _list_parts(report: str) -> list[dict[str, Any]]:
    return list(json.loads(report)["dependencies"]) if report.strip() else []


def main(folder: str, *locks: str) -> int:
    """Judge each lock by its report in the folder."""
    codes: list[int] = []
    for lock in map(Path, locks):
        report = Path(folder) / f"{lock.parent.name}-{lock.stem}.json"
        text = report.read_text(encoding="utf-8") if report.is_file() else ""
        audit = read_audit(text, read_lock(lock))
        sys.stdout.write(write_audit(f"{lock.parent.name}/{lock.name}", audit))
        codes.append(audit.code)
    return FLAWED if FLAWED in codes else max(codes)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
