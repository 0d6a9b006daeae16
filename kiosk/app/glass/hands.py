"""Lets the glass be touched and heard, where the settings say so and this machine can."""

from collections.abc import Callable

from kiosk.app.clocks import tell_mono
from kiosk.core.events import Event, Touched, Wish
from kiosk.screen.screen import Screen
from kiosk.settings import Settings


def serve_hands_and_ears(screen: Screen, settings: Settings, post: Callable[[Event], None]) -> None:
    """Do so from now on; after the first frame, for what plays and speaks takes longer to load than that."""
    from kiosk.screen.display.touch_screen import is_touch_wanted  # noqa: PLC0415 # as said above

    def note_wish(wish: Wish) -> None:
        post(Touched(wish, tell_mono()))

    display = settings.display
    screen.attend(display)
    if is_touch_wanted(display.touch):
        screen.offer_touch(note_wish, len(settings.screen.languages), calls=display.advisor)
