import pytest
from msgspec import Raw
from msgspec.json import Decoder

from kiosk.proximity.lenient import LARGEST_PAYLOAD
from kiosk.proximity.observation import Ignored
from kiosk.proximity.parsing import UNREADABLE, Name, parse, parse_each, parse_text

_decode = Decoder(dict[str, Name]).decode


def test_what_can_be_read_is_read() -> None:
    assert parse(_decode, b'{"id":"a","id":"b"}') == {"id": "b"}
    assert parse_text("Lädchen".encode()) == "Lädchen"


@pytest.mark.parametrize(
    "payload",
    [b"", b"null", b"[]", b'{"id":1}', b'{"id":"\xff"}', b'{"id":' + b"[" * 9000, b'{"id":"%s"}' % (b"x" * 129)],
)
def test_what_cannot_be_read_is_refused_alike(payload: bytes) -> None:
    assert parse(_decode, payload) == UNREADABLE
    assert UNREADABLE.broken


def test_what_is_too_large_is_refused_unread() -> None:
    assert parse_text(b" " * (LARGEST_PAYLOAD + 1)) == Ignored("too large", broken=True)
    assert parse_text(b"\xff") == UNREADABLE


def test_a_part_that_cannot_be_read_costs_only_itself() -> None:
    parts = [Raw(b'{"id":"a"}'), Raw(b"5"), Raw(b'{"id":5}'), Raw(b'{"id":null}')]

    assert parse_each(_decode, parts) == [{"id": "a"}, {"id": None}]
