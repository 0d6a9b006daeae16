"""Finds a member in a JSON message by a path out of the settings, such as `beacon.id` or `list.0`."""

from typing import cast

from kiosk.proximity.lenient import read_number

WHOLE = "."
"""The path of the message itself, where it is a bare number or word."""


def find_member(value: object, path: str) -> object:
    """What a dotted path leads to, with numbers for places in a list; `None`: it is empty, or leads nowhere."""
    if not path:
        return None
    for name in path.split(".") if path != WHOLE else ():
        if isinstance(value, dict):
            value = cast("dict[str, object]", value).get(name)
        elif isinstance(value, list) and name.isdecimal():
            members = cast("list[object]", value)
            value = members[int(name)] if int(name) < len(members) else None
        else:
            return None
    return value


def find_figure(value: object, path: str) -> float | None:
    """The number at a path, also where it is written as text; switches, lists and objects are none."""
    found = find_member(value, path)
    if isinstance(found, bool) or not isinstance(found, int | float | str):
        return None
    return read_number(found)


def find_text(value: object, path: str) -> str | None:
    """The id or state at a path, as JSON would write it; lists, objects and empty texts are none."""
    found = find_member(value, path)
    if isinstance(found, bool):
        return "true" if found else "false"
    return str(found) or None if isinstance(found, int | float | str) else None
