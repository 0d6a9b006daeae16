"""Describes the file that a member takes along, as JSON Schema, from the same list that fills it.

Source: JSON Schema, draft 2020-12.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy import Boolean, Column, Date, Integer, String
from sqlalchemy.types import TypeEngine

from kiosk.hub.domain.member_data.belonging import list_told
from kiosk.hub.domain.member_data.export import ADDED, FORMAT
from kiosk.hub.domain.member_data.registry import HERS
from kiosk.hub.domain.profile.portrait import Portrait
from kiosk.hub.models.base import ExactDecimal, UtcTime

_TYPES: Mapping[type[TypeEngine[Any]], dict[str, Any]] = MappingProxyType(
    {
        UtcTime: {"type": "string", "format": "date-time"},
        ExactDecimal: {"type": "string", "description": "an exact decimal"},
        String: {"type": "string"},
        Boolean: {"type": "boolean"},
        Integer: {"type": "integer"},
        Date: {"type": "string", "format": "date"},
    }
)


def describe_export() -> dict[str, Any]:
    """The schema; columns without a type hold JSON of their own."""
    (derived,), components = msgspec.json.schema_components([Portrait | None], ref_template="#/$defs/{name}")
    text = {"type": "string"}
    properties = {
        "format": {"const": FORMAT},
        "made_at": {"type": "string", "format": "date-time"},
        "store": text,
        "member": {**text, "description": "the pseudonym that she goes by"},
        "language": text,
        "parts": {"type": "object", "properties": _describe_parts(), "additionalProperties": False},
        "derived": derived,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "All that a hub has of a member",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": components,
    }


def _describe_parts() -> dict[str, Any]:
    columns: dict[str, dict[str, Any]] = {}
    for belonging in HERS:
        told = {column.name: _describe_column(column) for column in list_told(belonging)}
        columns.setdefault(belonging.table, {}).update(told)
    for table, added in ADDED.items():
        columns[table] |= {name: msgspec.json.schema(kind) for name, kind in added.items()}
    return {
        table: {
            "type": "array",
            "items": {"type": "object", "properties": described, "additionalProperties": False},
        }
        for table, described in columns.items()
    }


def _describe_column(column: Column[object]) -> dict[str, Any]:
    anything: dict[str, Any] = {}
    described = next((told for kind, told in _TYPES.items() if isinstance(column.type, kind)), anything)
    if column.nullable and "type" in described:
        return {**described, "type": [described["type"], "null"]}
    return dict(described)
