import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.advance import end_settlement
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import PEN, make
from tests.hub.domain.settlement.till import PhoneTill


@pytest.fixture
def till(hub: Hub) -> PhoneTill:
    return PhoneTill(hub, MoodyProvider())


def fetch(hub: Hub, *ways: str) -> list[tuple[tuple[str, ...], int | None]]:
    """Somebody else wants a pen more by each of these ways; what is said of her lines, and how many are left."""
    changes = [Add(PEN, "take" if way == "take" else "home") for way in ways]
    with hub.database.write() as session:
        return [(one.notes, one.left) for one in make(hub, session, *changes).lines]


def test_what_somebody_pays_for_is_left_for_nobody_else_until_she_lets_it_be(till: PhoneTill) -> None:
    till.put_pens(2)
    before = fetch(till.hub, "home", "home")
    settlement_id = till.begin()
    meanwhile = fetch(till.hub)
    end_settlement(till.hub, settlement_id)
    till.advance(settlement_id)

    assert before == fetch(till.hub) == [((), 3)]
    assert meanwhile == [(("too_few",), 1)]


def test_what_she_pays_for_herself_is_not_missing_for_her(till: PhoneTill) -> None:
    till.put(*[Add(PEN, "home")] * 3)
    till.begin(address="Anna")

    assert [(one.notes, one.left) for one in till.look().lines] == [((), 3)]


def test_what_nobody_counts_or_she_holds_in_her_hands_is_there(till: PhoneTill) -> None:
    till.set_stock(0)
    assert fetch(till.hub, "take") == [((), None)]
    till.set_stock(None)
    assert [notes for notes, _ in fetch(till.hub, "home")] == [(), ()]


@pytest.mark.parametrize(("taken", "fetched", "notes"), [(1, 2, ()), (2, 2, ("too_few",)), (3, 3, ("sold_out",))])
def test_what_she_takes_along_cannot_be_fetched_for_her_too(
    till: PhoneTill, taken: int, fetched: int, notes: tuple[str, ...]
) -> None:
    till.put(*[Add(PEN)] * taken, *[Add(PEN, "pick_up")] * fetched)
    standing = till.look()

    assert {one.line.way: one.notes for one in standing.lines} == {"take": (), "pick_up": notes}
    assert standing.is_payable is not bool(notes)
