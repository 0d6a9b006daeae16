"""Turns the table of a theme's file into its declared type."""

from typing import TypeVar

import msgspec
from msgspec import Struct

from kiosk.theming.document import Table
from kiosk.theming.finding import Finding

Kind = TypeVar("Kind", bound=Struct)


def convert_table(file: str, table: Table, kind: type[Kind], findings: list[Finding]) -> Kind | None:
    """The file's content, or `None` with a finding for each key that is unknown, missing or not allowed."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        from kiosk.theming.flaws import list_flaws  # noqa: PLC0415 # 5 ms that a whole theme does not need

        findings += list(list_flaws(f"{file}: ", table, kind)) or [Finding(file, str(error))]
        return None
