"""Makes the room that hears what things cost on the screen's shelf, where it hangs on one."""

from collections.abc import Callable

from kiosk.app.clocks import read_instant
from kiosk.app.givens import Givens
from kiosk.core.events import Event
from kiosk.shelf.board import PriceBoard
from kiosk.shelf.feed import PriceFeed


def make_price_feed(givens: Givens, post: Callable[[Event], None]) -> PriceFeed | None:
    """The room; `post` takes its events."""
    settings = givens.settings
    shelf, place = settings.shelf, (settings.store.id, settings.screen.id)
    if not shelf.is_there:
        return None
    board = PriceBoard(shelf.articles, shelf.name, shelf.trust_s)
    codes = None if shelf.name else shelf.articles
    return PriceFeed(givens.address, place, codes, board, post, givens.status, read_instant)
