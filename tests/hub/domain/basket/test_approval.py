import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.approval import approve_line
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.problem import Problem
from tests.hub.domain.basket.goods import WINE, find_member, make, stock


def test_who_was_looked_at_may_buy_it_and_it_is_known_who_looked(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines
        approve_line(session, [find_member(session).key], line.line.id, "Ida")

        assert line.line.approved_by == "Ida"
        assert make(hub, session).is_payable


def test_nobody_is_approved_in_anothers_basket(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines

        with pytest.raises(Problem):
            approve_line(session, ["s_other"], line.line.id, "Ida")
