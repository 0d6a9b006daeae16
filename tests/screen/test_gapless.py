"""Proves that no change of the loop ever shows a gap: every frame of hundreds of mixed changes is looked at."""

import random
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice, pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Offering, Scene
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.screen.video.clip import Clip
from kiosk.theming.shelf import find_theme
from tests.doubles.glass_items import find_window
from tests.doubles.videos import GREEN, VIOLET

CHANGES = 300
FADE_MS = 40
PATIENCE_MS = 40_000
PLACE = (0.9, 0.04)
"""Where nothing ever stands but the picture, as shares of the glass."""

TOLERANCE = 6
"""Of 255: a veil's and a fade's rounding."""

COLOURS = ("#d01020", "#10a030", "#2040e0", "#e0a000", "#a010c0", "#00a0b0", "#705030", "#303030")
VIDEOS = {"#207f5f": GREEN, "#902081": VIOLET}
"""By the colour that their fields decode to."""
REFS = {colour: MediaRef(colour, f"{number:064x}", 1) for number, colour in enumerate((*COLOURS, *VIDEOS))}
FEW = 14
"""So many changes have a video before or after them: each video is a process."""

Rgb = tuple[int, int, int]


@pytest.fixture
def screen(application: QGuiApplication, tmp_path: Path) -> Iterator[Screen]:
    """A screen whose loop fades fast, and whose pictures are of one colour each."""
    for colour in COLOURS:
        picture = QImage(64, 36, QImage.Format.Format_RGB32)
        picture.fill(QColor(colour))
        assert picture.save(str(tmp_path / f"{colour}.png"))
    theme = find_theme(settings.Theme()).theme
    brisk = replace(theme, tokens=replace(theme.tokens, crossfade_ms=FADE_MS))
    display = settings.Display(fullscreen=False, size="320x180")

    def find_file(ref: MediaRef) -> Path:
        return VIDEOS.get(ref.url, tmp_path / f"{ref.url}.png")

    screen = Screen(display, brisk, Place(), Ports(find_file))
    screen.show(fullscreen=False)
    yield screen
    screen.close()
    application.processEvents()


def make_scene(kind: str, colour: str, number: int) -> Scene:
    """A scene behind which this colour stands; a text has none, so the brand's still does."""
    offer = Offer(f"o-{number}", {"de": f"Angebot {number}"}, image=REFS[colour])
    match kind:
        case "offering":
            return Offering(offer, "de", f"i-{number}", "s")
        case "offer":
            return Attract(Item(f"{number}", "offer", offer=offer.id), offer, "de", f"i-{number}")
        case "text":
            item = Item(f"{number}", "text", title={"de": f"Hinweis {number}"})
            return Attract(item, None, "de", f"i-{number}")
        case "video":
            return Attract(Item(f"{number}", "video", media=REFS[colour]), None, "de", f"i-{number}")
        case _:
            return Attract(Item(f"{number}", "image", media=REFS[colour]), None, "de", f"i-{number}")


def list_changes(chance: random.Random) -> Iterator[tuple[Scene, str | None]]:
    """Each scene with the colour of its picture (`None`: the still); no two colours follow each other twice."""
    colour = COLOURS[0]
    for number in range(CHANGES):
        kind = chance.choice(("image", "image", "offer", "text", "offering"))
        colour = chance.choice([other for other in COLOURS if other != colour])
        yield make_scene(kind, colour, number), None if kind == "text" else colour


def read_rgb(frame: QImage) -> Rgb:
    pixel = frame.pixelColor(int(frame.width() * PLACE[0]), int(frame.height() * PLACE[1]))
    return pixel.red(), pixel.green(), pixel.blue()


def find_rgb(colour: str) -> Rgb:
    wanted = QColor(colour)
    return wanted.red(), wanted.green(), wanted.blue()


def find_share(pixel: Rgb, last: Rgb, next_: Rgb) -> float | None:
    """How much of the next colour lies over the last one; `None`: it is no mixture of these two."""
    span = [after - before for before, after in zip(last, next_, strict=True)]
    square = sum(step * step for step in span)
    way = sum(step * (value - before) for step, value, before in zip(span, pixel, last, strict=True))
    share = min(1.0, max(0.0, way / square)) if square else 1.0
    mixed = [before + step * share for before, step in zip(last, span, strict=True)]
    is_mixture = all(abs(value - wanted) <= TOLERANCE for value, wanted in zip(pixel, mixed, strict=True))
    return share if is_mixture else None


