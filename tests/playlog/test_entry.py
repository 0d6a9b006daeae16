from datetime import UTC, datetime

import msgspec
import pytest

from kiosk.playlog.entry import Accepted, Entry, Kept, Showing

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "entry",
    [Showing("i-1", AT, 8.02, "proximity", "boots", None, 1), Kept("i-1", "b-1"), Accepted("b-1")],
)
def test_a_line_says_what_it_is(entry: Entry) -> None:
    assert msgspec.json.decode(msgspec.json.encode(entry), type=Entry) == entry


def test_no_line_has_a_place_for_a_card_or_a_shopper() -> None:
    fields = {field for kind in (Showing, Kept, Accepted) for field in kind.__struct_fields__}
    assert not fields & {"shopper", "credential", "card", "member", "zone", "language"}
