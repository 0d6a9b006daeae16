"""For which screens something is meant: one, a group of them, or all; and how that stands in a form."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.console.words import Words
from kiosk.hub.models.screens.screen import Screen, list_screens
from kiosk.hub.models.screens.screen_group import ScreenGroup, list_groups

ALL = ""


class Target(Struct, frozen=True):
    """A screen, else a group, else all of the store; by ids."""

    screen_id: str | None = None
    group_id: str | None = None

    @property
    def value(self) -> str:
        """How a form says it."""
        return f"screen:{self.screen_id}" if self.screen_id else f"group:{self.group_id}" if self.group_id else ALL


class Place(Struct, frozen=True):
    """The screens and groups among which somebody chooses."""

    screens: Sequence[Screen]
    groups: Sequence[ScreenGroup]

    def read(self, value: str) -> Target | None:
        """What the form says; `None` for a screen or group that is not there."""
        kind, _, name = value.partition(":")
        if not value:
            return Target()
        if kind == "screen" and name in {screen.id for screen in self.screens}:
            return Target(screen_id=name)
        if kind == "group" and name in {group.id for group in self.groups}:
            return Target(group_id=name)
        return None

    def list_choices(self, words: Words) -> list[tuple[str, str]]:
        """Each choice as the form says it, and as people read it."""
        phrases = words["targets"]
        groups = [(f"group:{one.id}", phrases["group"].format(name=one.name)) for one in self.groups]
        screens = [(f"screen:{one.id}", phrases["screen"].format(name=one.id)) for one in self.screens]
        return [(ALL, phrases["all"]), *groups, *screens]

    def list_screen_ids(self, value: str) -> list[str]:
        """The screens that the form means and that may come in."""
        target = self.read(value)
        if target is None:
            return []
        members = {screen for group in self.groups if group.id == target.group_id for screen in group.screens}
        return [
            screen.id
            for screen in self.screens
            if screen.revoked_at is None
            and (target.screen_id in (None, screen.id))
            and (target.group_id is None or screen.id in members)
        ]


def read_place(session: Session, store_id: str) -> Place:
    """All screens and groups of the store."""
    return Place(list_screens(session, store_id), list_groups(session, store_id))
