from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.age import mark_look
from kiosk.hub.domain.basket.approval import Look, Verdict, decide_line, list_askers
from kiosk.hub.domain.basket.change import Add, AddPiece
from kiosk.hub.domain.basket.standing import BasketStanding
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN, WINE, make, stock
from tests.hub.running import Dial


def see(session: Session, line: BasketLine) -> str:
    """What somebody sees who looks at it."""
    article = find_article(session, STORE, line.code)
    assert article
    return mark_look(line, article)


def decide(hub: Hub, session: Session, line: BasketLine, verdict: Verdict) -> BasketStanding:
    decide_line(hub, session, STORE, line.id, Look("Ida", see(session, line), verdict))
    return make(hub, session)


def test_who_was_looked_at_may_buy_it_and_it_is_known_who_looked(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        before = make(hub, session, Add(WINE))
        after = decide(hub, session, before.lines[0].line, "approve")

        assert (after.lines[0].line.approved_by, after.is_payable) == ("Ida", True)
        assert after.version == before.version + 1


def test_who_was_refused_takes_it_out_unless_somebody_looks_again(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines
        refused = decide(hub, session, line.line, "refuse")
        assert (refused.lines[0].notes, refused.is_payable) == (("refused_age",), False)
        assert make(hub, session, AddPiece(line.line.id, 1)).lines[0].notes == ("refused_age",)

        approved = decide(hub, session, line.line, "approve")
        assert (approved.lines[0].notes, approved.is_payable) == ((), True)


def test_who_waits_is_known_by_the_code_on_her_phone_until_nobody_needs_to_look(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        standing = make(hub, session, Add(PEN), Add(WINE))
        (asker,) = list_askers(hub, session, STORE)
        assert (asker.code, [line.code for line, _ in asker.asked]) == (standing.look_code, [WINE])
        assert list_askers(hub, session, "anderswo") == []

        decide(hub, session, asker.asked[0][0], "approve")
        assert list_askers(hub, session, STORE) == []


def test_who_left_hours_ago_is_not_waited_for(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        stock(session)
        make(hub, session, Add(WINE))
        dial.turn(timedelta(hours=4))

        assert list_askers(hub, session, STORE) == []


def test_nothing_is_decided_of_what_is_another_by_now(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines
        seen = see(session, line.line)
        make(hub, session, AddPiece(line.line.id, 1))

        with pytest.raises(Problem) as refused:
            decide_line(hub, session, STORE, line.line.id, Look("Ida", seen, "approve"))
        assert (refused.value.status, line.line.approved_by) == (409, None)


@pytest.mark.parametrize(("store", "line_id"), [("anderswo", ""), (STORE, "none")])
def test_nobody_decides_in_another_store_or_of_what_is_not_there(hub: Hub, store: str, line_id: str) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines

        with pytest.raises(Problem) as refused:
            decide_line(hub, session, store, line_id or line.line.id, Look("Ida", see(session, line.line), "approve"))
        assert refused.value.status == 404
