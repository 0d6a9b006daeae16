"""How a measurement is told: lines to read, then one line for programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from kiosk.bench.figures import Verdict
from kiosk.errors import FileRefused

Value: TypeAlias = Struct | float


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured, by name, and how it stands to the targets."""

    name: str
    values: dict[str, Value]
    verdicts: tuple[Verdict, ...] = ()


def list_lines(report: Report) -> Iterable[str]:
    """The report for people, and as its last line the same as one JSON object."""
    for name, value in report.values.items():
        yield f"{name}: {value:.2f}" if isinstance(value, float) else f"{name}: {value}"
    for verdict in report.verdicts:
        yield str(verdict)
    yield encode_report(report).decode()


def encode_report(report: Report) -> bytes:
    """The report as one JSON object; what is not a number becomes null."""
    targets = [
        {"what": verdict.what, "at_most": verdict.at_most, "measured": verdict.measured, "met": verdict.is_met}
        for verdict in report.verdicts
    ]
    return msgspec.json.encode({"bench": report.name, **report.values, "targets": targets})


def save_report(report: Report, file: Path) -> None:
    """Write the JSON object; raises `FileRefused` where that fails."""
    try:
        file.write_bytes(encode_report(report) + b"\n")
    except OSError as error:
        message = f"{file} cannot be written: {error.strerror}"
        raise FileRefused(message) from error
