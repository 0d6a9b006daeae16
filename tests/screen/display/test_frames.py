import time
from dataclasses import dataclass, field

from pytestqt.qtbot import QtBot

from kiosk.core.glass.scene import Attract, Offering
from kiosk.screen.display.frames import FrameWatch
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.screen import Ports
from tests.doubles.glass_items import find_window
from tests.screen.conftest import OpenScreen


@dataclass
class Reports:
    """What was presented, as the app would hear it."""

    heard: list[tuple[int, float]] = field(default_factory=list[tuple[int, float]])

    def note(self, generation: int, at: float) -> None:
        self.heard.append((generation, at))

    @property
    def generations(self) -> list[int]:
        return [generation for generation, _ in self.heard]

    def wait_for(self, qtbot: QtBot, generation: int) -> None:
        qtbot.waitUntil(lambda: generation in self.generations)


def test_a_scene_is_reported_once_after_a_frame_with_it_was_swapped(
    open_screen: OpenScreen, shop: SampleShop, qtbot: QtBot
) -> None:
    reports = Reports()
    stage = open_screen("960x540", ports=Ports(shop.find_file, reports.note)).stage
    generations: list[int] = []
    for sample in SAMPLES[:3]:
        shown_at = time.monotonic()
        generations.append(stage.show(Offering(shop.make_offer(sample), "de", "i", "s")))
        assert generations[-1] not in reports.generations
        reports.wait_for(qtbot, generations[-1])
        assert shown_at <= reports.heard[-1][1] <= time.monotonic()
    assert [one for one in reports.generations if one in generations] == generations


def test_a_scene_that_changes_no_pixel_is_reported_too(open_screen: OpenScreen, shop: SampleShop, qtbot: QtBot) -> None:
    reports = Reports()
    stage = open_screen("960x540", ports=Ports(shop.find_file, reports.note)).stage
    for _ in range(2):
        reports.wait_for(qtbot, stage.show(Attract(None, None, "de", "i")))


def test_scenes_that_share_a_frame_are_reported_as_the_newest_one(
    open_screen: OpenScreen, shop: SampleShop, qtbot: QtBot
) -> None:
    reports = Reports()
    stage = open_screen("960x540", ports=Ports(shop.find_file, reports.note)).stage
    first = stage.show(Offering(shop.make_offer(SAMPLES[0]), "de", "i", "s"))
    newest = stage.show(Offering(shop.make_offer(SAMPLES[1]), "de", "i", "s"))
    reports.wait_for(qtbot, newest)
    assert first not in reports.generations


def test_a_scene_whose_frame_came_during_a_pause_is_reported_after_it(open_screen: OpenScreen, qtbot: QtBot) -> None:
    open_screen("960x540")
    window, reports = find_window(), Reports()
    watch = FrameWatch(window, reports.note)
    reports.wait_for(qtbot, watch.mark())
    watch.pause()
    with qtbot.waitSignal(window.frameSwapped):
        generation = watch.mark()
    watch.resume()
    reports.wait_for(qtbot, generation)
