from dataclasses import dataclass, field

import pytest

from kiosk.app.conductor import Conductor, Orders, Senses
from kiosk.codes.read import read_code
from kiosk.contract.instant import Instant
from kiosk.core.effects import (
    Announcement,
    AnnounceShown,
    AskArticle,
    CallAdvisor,
    DeclineScreenshot,
    Effect,
    SaveBookmark,
    SendCheckIn,
    ShowShelf,
    TakeScreenshot,
    TickerLine,
)
from kiosk.core.events import (
    BoardChanged,
    CardTapped,
    CatalogueChanged,
    CodeScanned,
    Event,
    ScreenshotAsked,
    ShopperNear,
    ShoppersChanged,
    ShowFailed,
    Touched,
)
from kiosk.core.glass.scene import Attract, Dark, Notice, Offering, Scene
from kiosk.core.loop.play import MINUTE_S, open_floor
from kiosk.core.notice.bulletin import Board, Bulletin
from kiosk.core.wish import Wish
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from kiosk.offers.shown import Shown
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, MUG_ITEM, POSTER, RULES, make_shopper


@dataclass
class House:
    """Rooms that write down what they are ordered."""

    time: float = 0.0
    wakes: int = 0
    instants: int = 0
    near: list[Event] = field(default_factory=list[Event])
    due: float = float("inf")
    undrawable: set[str | None] = field(default_factory=set[str | None])
    without_picture: set[str] = field(default_factory=set[str])
    attended: list[Event] = field(default_factory=list[Event])
    shown_when_attended: list[int] = field(default_factory=list[int])
    shown: list[Scene] = field(default_factory=list[Scene])
    saved: list[SaveBookmark] = field(default_factory=list[SaveBookmark])
    announced: list[Announcement] = field(default_factory=list[Announcement])
    screenshots: list[TakeScreenshot | DeclineScreenshot] = field(
        default_factory=list[TakeScreenshot | DeclineScreenshot]
    )
    told: list[Effect] = field(default_factory=list[Effect])
    tickers: list[tuple[TickerLine, ...]] = field(default_factory=list[tuple[TickerLine, ...]])
    shelves: list[ShowShelf] = field(default_factory=list[ShowShelf])
    alarms: list[float] = field(default_factory=list[float])
    remembered: list[Shown] = field(default_factory=list[Shown])

    def make_conductor(self) -> Conductor:
        orders = Orders(
            attend=self.attend,
            show=self.show,
            save=self.saved.append,
            announce=self.announced.append,
            answer_screenshot=self.screenshots.append,
            call_advisor=self.told.append,
            check_in=self.told.append,
            ask_article=self.told.append,
            run_ticker=self.tickers.append,
            show_shelf=self.shelves.append,
            wake_at=self.alarms.append,
            remember=self.remembered.append,
        )
        senses = Senses(self.perceive, lambda: self.due)
        return Conductor(open_floor(RULES, 0.0), orders, senses, self.read_instant, self.wake)

    def attend(self, event: Event) -> None:
        self.attended.append(event)
        self.shown_when_attended.append(len(self.shown))

    def show(self, scene: Scene) -> bool:
        offer = None if isinstance(scene, Notice | Dark) else scene.offer
        if (offer.id if offer else None) in self.undrawable:
            raise ValueError
        if isinstance(scene, Attract) and scene.item and scene.item.id in self.without_picture:
            return False
        self.shown.append(scene)
        return True

    def perceive(self, _mono: float) -> list[Event]:
        events, self.near = self.near, []
        return events

    def read_instant(self) -> Instant:
        self.instants += 1
        return Instant(self.time, MONDAY, f"id-{self.instants}")

    def wake(self) -> None:
        self.wakes += 1


def open_house() -> tuple[House, Conductor]:
    house = House()
    conductor = house.make_conductor()
    conductor.post(CatalogueChanged(Catalogue([BOOTS, MUG]), (POSTER, MUG_ITEM)))
    conductor.post(ShoppersChanged(Crowd({"anna": make_shopper("anna", "outdoor")})))
    conductor.conduct()
    return house, conductor


def test_every_posted_event_asks_for_a_turn() -> None:
    house, _ = open_house()
    assert house.wakes == 2


def test_all_that_happened_becomes_one_showing() -> None:
    house, _ = open_house()
    assert len(house.shown) == 1
    assert isinstance(house.shown[0], Attract)
    assert len(house.attended) == 2


def test_a_turn_in_which_nothing_happened_shows_nothing_anew() -> None:
    house, conductor = open_house()
    conductor.conduct()
    assert len(house.shown) == 1


def test_who_is_near_comes_from_the_senses() -> None:
    house, conductor = open_house()
    house.near = [ShopperNear("anna", "shoes", heard_at=0.0)]
    conductor.conduct()
    assert isinstance(house.shown[-1], Offering)
    assert isinstance(house.announced[-1], AnnounceShown)


