from kiosk.app.glass.announcer import Announcer
from kiosk.core.effects import Announcement, AnnounceShown, AnnounceTap, TapOutcome
from kiosk.core.glass.scene import Attract

SCENE = Attract(None, None, "de", "")
SHOWN = AnnounceShown("i-1", "boots", None, "proximity", heard_at=10.0)
TAP = AnnounceTap("b-1", "boots", TapOutcome.SAVED, felt_at=11.0)


class Glass:
    """Numbers what it is shown, and keeps what was said."""

    def __init__(self) -> None:
        self.showings = 0
        self.said: list[tuple[Announcement, float]] = []
        self.announcer = Announcer(self.show, lambda announcement, at: self.said.append((announcement, at)))

    def show(self, _scene: object) -> int:
        self.showings += 1
        return self.showings


def test_nothing_is_said_before_the_frame_was_swapped() -> None:
    glass = Glass()
    glass.announcer.show(SCENE)
    glass.announcer.announce(SHOWN)
    assert glass.said == []
    glass.announcer.note_presented(1, 10.02)
    assert glass.said == [(SHOWN, 10.02)]


def test_a_frame_of_a_later_scene_speaks_for_the_ones_that_it_overtook() -> None:
    glass = Glass()
    glass.announcer.show(SCENE)
    glass.announcer.announce(SHOWN)
    glass.announcer.show(SCENE)
    glass.announcer.announce(TAP)
    glass.announcer.note_presented(2, 11.5)
    assert glass.said == [(SHOWN, 11.5), (TAP, 11.5)]


def test_a_frame_of_an_earlier_scene_does_not_speak_for_a_later_one() -> None:
    glass = Glass()
    glass.announcer.show(SCENE)
    glass.announcer.show(SCENE)
    glass.announcer.announce(SHOWN)
    glass.announcer.note_presented(1, 10.5)
    assert glass.said == []


def test_what_changes_nothing_on_the_glass_is_said_at_once_and_never_before_its_cause() -> None:
    glass = Glass()
    glass.announcer.show(SCENE)
    glass.announcer.note_presented(1, 10.0)
    glass.announcer.announce(TAP)
    assert glass.said == [(TAP, 11.0)]


def test_work_that_can_wait_is_done_after_the_frame_or_at_once_where_it_was_swapped() -> None:
    glass = Glass()
    done: list[str] = []
    glass.announcer.do_after(lambda: done.append("before any scene"))
    glass.announcer.show(SCENE)
    glass.announcer.do_after(lambda: done.append("after the frame"))
    assert done == ["before any scene"]
    glass.announcer.note_presented(1, 10.0)
    assert done == ["before any scene", "after the frame"]