def watch_change(qtbot: QtBot, frames: Callable[[], QImage], last: Rgb, next_: Rgb) -> Iterator[float | None]:
    """The share of what is next in each frame that is presented, until it is all there."""
    share: float | None = 0.0
    until = time.monotonic() + PATIENCE_MS / 1000
    while share is not None and share < 1:
        assert time.monotonic() < until, "it never was all there"
        with qtbot.waitSignal(find_window().frameSwapped):
            find_window().update()
        share = find_share(read_rgb(frames()), last, next_)
        yield share


def test_no_frame_of_hundreds_of_changes_shows_a_gap_or_what_was_before(screen: Screen, qtbot: QtBot) -> None:
    frames = find_window().grabWindow
    screen.stage.show(make_scene("text", COLOURS[0], -1))
    with qtbot.waitSignal(find_window().frameSwapped):
        find_window().update()
    still = last = read_rgb(frames())
    looked_at = 0
    for number, (scene, colour) in enumerate(list_changes(random.Random(7))):  # noqa: S311 # the same at every run
        next_ = find_rgb(colour) if colour else still
        screen.stage.show(scene)
        shares = list(watch_change(qtbot, frames, last, next_)) if next_ != last else [1.0]
        assert None not in shares, f"change {number} showed something that is neither the one nor the other"
        assert shares == sorted(share for share in shares if share is not None), f"change {number} went back"
        looked_at += len(shares)
        last = next_
    assert looked_at > CHANGES


def list_mixed_changes() -> Iterator[tuple[str, str]]:
    """Kind and colour: pictures and videos, each after each."""
    pictures, videos = cycle(COLOURS), cycle(VIDEOS)
    for kind in islice(cycle(("image", "video", "video", "image", "offering", "video")), FEW):
        yield kind, next(videos if kind == "video" else pictures)


def await_next(screen: Screen, qtbot: QtBot, scene: Scene) -> None:
    """Let what comes next be ready before its turn."""
    screen.stage.foresee(scene)
    qtbot.waitUntil(lambda: all(clip.is_ready for clip in find_window().findChildren(Clip)), timeout=PATIENCE_MS)


def test_no_frame_shows_a_gap_where_pictures_and_videos_follow_each_other(screen: Screen, qtbot: QtBot) -> None:
    frames = find_window().grabWindow
    screen.stage.show(make_scene("image", COLOURS[-1], -1))
    last = find_rgb(COLOURS[-1])
    for number, (kind, colour) in enumerate(list_mixed_changes()):
        scene = make_scene(kind, colour, number)
        if number % 3:  # the others come as a surprise
            await_next(screen, qtbot, scene)
        screen.stage.show(scene)
        shares = list(watch_change(qtbot, frames, last, find_rgb(colour)))
        assert None not in shares, f"change {number} showed something that is neither the one nor the other"
        assert shares == sorted(share for share in shares if share is not None), f"change {number} went back"
        last = find_rgb(colour)


def test_videos_in_a_row_wait_for_each_other_behind_what_is_there(screen: Screen, qtbot: QtBot) -> None:
    """Each has its turn as soon as the one before is all there: the third finds both decoders taken."""
    frames = find_window().grabWindow
    scenes = [(colour, make_scene("video", colour, number)) for number, colour in enumerate(islice(cycle(VIDEOS), 5))]
    screen.stage.show(make_scene("image", COLOURS[-1], -1))
    last = find_rgb(COLOURS[-1])
    for (colour, scene), (_, next_) in pairwise([*scenes, scenes[0]]):
        screen.stage.show(scene)
        screen.stage.foresee(next_)
        shares = list(watch_change(qtbot, frames, last, find_rgb(colour)))
        assert None not in shares, f"{colour}: something that is neither the one nor the other"
        assert shares == sorted(share for share in shares if share is not None), f"{colour}: it went back"
        assert len(find_window().findChildren(Clip)) <= 3, "two, and one that just was covered"
        last = find_rgb(colour)


def test_a_video_moves_on_the_glass(screen: Screen, qtbot: QtBot) -> None:
    screen.stage.show(make_scene("video", "#207f5f", 0))
    seen: list[int] = []

    def has_moved_far() -> bool:
        seen.extend(find_square(find_window().grabWindow()))
        return bool(seen) and seen[-1] > 60  # pixels, of 320

    qtbot.waitUntil(has_moved_far, timeout=PATIENCE_MS)
    assert seen == sorted(seen)
    assert len(set(seen)) > 3


def find_square(frame: QImage) -> list[int]:
    """How far from the left the white square has come, if it is there."""
    return [x for x in range(frame.width()) if frame.pixelColor(x, 134).red() > 200][:1]
