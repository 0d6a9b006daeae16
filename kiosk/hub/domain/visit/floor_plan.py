"""The way to each department, as a manager writes it into a file."""

import tomllib
from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from kiosk.errors import KioskError
from kiosk.hub.models.store.department import Department

_MOST = 256
_Words = Annotated[
    Mapping[Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")], Annotated[str, Meta(min_length=1, max_length=120)]],
    Meta(min_length=1),
]


class FloorPlanRefused(KioskError):
    """The file states no departments; the text says where and why."""


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A department: the zone that screens name, what it is called, and how one gets there."""

    zone: Annotated[str, Meta(min_length=1, max_length=128)]
    title: _Words
    way: _Words


class FloorPlan(Struct, frozen=True, forbid_unknown_fields=True):
    """All departments of the store."""

    department: Annotated[tuple[Entry, ...], Meta(max_length=_MOST)] = ()

    def __post_init__(self) -> None:
        """Refuse two ways to one department: nobody would know which to go."""
        if len({entry.zone for entry in self.department}) < len(self.department):
            message = "each zone is named once"
            raise ValueError(message)


def parse_floor_plan(text: str) -> FloorPlan:
    """The departments that this TOML text states. Raises `FloorPlanRefused`."""
    try:
        return msgspec.convert(tomllib.loads(text), FloorPlan)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise FloorPlanRefused(str(error)) from error


def make_department(entry: Entry, store_id: str) -> Department:
    """The department as the store keeps it."""
    return Department(store_id=store_id, zone=entry.zone, title=dict(entry.title), way=dict(entry.way))
