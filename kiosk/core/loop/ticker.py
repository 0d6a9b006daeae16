"""What runs in the ticker beside whatever the glass shows: the texts that are meant for it, each while it is on."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.phrase import choose_phrase
from kiosk.core.effects import RunTicker
from kiosk.core.step import Step


def run_ticker(step: Step, now: Instant) -> Step:
    """Order other texts where others are on than those that run."""
    floor, loop = step.floor, step.floor.loop
    if not (loop.ticker or loop.running):
        return step
    local = floor.rules.tell_local(now)
    chosen = (choose_phrase(item.title, *floor.rules.languages) for item in loop.ticker if item.is_on(local))
    texts = tuple(line for text in chosen if (line := " ".join(text.split())))
    if texts == loop.running:
        return step
    return Step(replace(floor, loop=replace(loop, running=texts)), (*step.effects, RunTicker(texts)))
