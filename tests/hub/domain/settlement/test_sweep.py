import pytest
from sqlalchemy import insert

from kiosk.hub.domain.settlement.begin import PATIENCE
from kiosk.hub.domain.settlement.sweep import keep_settling, sweep_settlements
from kiosk.hub.models.settlement.settlement import Settlement
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


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: a payment is unclear, and asked for again")
def test_however_many_nobody_tells_of_another_one_has_its_turn(till: PhoneTill, dial: Dial) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.advance(settlement_id)
    till.provider.settle(settlement_id, "approved")
    till.provider.forgotten = {f"gone-{number}" for number in range(20)}
    with till.hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        kept = {column.key: getattr(row, column.key) for column in Settlement.__mapper__.column_attrs}
        others = [
            kept | {"id": gone, "member_key": None, "tendered": (), "look_at": row.made_at}
            for gone in till.provider.forgotten
        ]
        session.execute(insert(Settlement), others)
    dial.turn(PATIENCE)
    pauses = [sweep_settlements(till.hub) for _ in range(2)]

    assert pauses == [0.0, 2.0]
    assert till.read(settlement_id).state == "paid"


def test_it_looks_by_itself(till: PhoneTill) -> None:
    assert isinstance(keep_settling(till.hub), Poller)
