"""What runs in the ticker beside whatever the glass shows: the lines that are meant for it, each while it is on."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.phrase import choose_phrase
from kiosk.core.effects import RunTicker, TickerLine
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Dark, Notice
from kiosk.core.step import Step


def run_ticker(step: Step, now: Instant) -> Step:
    """Order other lines where others are on than those that run; a notice and the night cover all of them."""
    floor, loop = step.floor, step.floor.loop
    if not (loop.ticker or loop.running):
        return step
    lines = () if isinstance(floor.scene, Notice | Dark) else tuple(_list_lines(floor, now))
    if lines == loop.running:
        return step
    return Step(replace(floor, loop=replace(loop, running=lines)), (*step.effects, RunTicker(lines)))


def _list_lines(floor: Floor, now: Instant) -> Iterator[TickerLine]:
    local = floor.rules.tell_local(now)
    for item in floor.loop.ticker:
        text = " ".join(choose_phrase(item.title, *floor.rules.languages).split())
        if text and item.is_on(local):
            yield TickerLine(item.id, text)
