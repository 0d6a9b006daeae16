"""Makes the card reader, where there is one."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.app.clocks import tell_mono
from kiosk.app.givens import Givens
from kiosk.bookmarks.outbox import Outbox
from kiosk.core.events import Event
from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.nfc.ports import Frontend
    from kiosk.nfc.reader import Reader


def make_reader(
    givens: Givens,
    post: Callable[[Event], None],
    outbox: Outbox,
    open_reader: "Callable[[str], Frontend] | None",
) -> "Reader | None":
    """The reader of the settings; `None`: there is none. `open_reader` opens it where it shall not be nfcpy's own."""
    device = givens.settings.nfc.device
    if device == "none":
        return None
    # nfcpy's seventy modules are no burden to a screen without a reader.
    from kiosk.nfc.frontend import open_frontend  # noqa: PLC0415 # as said above
    from kiosk.nfc.reader import Reader  # noqa: PLC0415 # as said above

    last_card = None
    with suppress(KioskError):  # the keeper says what is wrong with the disk
        last_card = outbox.find_last_card()
    return Reader(
        device,
        givens.key,
        post,
        givens.status,
        tell_mono,
        last_card=last_card,
        open_frontend=open_reader or open_frontend,
    )
