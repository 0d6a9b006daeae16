from contextlib import suppress

import pytest

from kiosk.hub.domain.settlement.advance import end_settlement
from kiosk.hub.domain.settlement.late_money import look_again, undo_late
from kiosk.hub.domain.settlement.pace import UNDER_WAY
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.payment.provider import ProviderSilent, Refund, RefundState, State
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial

_COMPLAINT = "kiosk.hub.domain.settlement.sweep: a payment is unclear, and asked for again"


@pytest.fixture
def late(till: PhoneTill, dial: Dial) -> str:
    """What a provider heard of after it was let go."""
    till.put_pens()
    settlement_id = till.begin()

    def let_go() -> None:
        end_settlement(till.hub, settlement_id)
        with suppress(ProviderSilent):
            till.advance(settlement_id)
        dial.turn(UNDER_WAY)
        assert till.advance(settlement_id) == "released"

    till.provider.meanwhile["begin"] = let_go
    till.advance(settlement_id)
    return settlement_id


def test_what_the_provider_heard_of_too_late_is_ended(till: PhoneTill, late: str) -> None:
    assert (till.read(late).state, till.read(late).trouble) == ("released", "late")
    sweep_settlements(till.hub)

    assert till.provider.charges[late].state == "ended"
    assert (till.read(late).trouble, till.read(late).look_at) == ("", None)


@pytest.mark.parametrize("state", ["approved", "processing"])
def test_money_that_came_too_late_goes_back_once(
    till: PhoneTill, books: Books, dial: Dial, late: str, state: State
) -> None:
    till.provider.settle(late, state)
    sweep_settlements(till.hub)
    till.provider.settle(late, "approved")
    dial.turn(UNDER_WAY)
    for _ in range(2):
        sweep_settlements(till.hub)
        look_again(till.hub, late)

    assert till.provider.given_back == {f"late:{late}": till.read(late).due}
    assert (till.read(late).state, till.read(late).trouble) == ("released", "returned")
    assert (till.read_coupon(), books.list_faults()) == ("issued", [])


@pytest.mark.allow_log(_COMPLAINT)
def test_one_that_the_provider_refuses_to_tell_of_stays_with_somebody(till: PhoneTill, dial: Dial, late: str) -> None:
    till.provider.forgotten = {late}
    sweep_settlements(till.hub)
    row = till.read(late)
    assert (row.trouble, row.released_at, (row.look_at or row.made_at) > till.hub.now()) == ("late", dial.read(), True)
    dial.turn(UNDER_WAY)
    till.provider.deaf = True
    with pytest.raises(ProviderSilent, match="nothing was heard"):
        undo_late(till.hub, late)
    assert till.read(late).trouble == "late"


def test_one_that_takes_its_time_to_go_back_is_asked_for_again(
    till: PhoneTill, late: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_time(_provider: MoodyProvider, _refund: Refund) -> RefundState:
        return "open"

    till.provider.settle(late, "approved")
    monkeypatch.setattr(MoodyProvider, "give_back", take_time)
    undo_late(till.hub, late)

    assert (till.read(late).trouble, till.read(late).look_at is None) == ("late", False)


@pytest.mark.parametrize(("failures", "trouble"), [(1, "returned"), (3, "late")])
def test_what_the_provider_could_not_give_back_it_is_asked_for_under_another_name(
    till: PhoneTill, late: str, failures: int, trouble: str
) -> None:
    till.provider.settle(late, "approved")
    names = [f"late:{late}", f"late:{late}/2", f"late:{late}/3"]
    till.provider.failed = set(names[:failures])
    undo_late(till.hub, late)

    assert till.read(late).trouble == trouble
    assert list(till.provider.given_back) == names[failures:][:1]


def test_what_is_open_or_at_its_end_is_left_alone(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    look_again(till.hub, settlement_id)
    undo_late(till.hub, settlement_id)

    assert till.provider.asked == []
    assert till.advance(settlement_id) == "asked"
