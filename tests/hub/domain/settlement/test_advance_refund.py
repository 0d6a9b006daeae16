import pytest

from kiosk.hub.domain.settlement.advance_refund import advance_refund
from kiosk.hub.domain.settlement.refunding import Wish
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.settlement.refund import find_refund
from kiosk.hub.payment.provider import ProviderSilent
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.test_refunding import bring_back
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial


@pytest.fixture
def refund(till: PhoneTill) -> str:
    """All of three pens came back, and nobody asked for the money yet."""
    till.put_pens()
    return bring_back(till, till.pay(), Wish("r", None, "sam"))[0].id


def read(till: PhoneTill) -> str:
    with till.hub.database.read() as session:
        found = find_refund(session, "r")
        assert found
        return found.state


def test_the_money_goes_back_once(till: PhoneTill, books: Books, refund: str) -> None:
    for _ in range(2):
        advance_refund(till.hub, refund)

    assert read(till) == "done"
    assert (books.read("moody", "EUR", "clearing"), books.read("moody", "EUR", "refunding")) == (0, 0)
    assert till.provider.asked.count("give_back") == 1
    assert books.list_faults() == []


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: money is yet to go back")
def test_an_answer_that_was_lost_is_asked_for_again_by_itself(till: PhoneTill, refund: str, dial: Dial) -> None:
    till.provider.mute = True
    with pytest.raises(ProviderSilent):
        advance_refund(till.hub, refund)
    sweep_settlements(till.hub)
    till.provider.mute = False
    dial.turn(dial.time - dial.time.replace(hour=0))
    sweep_settlements(till.hub)

    assert read(till) == "done"
    assert len(till.provider.given_back) == 1


def test_what_the_provider_refuses_the_store_owes(till: PhoneTill, books: Books, refund: str) -> None:
    till.provider.refuses = True
    advance_refund(till.hub, refund)

    assert read(till) == "refused"
    assert books.read("moody", "EUR", "refunding") == -7470


def test_a_provider_that_tells_nothing_refuses_nothing(till: PhoneTill, refund: str) -> None:
    till.provider.forgotten = set(till.provider.charges)
    with pytest.raises(ProviderSilent, match="tells nothing of a refund"):
        advance_refund(till.hub, refund)

    assert (read(till), till.provider.given_back) == ("asked", {})
