"""A notice as it comes over MQTT: plain words, checked before anybody could see them."""

import re
from datetime import datetime
from typing import Annotated, TypeAlias
from unicodedata import category

import msgspec
from msgspec import Meta, Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.rule import Language
from kiosk.core.bulletin import Bulletin, Level

LARGEST = 64 * 1024
"""Bytes of one message."""

# Control characters but the line's end; what ends lines unseen; what turns the direction of the words around it.
_UNWANTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_MOST_LINES = 12
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters that Unicode counts among letters and signs, and that show nothing."""
# Without a pattern: for a str with a pattern beside a dict msgspec (0.22) writes outside of its memory.
Words: TypeAlias = Annotated[str, Meta(min_length=1, max_length=2000)]
Text: TypeAlias = Words | Annotated[dict[Language, Words], Meta(min_length=1, max_length=8)]
Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]


class NoticeMessage(Struct, frozen=True, kw_only=True):
    """What everybody must read: one `text` for all, or one for each language, until `until` or until cleared."""

    text: Text
    level: Level = Level.WARNING
    until: Moment | None = None

    def __post_init__(self) -> None:
        """Refuse what shows nothing, or other than what it says: control and direction characters."""
        texts = (self.text,) if isinstance(self.text, str) else self.text.values()
        if any(not _is_legible(text) for text in texts):
            message = "a text is blank, has too many lines, or holds control or direction characters"
            raise ValueError(message)

    def as_bulletin(self) -> Bulletin:
        """The same for the board."""
        texts = {"": self.text} if isinstance(self.text, str) else self.text
        return Bulletin(texts, self.level, self.until)


def _is_legible(text: str) -> bool:
    shows = any(category(sign)[0] in "LNS" and sign not in _BLANKS for sign in text)
    return shows and text.count("\n") < _MOST_LINES and not _UNWANTED.search(text)


class NoticeRefused(ValueError):
    """What came is no notice; says nothing of what it was."""


def read_notice(payload: bytes) -> Bulletin | None:
    """The notice, or `None` where an empty payload clears it. Raises `NoticeRefused`."""
    if not payload:
        return None
    if len(payload) > LARGEST:
        raise NoticeRefused
    try:
        return msgspec.json.decode(payload, type=NoticeMessage).as_bulletin()
    except JSON_FLAWS as flaw:
        raise NoticeRefused from flaw
