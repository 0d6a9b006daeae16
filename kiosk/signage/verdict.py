"""Says of each item of a loop whether it plays at a moment, how often, and if not, why not."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from kiosk.contract.daypart import Daypart, is_open
from kiosk.contract.offer import Validity
from kiosk.contract.playlist import Item
from kiosk.signage.importer import Loop

State = Literal["plays", "not now", "left out", "stray"]

_MINUTES = "%Y-%m-%d %H:%M"


class Verdict(Struct, frozen=True):
    """One item or file by name, and what becomes of it, in words."""

    state: State
    name: str
    words: str


def judge_loop(loop: Loop, local: datetime) -> Iterator[Verdict]:
    """Each item at this time, which is the store's own, in the loop's order; then what is left out."""
    on = [item for item in loop.items if item.kind != "ticker" and item.is_on(local)]
    highest = max((item.priority for item in on), default=0)
    weights = sum(item.weight for item in on if item.priority == highest)
    for item in loop.items:
        reason = _find_reason(item, highest, local)
        words = reason or _tell_share(item, weights)
        yield Verdict("not now" if reason else "plays", _name(item), ", ".join((words, *_list_terms(item))))
    for refusal in loop.refusals:
        yield Verdict("stray" if refusal.is_stray else "left out", refusal.name, refusal.reason)


def _name(item: Item) -> str:
    return item.id.partition(":")[2]


def _tell_share(item: Item, weights: int) -> str:
    if item.kind == "ticker":
        return "in the ticker"
    return f"{round(100 * item.weight / weights)} % of the plays, {item.seconds:g} s each"


def _find_reason(item: Item, highest: int, local: datetime) -> str | None:
    if not item.valid.covers(local):
        return "outside its validity"
    if not is_open(item.dayparts, local):
        return "outside its hours"
    if item.priority < highest and item.kind != "ticker":
        return f"others of priority {highest} go before its {item.priority}"
    return None


def _list_terms(item: Item) -> Iterator[str]:
    if item.offer:
        yield f"while the offer {item.offer} may be shown" if item.kind == "offer" else f"a tap keeps {item.offer}"
    yield from _list_ends(item.valid)
    yield from _list_windows(item.dayparts)


def _list_ends(valid: Validity) -> Iterator[str]:
    if valid.start:
        yield f"from {valid.start.strftime(_MINUTES)}"
    if valid.until:
        yield f"until {valid.until.strftime(_MINUTES)}"


def _list_windows(dayparts: Iterable[Daypart]) -> Iterator[str]:
    for daypart in dayparts:
        yield " ".join((*daypart.days, f"{daypart.start}-{daypart.until}"))
