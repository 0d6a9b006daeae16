from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.exit_gate import STAY, Passage, note_bag, show_pass, use_pass
from kiosk.hub.domain.settlement.pass_code import LIFE, write_pass
from kiosk.hub.domain.settlement.refunding import Wish
from kiosk.hub.models.basket.basket_line import Way
from kiosk.hub.models.settlement.exit_pass import find_pass_of
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import APPLES, APPLES_LABEL, CHEESE_LABEL, PEN, bound
from tests.hub.domain.settlement.test_refunding import bring_back, find_line
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial


def show(till: PhoneTill, settlement_id: str) -> str:
    with till.hub.database.read() as session:
        return show_pass(till.hub, session, settlement_id)


def use(till: PhoneTill, text: str, store: str = STORE) -> Passage:
    with till.hub.database.write() as session:
        return use_pass(till.hub, session, store, text, "sam")


def test_a_pass_is_accepted_once_and_refused_twice(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.pay()
    text = show(till, settlement_id)
    verdicts = [use(till, text) for _ in range(3)]

    assert [one.verdict for one in verdicts] == ["go", "used", "used"]
    assert verdicts[0].pieces == 3
    assert show(till, settlement_id) == ""


def test_one_that_is_late_is_refused_and_the_phone_shows_another(till: PhoneTill, dial: Dial) -> None:
    till.put_pens()
    settlement_id = till.pay()
    old = show(till, settlement_id)
    dial.turn(LIFE + timedelta(seconds=1))

    assert use(till, old).verdict == "late"
    assert use(till, show(till, settlement_id)).verdict == "go"


def test_after_hours_nothing_is_shown_and_nothing_accepted(till: PhoneTill, dial: Dial) -> None:
    till.put_pens()
    settlement_id = till.pay()
    dial.turn(STAY + timedelta(seconds=1))
    with till.hub.database.read() as session:
        found = find_pass_of(session, settlement_id)
        assert found
        text = write_pass(found.code, STORE, found.secret, till.hub.now())

    assert show(till, settlement_id) == ""
    assert use(till, text).verdict == "late"


def test_a_forged_one_one_of_another_store_and_nonsense_are_refused(till: PhoneTill) -> None:
    till.put_pens()
    text = show(till, till.pay())
    forged = text[:-1] + ("A" if text[-1] != "A" else "B")

    assert use(till, forged).verdict == "forged"
    assert use(till, text, "another").verdict == "elsewhere"
    assert use(till, text.replace("VX", "VY")).verdict == "none"
    assert use(till, "VX00000000" + text[10:]).verdict == "none"
    assert use(till, text).verdict == "go"


def test_who_takes_nothing_along_needs_none(till: PhoneTill) -> None:
    till.put(Add(PEN, "home"))

    assert show(till, till.pay("Anna")) == ""


def test_of_some_the_bag_is_looked_into_and_what_was_found_is_noted_once(till: PhoneTill) -> None:
    till.hub = replace(till.hub, settings=replace(till.hub.settings, looked_at=1.0))
    till.put_pens()
    passage = use(till, show(till, till.pay()))
    with till.hub.database.write() as session:
        note_bag(session, STORE, passage.code, "fits", "sam")

    assert passage.verdict == "look"
    for store, code in ((STORE, passage.code), ("another", passage.code), (STORE, "none")):
        with till.hub.database.write() as session, pytest.raises(Problem):
            note_bag(session, store, code, "differs", "sam")


def test_what_came_back_is_carried_out_no_more(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.pay()
    text = show(till, settlement_id)
    bring_back(till, settlement_id, Wish("one", {find_line(till, settlement_id): 1}, "sam"))
    with till.hub.database.read() as session:
        left = find_pass_of(session, settlement_id)
    bring_back(till, settlement_id, Wish("rest", None, "sam"))

    assert left is not None
    assert left.pieces == 2
    assert use(till, text) == Passage("void", text[2:10])
    assert show(till, settlement_id) == ""


def test_who_walked_out_and_brings_something_back_did_walk_out(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.pay()
    text = show(till, settlement_id)
    use(till, text)
    bring_back(till, settlement_id, Wish("r", None, "sam"))

    assert use(till, text).verdict == "used"


def test_what_is_sent_to_her_is_none_of_the_gates_pieces(till: PhoneTill) -> None:
    till.put(Add(PEN), Add(PEN, "home"))
    settlement_id = till.pay("Anna")
    sent = next(line for line, way in till.read(settlement_id).ways.items() if way == "home")
    bring_back(till, settlement_id, Wish("r", {sent: 1}, "sam"))
    passage = use(till, show(till, settlement_id))

    assert (passage.verdict, passage.pieces) == ("go", 1)


@pytest.mark.parametrize(("way", "verdict"), [("take", "look"), ("pick_up", "go")])
def test_who_takes_along_what_a_label_prices_is_always_looked_at(till: PhoneTill, way: Way, verdict: str) -> None:
    till.put(Add(PEN), Add(CHEESE_LABEL, way))

    assert use(till, show(till, till.pay())).verdict == verdict


@pytest.mark.parametrize(("is_bound", "verdict"), [(False, "look"), (True, "go")])
def test_what_is_weighed_is_looked_at_unless_its_labels_have_bounds(
    till: PhoneTill,
    is_bound: bool,  # noqa: FBT001 # a drawn value
    verdict: str,
) -> None:
    if is_bound:
        with till.hub.database.write() as session:
            bound(session, APPLES, "0.2", "3")
    till.put(Add(APPLES_LABEL))

    assert use(till, show(till, till.pay())).verdict == verdict
