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
from tests.hub.domain.settlement.test_refunding import bring_back
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


def test_it_is_asked_for_anew_under_another_name_and_once(refused: PhoneTill, books: Books) -> None:
    assert read(refused) == ("refused", 1, 1)
    for _ in range(2):
        retry_refund(refused.hub, "r")

    assert read(refused) == ("done", 2, 0)
    assert list(refused.provider.given_back) == ["r/2"]
    assert (books.read("moody", "EUR", "refunding"), books.list_faults()) == (0, [])


def test_what_came_of_it_after_all_is_not_asked_for_anew(refused: PhoneTill, books: Books) -> None:
    refused.provider.given_back["r"] = refused.read(next(iter(refused.provider.charges))).due
    retry_refund(refused.hub, "r")

    assert read(refused) == ("done", 1, 0)
    assert list(refused.provider.given_back) == ["r"]
    assert books.read("moody", "EUR", "refunding") == 0


def test_a_second_refusal_leaves_it_to_be_asked_for_under_a_third(refused: PhoneTill) -> None:
    refused.provider.refuses = True
    retry_refund(refused.hub, "r")
    assert read(refused) == ("refused", 2, 1)
    refused.provider.refuses = False
    retry_refund(refused.hub, "r")

    assert (read(refused), list(refused.provider.given_back)) == (("done", 3, 0), ["r/3"])


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

    assert (read(refused), list(refused.provider.given_back)) == (("done", 2, 0), ["r/2"])


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
