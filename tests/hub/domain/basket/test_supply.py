from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.automation.sweep import apply_rules
from kiosk.hub.context import Hub
from kiosk.hub.delivery.courier import Courier
from kiosk.hub.domain.basket.article_change import note_article_change, take_gist
from kiosk.hub.domain.basket.article_row import take_article_row
from kiosk.hub.domain.conversation.conversation import GRACE
from kiosk.hub.domain.settlement.stock import lower_stock, raise_stock
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.store.happening import list_happenings
from kiosk.hub.sample.shop import STORE
from tests.hub.automation.kept import BACK
from tests.hub.delivery.post_room import MadeUpCarrier, permit
from tests.hub.domain.basket.goods import APPLES, PEN, WINE, stock
from tests.hub.running import NOW, Dial
from tests.hub.thread import keep_mug, list_thread, say

DAY = timedelta(days=1)


@pytest.fixture
def hub(hub: Hub, dial: Dial) -> Hub:
    """The hub of a store that counts its pens, of which an offer is kept, and has none by now."""
    with hub.database.write() as session:
        stock(session)
        session.get_one(Offer, "o-mug").gtin = PEN[1:]
        session.get_one(Article, (STORE, PEN)).stock = 0
    keep_mug(hub)
    dial.turn(timedelta(minutes=1))
    return replace(hub, settings=replace(hub.settings, rules=(BACK,)))


def _count(hub: Hub, pieces: int | None, code: str = PEN) -> None:
    """Somebody of the store counts."""
    with hub.database.write() as session:
        article = session.get_one(Article, (STORE, code))
        before = take_gist(article)
        article.stock = pieces
        note_article_change(hub, session, article, before)


def _sell(hub: Hub, session: Session) -> None:
    lower_stock(hub, session, STORE, {PEN: 9})


def _bring_back(hub: Hub, session: Session) -> None:
    raise_stock(hub, session, STORE, {PEN: 1})


def _import(hub: Hub, session: Session) -> None:
    take_article_row(hub, session, STORE, {"code": PEN, "stock": "4", "title": "Pen"})


def _list_told(hub: Hub) -> list[str | None]:
    with hub.database.read() as session:
        return [one.offer_id for one in list_happenings(session, "back_in_stock", NOW - DAY, hub.now())]


@pytest.mark.parametrize("act", [_bring_back, _import])
def test_what_comes_from_none_to_some_is_told_once_to_who_kept_it(
    hub: Hub, dial: Dial, act: Callable[[Hub, Session], None]
) -> None:
    bookmark = keep_mug(hub, "second")
    dial.turn(timedelta(minutes=1))
    for _ in range(2):
        with hub.database.write() as session:
            act(hub, session)
        apply_rules(hub)

    assert _list_told(hub) == ["o-mug"]
    assert [one.text for one in list_thread(hub, bookmark) if one.entry == "rule"] == ["Steinzeugbecher da"] * 2


def test_what_is_gone_again_before_it_was_said_is_not_said(hub: Hub) -> None:
    _count(hub, 2)
    with hub.database.write() as session:
        _sell(hub, session)
    assert _list_told(hub) == []
    _count(hub, 1)
    assert _list_told(hub) == ["o-mug"]


@pytest.mark.parametrize("counts", [(None, 4), (0, None), (0,), (4, 5, 5)])
def test_only_what_was_none_and_is_some_is_back(hub: Hub, counts: tuple[int | None, ...]) -> None:
    _count(hub, counts[0])
    before = len(_list_told(hub))
    for pieces in counts[1:]:
        _count(hub, pieces)

    assert len(_list_told(hub)) == before


def test_another_size_of_goods_that_are_there_is_nothing_new(hub: Hub) -> None:
    with hub.database.write() as session:
        for code in (PEN, WINE, APPLES):
            session.get_one(Article, (STORE, code)).family = "pens"
        session.get_one(Article, (STORE, WINE)).stock = 3
        session.get_one(Article, (STORE, APPLES)).archived_at = NOW
    _count(hub, 4)
    assert _list_told(hub) == []

    _count(hub, 0)
    _count(hub, 0, WINE)
    _count(hub, 1, WINE)
    assert _list_told(hub) == ["o-mug"]


def test_what_is_sold_no_more_is_not_back(hub: Hub) -> None:
    with hub.database.write() as session:
        session.get_one(Article, (STORE, PEN)).archived_at = NOW
    _count(hub, 4)

    assert _list_told(hub) == []


def _find_kept(hub: Hub) -> Bookmark:
    with hub.database.read() as session:
        return session.get_one(Bookmark, "b")


def _bring(hub: Hub, dial: Dial, carrier: MadeUpCarrier, after: timedelta = GRACE) -> list[str]:
    """All that reached her phone once so much time passed."""
    dial.turn(after)
    Courier(hub, {"push": carrier, "email": MadeUpCarrier(reaches=False)}).run_all()
    return carrier.sent


def test_her_phone_rings_for_it_where_she_allows_that_and_not_at_night(hub: Hub, dial: Dial) -> None:
    push = MadeUpCarrier()
    _count(hub, 4)
    apply_rules(hub)
    assert _bring(hub, dial, push) == []

    permit(hub, _find_kept(hub), "push")
    _count(hub, 0)
    dial.turn(timedelta(hours=12))
    _count(hub, 1)
    apply_rules(hub)
    assert _bring(hub, dial, push) == []
    assert _bring(hub, dial, push, timedelta(hours=10)) == ["Steinzeugbecher da"]


def test_it_counts_towards_what_she_is_told_a_day(hub: Hub, dial: Dial) -> None:
    push, bookmark = MadeUpCarrier(), _find_kept(hub)
    permit(hub, bookmark, "push")
    for text in ("1", "2", "3"):
        say(hub, bookmark, text, "rule")
        _bring(hub, dial, push)
    _count(hub, 4)
    apply_rules(hub)

    assert _bring(hub, dial, push) == ["1", "2", "3"]
