"""A notice as it comes over MQTT: plain words, checked before anybody could see them."""

from datetime import datetime
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.notice_text import LONGEST, find_flaw
from kiosk.contract.rule import Language
from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.fleet.flaws import NO_OBJECT, explain_flaw

LARGEST = 64 * 1024
"""Bytes of one message."""

# Without a pattern: for a str with a pattern beside a dict msgspec (0.22) writes outside of its memory.
Words: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST)]
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
        if any(find_flaw(text) for text in texts):
            message = "`$.text` is blank, has too many lines, or holds control or direction characters"
            raise ValueError(message)

    def as_bulletin(self) -> Bulletin:
        """The same for the board."""
        texts = {"": self.text} if isinstance(self.text, str) else self.text
        return Bulletin(texts, self.level, self.until)


class NoticeRefused(ValueError):
    """What came is no notice; says which key is wrong and what is allowed there, and nothing of what it was."""


def read_notice(payload: bytes) -> Bulletin | None:
    """The notice, or `None` where an empty payload clears it. Raises `NoticeRefused`."""
    if not payload:
        return None
    if len(payload) > LARGEST:
        raise NoticeRefused(NO_OBJECT)
    try:
        return msgspec.json.decode(payload, type=NoticeMessage).as_bulletin()
    except JSON_FLAWS as flaw:
        raise NoticeRefused(explain_flaw(flaw)) from flaw