def test_the_scene_waits_for_no_room_that_is_told_of_the_event() -> None:
    house, conductor = open_house()
    house.near = [ShopperNear("anna", "shoes", heard_at=0.0)]
    conductor.conduct()
    assert house.attended[-1] == ShopperNear("anna", "shoes", heard_at=0.0)
    assert house.shown_when_attended[-1] == len(house.shown) == 2


def test_what_was_shown_is_told_once_to_be_remembered() -> None:
    house, conductor = open_house()
    house.near = [ShopperNear("anna", "shoes", heard_at=0.0)]
    conductor.conduct()
    conductor.conduct()
    assert [set(shown.tallies) for shown in house.remembered] == [{("anna", "boots")}]


def test_a_tap_is_ordered_to_be_saved() -> None:
    house, conductor = open_house()
    house.near = [ShopperNear("anna", "shoes", heard_at=0.0)]
    conductor.conduct()
    house.time = 1.0
    conductor.post(CardTapped(CARD, felt_at=1.0))
    conductor.conduct()
    assert [order.bookmark.offer for order in house.saved] == ["boots"]


def test_the_alarm_is_set_for_whatever_is_due_first() -> None:
    house, conductor = open_house()
    assert house.alarms[-1] == 10.0
    house.due = 3.0
    conductor.conduct()
    assert house.alarms[-1] == 3.0


def test_when_its_time_has_come_the_loop_goes_on() -> None:
    house, conductor = open_house()
    house.time = 10.0
    conductor.conduct()
    assert isinstance(house.shown[-1], Attract)
    assert house.shown[-1].item == MUG_ITEM


@pytest.mark.allow_log("a scene could not be drawn: ValueError")
def test_an_offer_that_cannot_be_drawn_gives_way_and_the_loop_goes_on() -> None:
    house, conductor = open_house()
    house.undrawable = {"boots"}
    house.near = [ShopperNear("anna", "shoes", heard_at=0.0)]
    conductor.conduct()
    assert isinstance(house.shown[-1], Attract)
    assert house.shown[-1].offer == MUG
    assert [order.offer for order in house.announced if isinstance(order, AnnounceShown)][-1] == "mug"
    assert ShowFailed("boots", None) in house.attended
    assert house.alarms[-1] > 0


def test_an_item_whose_picture_cannot_be_had_gives_way_and_is_not_said_to_have_been_shown() -> None:
    house, conductor = open_house()
    house.without_picture = {MUG_ITEM.id}
    house.time = 10.0
    conductor.conduct()
    assert [scene.item for scene in house.shown if isinstance(scene, Attract)] == [POSTER, POSTER]
    assert [order.item for order in house.announced if isinstance(order, AnnounceShown)] == ["poster", "poster"]
    assert ShowFailed(None, MUG_ITEM.id, lacks_picture=True) in house.attended


@pytest.mark.allow_log("a scene could not be drawn: ValueError")
def test_when_nothing_can_be_drawn_it_does_not_try_for_ever() -> None:
    house, conductor = open_house()
    house.undrawable = {"boots", "mug", None}
    house.time = 10.0
    conductor.conduct()
    assert house.alarms[-1] == 10.0 + MINUTE_S


@pytest.mark.allow_log("a scene could not be drawn: ValueError")
def test_a_notice_that_cannot_be_drawn_is_not_tried_for_ever() -> None:
    house, conductor = open_house()
    house.undrawable = {None}
    conductor.post(BoardChanged(Board(Bulletin({"": "Bitte gehen Sie hinaus"})), heard_at=0.0))
    conductor.conduct()
    assert isinstance(conductor.floor.scene, Notice)
    assert not any(isinstance(scene, Notice) for scene in house.shown)


def test_who_calls_comes_in_or_scans_is_told() -> None:
    house, conductor = open_house()
    conductor.post(CodeScanned("4012345000016", read_code("4012345000016"), felt_at=0.0))
    for felt_at, wish in enumerate((Wish.BROWSE, Wish.ADVISOR)):
        conductor.post(Touched(wish, felt_at))
    conductor.conduct()
    conductor.post(CatalogueChanged(Catalogue(), (POSTER,), place="door"))
    conductor.conduct()
    conductor.post(CardTapped(CARD, felt_at=0.0))
    conductor.conduct()
    ask, call, come = house.told
    assert isinstance(ask, AskArticle)
    assert isinstance(come, SendCheckIn)
    assert (ask.scan.code, call, come.check_in.credential) == ("4012345000016", CallAdvisor("mug", "de"), CARD)


def test_who_asks_for_a_picture_is_answered() -> None:
    house, conductor = open_house()
    conductor.post(ScreenshotAsked("c-1"))
    conductor.conduct()
    assert house.screenshots == [TakeScreenshot("c-1")]
