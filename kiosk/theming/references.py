"""Puts the values of a theme's options wherever it says `"@NAME"`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from kiosk.theming.document import Table
from kiosk.theming.file_names import show_name
from kiosk.theming.finding import Finding

MARK = "@"
NOTHING_GIVEN: Mapping[str, object] = MappingProxyType({})


def put_values(file: str, table: Table, values: Mapping[str, object], findings: list[Finding]) -> Table:
    """The table with each `"@NAME"` replaced; one that names no option becomes a finding.

    Looks at the table's own values and at those of the tables in it, which is all that a theme has.
    """
    put: Table = {}
    for key, value in table.items():
        place = f"{file}: {show_name(key)}"
        if isinstance(value, dict):
            inner = cast("Table", value).items()
            put[key] = {name: _put(f"{place}.{show_name(name)}", one, values, findings) for name, one in inner}
        else:
            put[key] = _put(place, value, values, findings)
    return put


def _put(place: str, value: object, values: Mapping[str, object], findings: list[Finding]) -> object:
    if not isinstance(value, str) or not value.startswith(MARK):
        return value
    name = value.removeprefix(MARK)
    if name not in values:
        findings.append(Finding(place, f"names no option; there are {', '.join(values) or 'none'}"))
        return value
    return values[name]
