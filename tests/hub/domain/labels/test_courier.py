from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from threading import Event as Flag

import pytest

from kiosk.backoff import Backoff
from kiosk.hub.context import Hub
from kiosk.hub.domain.labels.courier import EVERY_S, LISTEN, LabelCourier, keep_labels_told
from kiosk.hub.domain.labels.roster import assign_label, find_labelled
from kiosk.hub.domain.labels.standing import State, judge_label
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.store.shelf_label import ShelfLabel
from kiosk.hub.sample.shop import STORE
from kiosk.hub.shelf_labels.access_point import AccessPointAway
from kiosk.hub.shelf_labels.openepaperlink import OpenEPaperLink
from tests.doubles.access_point import PretendAccessPoint, open_access_point
from tests.hub.running import Dial

MUG, MAC, OTHER = "04012345000016", "00000197E5CB3B38", "00000197E5CB3B39"
SECOND = timedelta(seconds=1)


@pytest.fixture
def point() -> Iterator[PretendAccessPoint]:
    with open_access_point() as point:
        yield point


@pytest.fixture
def courier(hub: Hub, point: PretendAccessPoint) -> LabelCourier:
    point.add(MAC)
    assign(hub, MAC)
    return LabelCourier(hub, OpenEPaperLink(point.url), Backoff(lambda: 1.0, base_s=5.0))


def assign(hub: Hub, mac: str) -> None:
    with hub.database.write() as session:
        assign_label(session, STORE, mac, find_labelled(session, STORE, MUG), hub.now())


def price_mug(hub: Hub, **changes: object) -> None:
    with hub.database.write() as session:
        mug = session.get_one(Article, (STORE, MUG))
        for name, value in {**changes, "changed_at": hub.now()}.items():
            setattr(mug, name, value)


def read_label(hub: Hub, mac: str = MAC) -> ShelfLabel:
    with hub.database.read() as session:
        return session.get_one(ShelfLabel, mac)


def read_state(hub: Hub) -> State:
    return judge_label(read_label(hub), hub.now()).state


def test_a_label_is_sent_the_price_once_and_again_when_it_changes(
    hub: Hub, dial: Dial, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    assert [courier.look(), courier.look()] == [EVERY_S, EVERY_S]
    first = point.pictures[MAC]
    assert point.uploads == 1

    dial.turn(SECOND)
    price_mug(hub, price=Decimal("19.90"))
    courier.look()
    assert point.uploads == 2
    assert point.pictures[MAC] != first

    dial.turn(SECOND)
    price_mug(hub, stock=7)
    courier.look()
    dial.turn(SECOND)
    courier.look()
    assert point.uploads == 2


def test_a_price_that_changes_in_the_instant_in_which_it_was_compared_is_not_missed(
    hub: Hub, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    courier.look()
    price_mug(hub, price=Decimal("19.90"))
    courier.look()

    assert point.uploads == 2


def test_of_an_article_that_is_sold_no_more_the_price_goes(
    hub: Hub, dial: Dial, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    courier.look()
    dial.turn(SECOND)
    price_mug(hub, archived_at=hub.now())
    courier.look()
    gone = point.pictures[MAC]

    dial.turn(SECOND)
    price_mug(hub, archived_at=None, sold_by="label")
    courier.look()
    assert point.pictures[MAC] == gone
    assert point.uploads == 2


def test_a_label_has_answered_once_it_fetched_its_picture(
    hub: Hub, dial: Dial, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    courier.look()
    assert read_state(hub) == "on_its_way"

    dial.turn(SECOND)
    point.hear(MAC, int(hub.now().timestamp()))
    dial.turn(LISTEN)
    courier.look()
    assert read_state(hub) == "shown"

    dial.turn(timedelta(hours=1))
    courier.look()
    assert read_state(hub) == "silent"
    dial.turn(SECOND)
    price_mug(hub, price=Decimal("19.90"))
    courier.look()
    dial.turn(timedelta(hours=1))
    courier.look()
    assert read_state(hub) == "late"


def test_an_access_point_that_is_away_or_busy_is_asked_again_ever_more_seldom(
    hub: Hub, dial: Dial, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    point.fates += [503, 409]
    waits: list[float] = []
    for _ in range(2):
        with pytest.raises(AccessPointAway):
            courier.look()
        label = read_label(hub)
        waits.append((label.due_at - hub.now()).total_seconds())
        courier.look()  # not yet
        assert point.uploads == 0
        dial.turn(timedelta(seconds=waits[-1]))

    assert waits == [5.0, 10.0]
    assert read_state(hub) == "not_taken"
    courier.look()
    assert point.uploads == 1
    assert (read_label(hub).tries, read_label(hub).reason) == (0, None)


def test_a_label_that_the_access_point_does_not_take_keeps_no_other_waiting(
    hub: Hub, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    point.add(OTHER, kind=0xEE)
    assign(hub, OTHER)
    courier.look()

    assert point.uploads == 1
    assert read_label(hub, OTHER).reason == f"label {OTHER}: nobody knows how large its panel is"


def test_a_label_that_nobody_has_heard_of_waits_until_somebody_does(
    hub: Hub, dial: Dial, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    assign(hub, OTHER)
    courier.look()
    assert (point.uploads, read_label(hub, OTHER).told_at) == (1, None)

    point.add(OTHER, kind=0x02)
    dial.turn(LISTEN)
    courier.look()
    assert point.uploads == 2


def test_a_hub_that_begins_anew_sends_what_the_one_before_could_not_and_nothing_twice(
    hub: Hub, dial: Dial, point: PretendAccessPoint, courier: LabelCourier
) -> None:
    courier.look()
    LabelCourier(hub, OpenEPaperLink(point.url)).look()
    assert point.uploads == 1

    dial.turn(SECOND)
    price_mug(hub, price=Decimal("19.90"))
    LabelCourier(hub, OpenEPaperLink(point.url)).look()
    assert point.uploads == 2


def test_while_the_hub_serves_a_change_is_sent_by_itself(hub: Hub, point: PretendAccessPoint) -> None:
    point.add(MAC)
    assign(hub, MAC)
    look = Flag()
    served = replace(hub, settings=replace(hub.settings, access_point=point.url))
    with keep_labels_told(served):
        assert any(point.uploads == 1 or look.wait(0.05) for _ in range(400))

    with keep_labels_told(hub):
        assert point.uploads == 1
