from collections.abc import Callable

import pytest

from kiosk.hub.domain.settlement.advance_refund import advance_refund
from kiosk.hub.domain.settlement.refunding import Wish
from kiosk.hub.domain.settlement.refused_refund import pay_out, retry_refund
from kiosk.hub.models.settlement.refund import Refund, list_refused_refunds
from kiosk.hub.payment.provider import ProviderSilent
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.test_refunding import bring_back, find_line
from tests.hub.domain.settlement.till import PhoneTill


@pytest.fixture
def refused(till: PhoneTill) -> PhoneTill:
    """All of three pens came back, and the provider refused to give the money back."""
    till.put_pens()
    bring_back(till, till.pay(), Wish("r", None, "sam"))
    till.provider.refuses = True
    advance_refund(till.hub, "r")
    till.provider.refuses = False
    return till


def read(till: PhoneTill) -> tuple[str, int, int]:
    """How it stands, by which attempt, and how many are refused."""
    with till.hub.database.read() as session:
        refund = session.get_one(Refund, "r")
        return refund.state, refund.attempt, len(list_refused_refunds(session, STORE))


def read_name(till: PhoneTill, refund_id: str = "r") -> str:
    """By what the provider knows it."""
    with till.hub.database.read() as session:
        return session.get_one(Refund, refund_id).name


def test_it_is_asked_for_anew_under_another_name_and_once(refused: PhoneTill, books: Books) -> None:
    first = read_name(refused)
    assert read(refused) == ("refused", 1, 1)
    for _ in range(2):
        retry_refund(refused.hub, "r")

    assert read(refused) == ("done", 2, 0)
    assert list(refused.provider.given_back) == [read_name(refused)] != [first]
    assert (books.read("moody", "EUR", "refunding"), books.list_faults()) == (0, [])


def test_what_came_of_it_after_all_is_not_asked_for_anew(refused: PhoneTill, books: Books) -> None:
    refused.provider.given_back[read_name(refused)] = refused.read(next(iter(refused.provider.charges))).due
    retry_refund(refused.hub, "r")

    assert read(refused) == ("done", 1, 0)
    assert len(refused.provider.given_back) == 1
    assert books.read("moody", "EUR", "refunding") == 0


def test_a_second_refusal_leaves_it_to_be_asked_for_under_a_third(refused: PhoneTill) -> None:
    refused.provider.refuses = True
    retry_refund(refused.hub, "r")
    assert read(refused) == ("refused", 2, 1)
    refused.provider.refuses = False
    retry_refund(refused.hub, "r")

    assert (read(refused), list(refused.provider.given_back)) == (("done", 3, 0), [read_name(refused)])


def test_a_till_s_refund_is_never_taken_for_a_later_attempt_of_another(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.pay()
    pen = find_line(till, settlement_id)
    bring_back(till, settlement_id, Wish("till-1:r", {pen: 1}, "till-1"))
    till.provider.refuses = True
    advance_refund(till.hub, "till-1:r")
    till.provider.refuses = False
    bring_back(till, settlement_id, Wish("till-1:r/2", {pen: 1}, "till-1"))
    advance_refund(till.hub, "till-1:r/2")
    retry_refund(till.hub, "till-1:r")

    names = [read_name(till, one) for one in ("till-1:r/2", "till-1:r")]
    assert list(till.provider.given_back) == names
    with till.hub.database.read() as session:
        assert [session.get_one(Refund, one).state for one in ("till-1:r", "till-1:r/2")] == ["done", "done"]


def _deafen(till: PhoneTill) -> None:
    till.provider.deaf = True


def _forget(till: PhoneTill) -> None:
    till.provider.forgotten = set(till.provider.charges)


@pytest.mark.parametrize("trouble", [_deafen, _forget])
def test_where_the_provider_says_nothing_nothing_is_asked_for(
    refused: PhoneTill, trouble: Callable[[PhoneTill], None]
) -> None:
    trouble(refused)
    with pytest.raises(ProviderSilent):
        retry_refund(refused.hub, "r")

    assert (read(refused), refused.provider.given_back) == (("refused", 1, 1), {})


def test_of_two_who_ask_at_once_one_asks(refused: PhoneTill) -> None:
    refused.provider.meanwhile["look_up_refund"] = lambda: retry_refund(refused.hub, "r")
    retry_refund(refused.hub, "r")

    assert (read(refused), list(refused.provider.given_back)) == (("done", 2, 0), [read_name(refused)])


def test_what_the_store_paid_out_itself_is_never_asked_for_again(refused: PhoneTill, books: Books) -> None:
    with refused.hub.database.write() as session:
        for _ in range(2):
            pay_out(refused.hub, session, session.get_one(Refund, "r"))
    retry_refund(refused.hub, "r")

    assert (read(refused), refused.provider.given_back) == (("paid_out", 1, 0), {})
    assert (books.read("moody", "EUR", "refunding"), books.read("moody", "EUR", "paid_out")) == (0, -7470)
    assert books.list_faults() == []


def test_what_the_provider_gave_back_nobody_pays_out(refused: PhoneTill) -> None:
    retry_refund(refused.hub, "r")
    with pytest.raises(Problem) as elsewhere, refused.hub.database.write() as session:
        pay_out(refused.hub, session, session.get_one(Refund, "r"))

    assert elsewhere.value.code == "refund_elsewhere"
