"""What the loop is made of, and how far it has come."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.playlist import Item
from kiosk.core.effects import TickerLine


class Loop(Struct, frozen=True):
    """`playlist` has the items that take turns, `ticker` those for the ticker, `running` the lines in it.

    `last_item` is what was played last, `turn` its place in the cycle, `epoch` when that cycle began on all screens
    that keep step; `None`: this one plays by itself.
    """

    playlist: tuple[Item, ...] = ()
    ticker: tuple[Item, ...] = ()
    running: tuple[TickerLine, ...] = ()
    last_item: str | None = None
    turn: int = 0
    epoch: datetime | None = None


def fill_loop(loop: Loop, items: Sequence[Item], epoch: datetime | None) -> Loop:
    """Play these items from now on; texts for the ticker never take a turn."""
    playlist = tuple(item for item in items if item.kind != "ticker")
    ticker = tuple(item for item in items if item.kind == "ticker")
    return replace(loop, playlist=playlist, ticker=ticker, epoch=epoch)


def drop_items(loop: Loop, item_id: str | None, offer_id: str | None) -> Loop:
    """Do without this item, and without those that play or name this offer; `None`: there is no such one."""
    playlist = tuple(item for item in loop.playlist if item.id != item_id and not (offer_id and item.offer == offer_id))
    return replace(loop, playlist=playlist)
