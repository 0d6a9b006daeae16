import pytest

from kiosk.hub.domain.settlement.begin import PATIENCE
from kiosk.hub.domain.settlement.sweep import keep_settling, sweep_settlements
from kiosk.poller import Poller
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial


def test_what_a_crash_left_is_taken_up(till: PhoneTill, dial: Dial) -> None:
    till.put_pens()
    settlement_id = till.begin()
    sweep_settlements(till.hub)
    till.provider.settle(settlement_id, "approved")
    dial.turn(PATIENCE)
    pause = sweep_settlements(till.hub)

    assert (till.read(settlement_id).state, pause) == ("paid", 2.0)
    asked = len(till.provider.asked)
    sweep_settlements(till.hub)
    assert len(till.provider.asked) == asked


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: a payment is unclear, and asked for again")
def test_one_that_nobody_answers_for_waits_and_is_told_of(till: PhoneTill, caplog: pytest.LogCaptureFixture) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.provider.deaf = True
    sweep_settlements(till.hub)

    assert "a payment is unclear" in caplog.text
    assert till.read(settlement_id).state == "asked"


def test_it_looks_by_itself(till: PhoneTill) -> None:
    assert isinstance(keep_settling(till.hub), Poller)
