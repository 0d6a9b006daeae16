"""Lets the glass be touched and heard, and codes be scanned, where the settings say so and this machine can."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.app.clocks import tell_mono
from kiosk.core.events import Event, Touched
from kiosk.core.wish import Wish
from kiosk.screen.screen import Screen
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.scanner.wedge import Wedge


def serve_hands_and_ears(screen: Screen, settings: Settings, post: Callable[[Event], None]) -> None:
    """Do so from now on; after the first frame, for what plays and speaks takes longer to load than that."""
    from kiosk.screen.display.touch_screen import is_touch_wanted  # noqa: PLC0415 # as said above

    def note_wish(wish: Wish) -> None:
        post(Touched(wish, tell_mono()))

    display = settings.display
    screen.attend(display)
    if is_touch_wanted(display.touch):
        screen.offer_touch(note_wish, len(settings.screen.languages), calls=display.advisor)
    if settings.scanner.device != "none":
        screen.hear_keys(_make_wedge(settings, post).hear)


def _make_wedge(settings: Settings, post: Callable[[Event], None]) -> "Wedge":
    from kiosk.scanner.wedge import Habits, Wedge  # noqa: PLC0415 # what reads codes takes 20 MB, where there is a scanner

    scanner = settings.scanner
    habits = Habits(scanner.prefix, scanner.suffix, scanner.ends_with, scanner.gap_ms / 1000)
    return Wedge(habits, post, tell_mono)
