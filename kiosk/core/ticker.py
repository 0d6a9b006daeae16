"""What runs in the ticker beside whatever the glass shows: the texts that are meant for it, each while it is on."""

from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.offer import Words
from kiosk.core.effects import RunTicker
from kiosk.core.step import Step


def run_ticker(step: Step, now: Instant) -> Step:
    """Order other texts where others are on than those that run."""
    floor = step.floor
    if not (floor.ticker or floor.running):
        return step
    local = floor.rules.tell_local(now)
    chosen = (_choose_text(item.title, floor.rules.languages) for item in floor.ticker if item.is_on(local))
    texts = tuple(text for text in chosen if text)
    if texts == floor.running:
        return step
    return Step(replace(floor, running=texts), (*step.effects, RunTicker(texts)))


def _choose_text(words: Words, languages: Sequence[str]) -> str:
    """The text in the first language of the screen that it has, else in its own first, as one line."""
    spoken = next((words[language] for language in languages if language in words), next(iter(words.values())))
    return " ".join(spoken.split())
