"""Two members who turn out to be one person have one basket, and each her own again where they are not."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.approval import PATIENCE, list_askers
from kiosk.hub.domain.basket.change import Accept, Add, Change, SetCount, change_basket
from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.domain.profile.merge import merge_members, undo_merge
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import CHEESE_LABEL, PEN, WINE, stock
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial


def meet(session: Session) -> tuple[str, str]:
    """Two members of the store, who joined first at first."""
    query = select(Member.key).where(Member.store_id == STORE, Member.person_key.is_(None))
    first, second, *_ = session.scalars(query.order_by(Member.joined_at, Member.key))
    return first, second


def put(hub: Hub, session: Session, key: str, change_id: str, change: Change) -> None:
    change_basket(hub, session, session.get_one(Member, key), change_id, change)


def see(hub: Hub, session: Session, key: str) -> list[str]:
    """What lies in the basket that this key shows."""
    return sorted(one.line.code for one in gather_basket(hub, session, session.get_one(Member, key)).lines)


def join(hub: Hub, session: Session, *keys: str) -> Merge:
    merge = merge_members(hub, session, keys[0], keys[1], ["card"])
    assert merge
    session.flush()
    return merge


def test_each_has_her_own_again_once_a_merge_is_undone(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        winner, loser = meet(session)
        put(hub, session, winner, "w", Add(PEN))
        put(hub, session, loser, "l", Add(CHEESE_LABEL))
        merge = join(hub, session, winner, loser)
        put(hub, session, winner, "since", Add(WINE))
        assert see(hub, session, winner) == see(hub, session, loser) == [WINE, PEN, "220007"]

        undo_merge(hub, session, merge, "Ida")
        assert (see(hub, session, winner), see(hub, session, loser)) == ([WINE, PEN], ["220007"])


def test_a_piece_that_is_added_after_a_merge_is_no_part_of_what_the_other_had(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        winner, loser = meet(session)
        put(hub, session, loser, "l", Add(PEN))
        merge = join(hub, session, winner, loser)
        put(hub, session, winner, "since", Add(PEN))

        undo_merge(hub, session, merge, "Ida")
        assert see(hub, session, winner) == see(hub, session, loser) == [PEN]


def test_all_that_lies_there_is_hers_to_change_and_to_agree_to(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        winner, loser = meet(session)
        put(hub, session, loser, "l", Add(PEN))
        join(hub, session, winner, loser)
        pen = find_article(session, STORE, PEN)
        assert pen
        pen.price *= 2
        session.flush()
        person = session.get_one(Member, winner)
        rose = gather_basket(hub, session, person)
        assert rose.lines[0].notes == ("price_rose",)

        put(hub, session, winner, "agreed", Accept(rose.shown))
        assert gather_basket(hub, session, person).lines[0].notes == ()
        put(hub, session, winner, "gone", SetCount(rose.lines[0].line.id, 0))
        assert see(hub, session, winner) == []


def test_who_waits_for_a_look_waits_with_all_that_is_hers(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        stock(session)
        winner, loser = meet(session)
        put(hub, session, loser, "l", Add(WINE))
        join(hub, session, winner, loser)
    dial.turn(PATIENCE + timedelta(minutes=1))
    with hub.database.write() as session:
        assert list_askers(hub, session, STORE) == []
        put(hub, session, winner, "since", Add(PEN))
        (asker,) = list_askers(hub, session, STORE)
        assert [line.code for line, _ in asker.asked] == [WINE]


def test_what_was_paid_for_lies_in_neither_basket_though_they_parted_meanwhile(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    with till.hub.database.write() as session:
        other = next(key for key in meet(session) if key != till.key)
        put(hub, session, other, "l", Add(PEN))
        merge = join(hub, session, till.key, other)
    settlement_id = till.begin()
    till.advance(settlement_id)
    with till.hub.database.write() as session:
        undo_merge(hub, session, session.get_one(Merge, merge.id), "Ida")
    till.provider.settle(settlement_id, "approved")
    assert till.advance(settlement_id) == "paid"

    with till.hub.database.read() as session:
        assert list_basket_lines(session, [till.key, other]) == []
