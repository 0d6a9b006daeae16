"""The glass as a hand and a keyboard find it: real events, in a real window."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk import settings
from kiosk.core.glass.scene import Attract, Browsing, Comfort, Notice, Offering, Saved, Scene
from kiosk.core.notice.bulletin import Bulletin
from kiosk.core.wish import Wish
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.shelf import find_theme
from tests.doubles.glass_items import find_places, find_window

LEFT = Qt.MouseButton.LeftButton
STILL = Attract(None, None, "de", "i")


class Hand:
    """Somebody at a glass that is open for all the tests of this file."""

    def __init__(self, screen: Screen, shop: SampleShop) -> None:
        self.wishes: list[Wish] = []
        self.screen = screen
        self.window: QQuickWindow = find_window()
        self.offer = shop.make_offer(SAMPLES[0])
        screen.offer_touch(self.wishes.append, languages=2)

    def see(self, scene: Scene) -> None:
        self.wishes.clear()
        self.screen.stage.show(scene)
        self.screen.take_screenshot()  # what stands in a row has its place once it was drawn

    def browse(self, comfort: Comfort | None = None, *, ending: bool = False) -> None:
        self.see(Browsing(self.offer, "de", "i", 1, 3, comfort or Comfort(), ending))

    def tap(self, x: float, y: float) -> None:
        QTest.mouseClick(self.window, LEFT, pos=self.point(x, y))

    def swipe(self, start: float, end: float) -> None:
        QTest.mousePress(self.window, LEFT, pos=self.point(start, 0.4))
        QTest.mouseMove(self.window, self.point((start + end) / 2, 0.4))
        QTest.mouseMove(self.window, self.point(end, 0.4))
        QTest.mouseRelease(self.window, LEFT, pos=self.point(end, 0.4))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window, key)

    def point(self, x: float, y: float) -> QPoint:
        return QPoint(int(self.window.width() * x), int(self.window.height() * y))


@pytest.fixture(scope="module")
def glass(application: QGuiApplication, shop: SampleShop) -> Iterator[Hand]:
    display = settings.Display(fullscreen=False, size="960x540", reduced_motion=True)
    screen = Screen(display, find_theme(settings.Theme()).theme, Place(), Ports(shop.find_file))
    screen.show(fullscreen=False)
    yield Hand(screen, shop)
    screen.close()
    application.processEvents()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_loop_can_be_entered_anywhere_and_by_key(glass: Hand, key: Qt.Key) -> None:
    glass.see(STILL)
    glass.tap(0.2, 0.3)
    glass.press(key)
    assert glass.wishes == [Wish.BROWSE, Wish.BROWSE]


def test_an_offer_for_someone_near_can_be_touched_too(glass: Hand) -> None:
    glass.see(Offering(glass.offer, "de", "i", "s"))
    glass.tap(0.2, 0.3)
    assert glass.wishes == [Wish.BROWSE]


def test_pages_turn_by_swipe_by_arrow_and_by_arrow_key(glass: Hand) -> None:
    glass.browse()
    glass.swipe(0.7, 0.3)
    glass.swipe(0.3, 0.7)
    glass.tap(0.97, 0.42)
    glass.tap(0.03, 0.42)
    glass.press(Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert glass.wishes == [Wish.NEXT, Wish.PREVIOUS] * 3


def test_a_finger_on_a_touch_screen_turns_pages_and_two_do_nothing_else(glass: Hand) -> None:
    glass.browse()
    device = QTest.createTouchDevice()
    start, end, other = glass.point(0.7, 0.4), glass.point(0.3, 0.4), glass.point(0.5, 0.2)
    QTest.touchEvent(glass.window, device).press(0, start, glass.window).commit()
    QTest.touchEvent(glass.window, device).move(0, glass.point(0.5, 0.4), glass.window).commit()
    QTest.touchEvent(glass.window, device).move(0, end, glass.window).press(1, other, glass.window).commit()
    QTest.touchEvent(glass.window, device).release(0, end, glass.window).release(1, other, glass.window).commit()
    assert glass.wishes == [Wish.NEXT]


def test_a_finger_that_slips_a_little_only_says_that_somebody_is_there(glass: Hand) -> None:
    glass.browse()
    glass.swipe(0.5, 0.52)
    assert glass.wishes == [Wish.BROWSE]


@pytest.mark.parametrize(
    ("place", "wish"),
    [(0.1, Wish.LANGUAGE), (0.3, Wish.LARGER), (0.5, Wish.LOWER), (0.7, Wish.ADVISOR), (0.9, Wish.LEAVE)],
)
def test_each_control_says_what_is_wished_and_nothing_below_it_hears(glass: Hand, place: float, wish: Wish) -> None:
    glass.browse()
    glass.tap(place, 0.93)
    assert glass.wishes == [wish]


def test_with_the_controls_lower_down_the_arrows_are_there_as_well(glass: Hand) -> None:
    glass.browse(Comfort(lower=True))
    glass.tap(0.05, 0.93)
    glass.tap(0.12, 0.93)
    glass.tap(0.97, 0.42)
    assert glass.wishes == [Wish.PREVIOUS, Wish.NEXT, Wish.BROWSE], "and no longer at the side"


def test_all_controls_come_round_by_the_tab_key(glass: Hand) -> None:
    glass.browse()
    for _ in range(7):
        glass.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert set(glass.wishes) == {
        Wish.PREVIOUS, Wish.NEXT, Wish.LANGUAGE, Wish.LARGER, Wish.LOWER, Wish.ADVISOR, Wish.LEAVE,
    }  # fmt: skip  # one line reads better
    glass.wishes.clear()
    glass.press(Qt.Key.Key_Backtab, Qt.Key.Key_Space)
    assert len(glass.wishes) == 1


def test_where_nobody_can_be_called_there_is_no_control_for_it(glass: Hand) -> None:
    controls = glass.screen.stage.view.controls
    controls.offer(glass.wishes.append, languages=1, speaks=False, calls=False)
    glass.browse()
    for place in (0.2, 0.5, 0.8):
        glass.tap(place, 0.93)
    controls.offer(glass.wishes.append, languages=2, speaks=False)
    assert glass.wishes == [Wish.LARGER, Wish.LOWER, Wish.LEAVE]


def test_where_the_keys_are_is_seen(glass: Hand) -> None:
    glass.browse()
    before = glass.screen.take_screenshot()
    glass.press(Qt.Key.Key_Tab)
    QGuiApplication.processEvents()
    assert glass.screen.take_screenshot() != before


def test_the_name_of_the_control_that_the_keys_come_to_can_be_heard(glass: Hand) -> None:
    heard: list[str] = []
    glass.screen.stage.view.controls.on_named = heard.append
    glass.browse()
    glass.press(*[Qt.Key.Key_Tab] * 3)
    assert [name for name in heard if name] == ["Vorheriges", "Nächstes", "English"]


@pytest.mark.parametrize(("speaks", "wishes"), [(True, [Wish.READ]), (False, [])])
def test_a_key_begins_to_read_aloud_where_there_is_a_voice(glass: Hand, wishes: list[Wish], *, speaks: bool) -> None:
    controls = glass.screen.stage.view.controls
    controls.offer(glass.wishes.append, languages=2, speaks=speaks)
    glass.see(STILL)
    glass.press(Qt.Key.Key_F1)
    controls.offer(glass.wishes.append, languages=2, speaks=False)
    assert glass.wishes == wishes


def test_larger_text_is_told_in_whichever_scene_of_the_visit_it_is_wanted(glass: Hand) -> None:
    offering, kept = Offering(glass.offer, "de", "i", "s", larger=True), Saved(glass.offer, "de", "b", larger=True)
    browsing = Browsing(glass.offer, "de", "i", comfort=Comfort(larger=True))
    told: list[bool] = []
    for scene in (offering, kept, browsing, replace(offering, larger=False), STILL):
        glass.see(scene)
        told.append(bool(glass.screen.stage.view.controls.property("larger")))
    assert told == [True, True, True, False, False]


def test_escape_leaves(glass: Hand) -> None:
    glass.browse()
    glass.press(Qt.Key.Key_Tab, Qt.Key.Key_Escape)
    assert glass.wishes == [Wish.LEAVE]


def test_the_question_whether_somebody_is_there_is_answered_anywhere(glass: Hand) -> None:
    glass.browse(ending=True)
    (question,) = find_places("StillThere")
    (stay,) = (place for place in find_places("TouchButton") if question.contains(place))
    glass.tap(stay.center().x() / glass.window.width(), stay.center().y() / glass.window.height())
    glass.tap(question.right() / glass.window.width() - 0.05, question.top() / glass.window.height() + 0.05)
    assert glass.wishes == [Wish.STAY, Wish.BROWSE]


def test_a_kept_offer_can_stay_longer_or_give_way(glass: Hand) -> None:
    glass.see(Saved(glass.offer, "de", "b"))
    glass.tap(0.3, 0.3)
    glass.tap(0.75, 0.94)
    glass.tap(0.92, 0.94)
    glass.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert glass.wishes == [Wish.STAY, Wish.STAY, Wish.BROWSE, Wish.STAY, Wish.LEAVE]


def test_keys_find_their_way_again_after_every_scene(glass: Hand) -> None:
    glass.browse()
    glass.press(Qt.Key.Key_Tab)
    glass.see(Notice(Bulletin({"": "Raus"}), ("Raus",), "de", "i"))
    glass.see(STILL)
    glass.press(Qt.Key.Key_Return)
    assert glass.wishes == [Wish.BROWSE]


def test_without_the_offer_of_touch_nothing_answers(application: QGuiApplication, shop: SampleShop) -> None:
    display = settings.Display(fullscreen=False, size="640x360", reduced_motion=True)
    screen = Screen(display, find_theme(settings.Theme()).theme, Place(), Ports(shop.find_file))
    screen.show(fullscreen=False)
    controls = screen.stage.view.controls
    screen.stage.show(STILL)
    application.processEvents()
    controls.ask("browse")
    assert not controls.property("offered")
    screen.close()
