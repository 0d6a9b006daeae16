"""Says in the log, once, which screen this is and whom it talks to."""

import logging

from kiosk.settings import Settings
from kiosk.version import VERSION

_log = logging.getLogger(__name__)


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
