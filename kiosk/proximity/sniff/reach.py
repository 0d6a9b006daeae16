"""What the sniffer listens to: the usual topics of every make, in every zone."""

from collections.abc import Iterable

from kiosk.proximity.makes import PROFILES
from kiosk.proximity.profile import Profile
from kiosk.proximity.recognition import Recogniser
from kiosk.proximity.secret_topics import check_topics

ALL_MAKES = "auto"
_PLACEHOLDER = "any-zone"
_TOPIC = "--topic"


def list_reach(further: Iterable[str]) -> tuple[str, ...]:
    """The usual topics and these further ones; raises `SettingRefused` for one that would bring keys of phones."""
    further = tuple(further)
    check_topics(_TOPIC, further)
    return tuple(dict.fromkeys(list_usual(ALL_MAKES) + further))


def list_usual(make: str) -> tuple[str, ...]:
    """The usual topics of this make of gateway, or of all of them (`auto`), in every zone; none: there is no such."""
    profile: Profile | None = Recogniser() if make == ALL_MAKES else PROFILES.get(make)
    topics = profile.list_topics([_PLACEHOLDER]) if profile else ()
    return tuple(topic.replace(_PLACEHOLDER, "+") for topic in topics)
