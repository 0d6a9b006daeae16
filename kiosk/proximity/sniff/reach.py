"""What the sniffer listens to: the usual topics of every make, in every zone."""

from collections.abc import Iterable

from kiosk.proximity.recognition import Recogniser
from kiosk.proximity.secret_topics import check_topics

_PLACEHOLDER = "any-zone"
_TOPIC = "--topic"


def list_reach(further: Iterable[str]) -> tuple[str, ...]:
    """The usual topics and these further ones; raises `SettingRefused` for one that would bring keys of phones."""
    usual = tuple(topic.replace(_PLACEHOLDER, "+") for topic in Recogniser().list_topics([_PLACEHOLDER]))
    further = tuple(further)
    check_topics(_TOPIC, further)
    return tuple(dict.fromkeys(usual + further))
