"""A topic of the settings with names for its parts: `gateways/{zone}/+/{device}`."""

from collections.abc import Iterable

from kiosk.proximity.topics import fill_topics

ZONE, DEVICE = "{zone}", "{device}"
_ANY, _REST = "+", "#"


class TopicPattern:
    """`+` is any one part, `#` at the end is all that follows."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._parts = pattern.split("/")

    def list_topics(self, zones: Iterable[str]) -> tuple[str, ...]:
        """What to subscribe to: one topic for each zone, where the pattern names it."""
        pattern = self._pattern.replace(DEVICE, _ANY)
        return fill_topics(pattern, zones) if ZONE in pattern else (pattern,)

    def names(self, part: str) -> bool:
        """Whether the pattern has such a part."""
        return part in self._parts

    def match(self, topic: str) -> dict[str, str] | None:
        """The parts of a topic by the names that the pattern gives them; `None`: it does not fit."""
        parts, patterns = topic.split("/"), self._parts
        if patterns[-1] == _REST:
            patterns = patterns[:-1]
            parts = parts[: len(patterns)]
        if len(parts) != len(patterns):
            return None
        pairs = list(zip(patterns, parts, strict=True))
        if not all(pattern in (ZONE, DEVICE, _ANY, part) for pattern, part in pairs):
            return None
        return {pattern: part for pattern, part in pairs if pattern in (ZONE, DEVICE) and part}
