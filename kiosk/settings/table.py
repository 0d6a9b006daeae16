"""The settings as tables by section, before they are known to be good."""

from typing import TypeAlias, cast

Table: TypeAlias = dict[str, object]


def has(table: Table, section: str, key: str) -> bool:
    """Whether the setting is there."""
    settings = table.get(section)
    return isinstance(settings, dict) and key in settings


def put_beneath(table: Table, section: str, key: str, value: object) -> None:
    """Set it where nobody else did."""
    settings = table.setdefault(section, {})
    if isinstance(settings, dict):
        cast("Table", settings).setdefault(key, value)
