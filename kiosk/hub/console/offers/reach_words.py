"""Whom an offer reaches, in words: never how few they are."""

from kiosk.hub.console.words import Words
from kiosk.hub.domain.screens.reach import ENOUGH, LEAST, Reach


def tell_reach(reach: Reach, words: Words) -> str:
    """The sentence for it."""
    phrases = words["reach"]
    if reach.is_for_everybody:
        return phrases["everybody"]
    if reach.count is not None:
        return phrases["reached"].format(count=reach.count, known=reach.known)
    if reach.known < LEAST:
        return phrases["few_known"].format(least=LEAST, enough=ENOUGH)
    few = "few" if reach.known >= ENOUGH else "few_tried"
    return phrases[few].format(least=LEAST, enough=ENOUGH)
