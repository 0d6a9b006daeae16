"""What the sniffer listens to: the usual topics of every make, in every zone."""

from collections.abc import Iterable

from kiosk.proximity.makes import ALL_MAKES, list_usual_topics
from kiosk.proximity.secret_topics import check_topics

_TOPIC = "--topic"


def list_reach(further: Iterable[str]) -> tuple[str, ...]:
    """The usual topics and these further ones; raises `SettingRefused` for one that would bring keys of phones."""
    further = tuple(further)
    check_topics(_TOPIC, further)
    return tuple(dict.fromkeys(list_usual_topics(ALL_MAKES) + further))
