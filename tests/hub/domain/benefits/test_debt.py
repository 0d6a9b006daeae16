from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.debt import Loss, settle_debts, take_back
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.running import NOW


def _give(hub: Hub, key: str, name: str, steps: int) -> None:
    with hub.database.write() as session:
        post(session, STORE, make_gift(Cause(name, "gift", "..."), "points", key, steps), NOW)
        settle_debts(session, session.get_one(Member, key), "points", name, NOW)


def _take(hub: Hub, key: str, name: str, steps: int) -> int:
    with hub.database.write() as session:
        loss = Loss(Cause(name, "returned", "..."), "points", steps)
        return take_back(session, session.get_one(Member, key), loss, NOW)


def test_what_she_has_no_more_she_owes_and_pays_out_of_what_comes_next(hub: Hub, books: Books, anna: str) -> None:
    _give(hub, anna, "a", 20)
    owed = [_take(hub, anna, name, 15) for name in ("b", "c")]
    stands = [(books.read(anna), books.read(anna, kind="owed"))]
    for name in ("d", "e", "f"):
        _give(hub, anna, name, 6)
        stands.append((books.read(anna), books.read(anna, kind="owed")))

    assert (owed, stands) == ([0, 10], [(0, -10), (0, -4), (2, 0), (8, 0)])
    assert books.list_faults() == []


def test_who_owes_nothing_pays_nothing(hub: Hub, books: Books, anna: str) -> None:
    _give(hub, anna, "a", 20)

    assert (books.read(anna), books.count("owed")) == (20, 0)
