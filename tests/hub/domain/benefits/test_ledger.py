from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.ledger import MEMBER, STORE, Cause, Move, Posting, make_gift, post, reverse
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting, find_posting
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE as SHOP
from tests.hub.domain.benefits.books import Books
from tests.hub.running import NOW


def _give(hub: Hub, key: str, steps: int, owner: str = "m") -> int:
    with hub.database.write() as session:
        return post(session, SHOP, make_gift(Cause(key, "gift", "because"), "points", owner, steps), NOW)


def _reverse(hub: Hub, posting_id: int) -> int:
    with hub.database.write() as session:
        return reverse(session, session.get_one(LedgerPosting, posting_id), "a mistake", NOW)


def test_what_comes_to_a_member_goes_from_the_store(hub: Hub, books: Books) -> None:
    _give(hub, "a", 20)
    _give(hub, "b", 5)

    assert (books.read("m"), books.read("", kind="store")) == (25, -25)
    assert books.list_faults() == []


def test_the_same_again_is_posted_once_and_answered_alike(hub: Hub, books: Books) -> None:
    assert _give(hub, "a", 20) == _give(hub, "a", 20)
    assert books.read("m") == 20


def test_another_thing_under_the_same_key_is_refused(hub: Hub, books: Books) -> None:
    _give(hub, "a", 20)
    with pytest.raises(Problem) as refused:
        _give(hub, "a", 21)

    assert (refused.value.code, books.read("m")) == ("idempotency_key_reused", 20)


def test_nobody_gives_more_than_she_has_and_nothing_is_posted_then(hub: Hub, books: Books) -> None:
    _give(hub, "a", 20)
    with pytest.raises(Problem) as refused:
        _give(hub, "b", -21)
    with hub.database.read() as session:
        assert find_posting(session, SHOP, "b") is None

    assert (refused.value.code, books.read("m"), books.list_faults()) == ("balance_too_low", 20, [])


@pytest.mark.parametrize(
    "moves",
    [
        (),
        (Move(MEMBER, "m", 1),),
        (Move(STORE, "", -1), Move(MEMBER, "m", 2)),
        (Move(STORE, "", 0), Move(MEMBER, "m", 0)),
        (Move(MEMBER, "m", -1), Move(MEMBER, "m", 1)),
    ],
)
def test_what_would_make_something_of_nothing_is_no_posting(moves: tuple[Move, ...]) -> None:
    with pytest.raises(ValueError, match="a posting"):
        Posting(Cause("k", "gift", "because"), "points", moves)


def test_a_posting_may_share_out_among_many(hub: Hub, books: Books) -> None:
    moves = (Move(STORE, "", -5), Move(MEMBER, "m", 2), Move(MEMBER, "n", 3))
    with hub.database.write() as session:
        post(session, SHOP, Posting(Cause("k", "gift", "because"), "EUR", moves), NOW)

    assert (books.read("m", "EUR"), books.read("n", "EUR"), books.read("", "EUR", "store")) == (2, 3, -5)


def test_a_posting_is_undone_once_by_its_opposite(hub: Hub, books: Books) -> None:
    gift = _give(hub, "a", 20)
    undone = [_reverse(hub, gift) for _ in range(2)]

    assert (undone[0], books.read("m"), books.count("reversal")) == (undone[1], 0, 1)
    assert books.list_faults() == []


def test_what_was_spent_meanwhile_cannot_be_undone(hub: Hub, books: Books) -> None:
    gift = _give(hub, "a", 20)
    _give(hub, "b", -5)
    with pytest.raises(Problem, match="not so much"):
        _reverse(hub, gift)

    assert books.read("m") == 15


def test_what_undid_a_posting_is_not_undone(hub: Hub) -> None:
    with pytest.raises(Problem) as refused:
        _reverse(hub, _reverse(hub, _give(hub, "a", 20)))

    assert refused.value.code == "reversal_final"


@pytest.mark.parametrize("change", ["UPDATE ledger_lines SET steps = 0", "DELETE FROM ledger_postings"])
def test_the_database_itself_refuses_to_change_what_is_posted(hub: Hub, books: Books, change: str) -> None:
    _give(hub, "a", 20)
    with pytest.raises(IntegrityError, match="stays as it is"), hub.database.write() as session:
        session.execute(text(change))

    assert (books.read("m"), books.list_faults()) == (20, [])


def test_the_database_itself_refuses_a_balance_below_zero(hub: Hub) -> None:
    _give(hub, "a", 20)
    with pytest.raises(IntegrityError), hub.database.write() as session:
        session.execute(text("UPDATE ledger_accounts SET balance = -1 WHERE owner = 'm'"))


def test_of_many_who_take_at_once_only_so_many_get_as_there_is(hub: Hub, books: Books) -> None:
    _give(hub, "a", 5)
    gate, numbers = Barrier(8), count()

    def take(_: int) -> bool:
        gate.wait()
        try:
            _give(hub, f"take-{next(numbers)}", -1)
        except Problem:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(take, range(8)))

    assert (sum(got), books.read("m"), books.list_faults()) == (5, 0, [])
