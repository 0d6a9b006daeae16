"""What is typed into the notice's form becomes a notice that every screen shows, or complaints about its fields."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kiosk.contract.notice_text import LONGEST, MOST_LINES, Flaw, find_flaw
from kiosk.hub.console.desk import Desk
from kiosk.hub.console.form.field_reader import Complaint, FieldReader
from kiosk.hub.models.screens.notice import Notice
from kiosk.hub.mqtt.messages import LEVELS

FIELDS = ("text_de", "text_en", "level", "until")
BLANK: Mapping[str, str] = MappingProxyType({**dict.fromkeys(FIELDS, ""), "level": "warning"})
_LANGUAGES = ("de", "en")
_LINE_END = re.compile(r"\r\n?|\n")
"""As browsers send it; any other stays, and is refused as what nobody sees."""
_EMPTY_LINES = re.compile(r"\n{3,}")
_COMPLAINTS: Mapping[Flaw, Complaint] = MappingProxyType(
    {
        "too_long": Complaint("notice_too_long", most=LONGEST),
        "blank": Complaint("notice_blank"),
        "too_many_lines": Complaint("notice_too_many_lines", most=MOST_LINES),
        "unseen_characters": Complaint("notice_unseen_characters"),
    }
)


def draft_notice(desk: Desk, texts: Mapping[str, str]) -> tuple[Notice, dict[str, Complaint]]:
    """The notice as it would be sent, and by field what keeps it from that."""
    reader = FieldReader(texts, desk.store.time_zone)
    until = reader.read_moment("until")
    words = join_words(texts)
    complaints = {**reader.complaints, **_judge_words(words)}
    if until and until <= desk.hub.now():
        complaints["until"] = Complaint("is_past")
    if texts["level"] not in LEVELS:
        complaints["level"] = Complaint("no_level")
    notice = Notice(
        store_id=desk.store.id,
        text=words,
        level=texts["level"],
        until=until,
        sent_by=desk.person.name,
        sent_at=desk.hub.now(),
        # Said, or what became of the notice before would be taken for this one's fate.
        taken_at=None,
        withdrawn_at=None,
    )
    return notice, complaints


def join_words(texts: Mapping[str, str]) -> dict[str, str]:
    """What is typed, by language, in its lines and paragraphs; without those of which nothing is typed."""
    words = {language: _tidy(texts[f"text_{language}"]) for language in _LANGUAGES}
    return {language: text for language, text in words.items() if text}


def _judge_words(words: Mapping[str, str]) -> dict[str, Complaint]:
    """By field, each language for itself: screens drop a notice of which they cannot show one text."""
    if not words:
        return {"text_de": Complaint("notice_missing")}
    flaws: dict[str, Flaw | None] = {language: find_flaw(text) for language, text in words.items()}
    return {f"text_{language}": _COMPLAINTS[flaw] for language, flaw in flaws.items() if flaw}


def _tidy(text: str) -> str:
    """Without blanks that nobody sees, and with one empty line between paragraphs at most."""
    lines = "\n".join(" ".join(line.split()) for line in _LINE_END.split(text.strip()))
    return _EMPTY_LINES.sub("\n\n", lines)
