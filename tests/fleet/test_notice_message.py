import json
from datetime import UTC, datetime

import pytest

from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.fleet.notice_message import LARGEST, NoticeRefused, read_notice

HOSTILE = {
    "no JSON": b"evacuate",
    "no object": b'["evacuate"]',
    "no text": b'{"level": "info"}',
    "no words": b'{"text": ""}',
    "blank words": b'{"text": " \\n "}',
    "no languages": b'{"text": {}}',
    "blank words in one language": b'{"text": {"de": "Raus", "en": " "}}',
    "a number": b'{"text": 112}',
    "no level of ours": b'{"text": "a", "level": "apocalypse"}',
    "a time without its zone": b'{"text": "a", "until": "2026-11-22T09:00:00"}',
    "no language": b'{"text": {"<b>": "a"}}',
    "too many languages": json.dumps({"text": {f"a{letter}": "a" for letter in "abcdefghi"}}).encode(),
    "too many words": json.dumps({"text": "a" * 2001}).encode(),
    "too many bytes": b'{"text": "a"}' + b" " * LARGEST,
    "half a character": b'{"text": "\\ud83d"}',
    "no UTF-8": b'{"text": "\xff"}',
    "a deep nest": b"[" * 60_000,
    "a bell": b'{"text": "a\\u0007"}',
    "a tab": b'{"text": "a\\tb"}',
    "an escape": b'{"text": "\\u001b[2J"}',
    "a C1 control": b'{"text": "a\\u0085b"}',
    "a line separator": b'{"text": "a\\u2028b"}',
    "a direction override": b'{"text": "\\u202etixe"}',
    "words of no width": json.dumps({"text": "\u200b\u2060\ufeff"}).encode(),
    "an empty letter": json.dumps({"text": "\u3164\u2800"}).encode(),
    "too many lines": json.dumps({"text": "a\n" * 99}).encode(),
    "an isolate": b'{"text": {"de": "a\\u2067b"}}',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_it_refuses(what: str) -> None:
    with pytest.raises(NoticeRefused) as refused:
        read_notice(HOSTILE[what])
    key, _, allowed = str(refused.value).partition(" must be ")
    assert key in {"the message", "text", "level", "until"}, "what came is repeated nowhere"
    assert "apocalypse" not in allowed


def test_nothing_clears_it() -> None:
    assert read_notice(b"") is None


@pytest.mark.parametrize("text", ["a" * 2000, "🔥 Feuer 👩‍🚒", "يرجى مغادرة المبنى", "Raus\nSofort", "請離開大樓"])
def test_words_of_every_script_are_taken(text: str) -> None:
    assert read_notice(json.dumps({"text": text}).encode()) == Bulletin({"": text}, Level.WARNING)


def test_it_takes_all_that_it_may_say_and_ignores_what_it_does_not_know() -> None:
    payload = b'{"text": {"de": "Raus", "en": "Out"}, "level": "emergency", "until": "2026-11-22T09:00:00Z", "by": 1}'
    until = datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert read_notice(payload) == Bulletin({"de": "Raus", "en": "Out"}, Level.EMERGENCY, until)
