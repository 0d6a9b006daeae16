"""One shape for every make of gateway, so that the next one is one file and one line."""

from collections.abc import Iterable
from typing import Protocol

from kiosk.proximity.gateways import espresense
from kiosk.proximity.sighting import Ignored, Reading


class Profile(Protocol):
    """How one make of gateway speaks; a module of `gateways` fits as it stands."""

    def list_topics(self, zones: Iterable[str], /) -> tuple[str, ...]:
        """What to subscribe to for these zones and no others."""
        ...

    def find_device(self, topic: str, /) -> tuple[str, str] | None:
        """The raw device id and the zone that the topic names; `None`: it is about no device."""
        ...

    def read_message(self, payload: bytes, /) -> Reading | Ignored:
        """Make a reading of any bytes whatsoever."""
        ...


PROFILES: dict[str, Profile] = {"espresense": espresense}
"""By the name in the setting `proximity.profile`."""
