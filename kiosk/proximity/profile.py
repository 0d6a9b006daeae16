"""One shape for every make of gateway."""

from collections.abc import Iterable
from typing import Protocol

from kiosk.proximity.observation import Observed


class Profile(Protocol):
    """How one make of gateway speaks; a module of `gateways` fits as it stands."""

    def list_topics(self, zones: Iterable[str], /) -> tuple[str, ...]:
        """What to subscribe to for these zones and no others; raises `SettingRefused` for a zone that none can be."""
        ...

    def name_device(self, topic: str, /) -> str | None:
        """The raw device id that the topic alone names, so that a stranger's message is dropped unread.

        `None`: the payload has to be read.
        """
        ...

    def recognise(self, topic: str, payload: bytes, /) -> bool:
        """Whether this message surely is of this make; an empty topic is an unknown one."""
        ...

    def observe(self, topic: str, payload: bytes, /) -> Observed:
        """What any message whatsoever says; it never raises."""
        ...
