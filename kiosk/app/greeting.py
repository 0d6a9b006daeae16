"""Says in the log, once, which screen this is and whom it talks to; and, without a display, that nobody sees it."""

import logging

from kiosk.screen.display.renderer import WITHOUT_DISPLAY
from kiosk.settings import Settings
from kiosk.version import VERSION

_log = logging.getLogger(__name__)
_UNSEEN = (
    "this screen is drawn where nobody sees it: to show it, start it in a desktop's session, or set WAYLAND_DISPLAY or"
    " DISPLAY to one, or QT_QPA_PLATFORM=eglfs on a machine without a desktop"
)


def introduce(settings: Settings, platform: str) -> None:
    """`platform` is Qt's name of the display system."""
    _log.info(
        "Vitrine %s: screen %s of %s on %s, broker %s, loyalty API %s",
        VERSION,
        settings.screen.id,
        settings.store.id,
        platform,
        settings.broker.url,
        settings.loyalty.url,
    )
    if platform == WITHOUT_DISPLAY:
        _log.info(_UNSEEN)
