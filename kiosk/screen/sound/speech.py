"""What the glass says of a scene to whoever cannot read it: the same words, figures and next step as it shows."""

from kiosk.contract.offer import Offer
from kiosk.core.glass.scene import Browsing, Notice, Saved, Scene
from kiosk.screen.text.offer_card import describe_offer
from kiosk.screen.text.sayings import phrase_kept
from kiosk.theming.words import Words


def phrase_speech(scene: Scene, words: Words) -> str:
    """The sentences for this scene; empty where it says nothing: an offer for one shopper is nobody else's to hear.

    Source: EN 301 549, 5.1.3.1 and 5.1.3.3.
    """
    match scene:
        case Browsing(ending=True):
            return _join(words.still_there, words.still_there_line)
        case Browsing():
            keep = words.keep_by_card if scene.reader_ready and scene.offer.bookmarkable else ""
            return _join(*_tell_offer(scene.offer, scene.language, words), keep or _tell_code(scene.offer, words))
        case Saved():
            return _join(*phrase_kept(scene, words))
        case Notice():
            return _join(*scene.texts)
        case _:
            return ""


def _tell_offer(offer: Offer, language: str, words: Words) -> tuple[str, ...]:
    card = describe_offer(offer, language, words)
    return card.title, card.text, str(card.price), card.unit, card.lowest


def _tell_code(offer: Offer, words: Words) -> str:
    return words.keep_by_code if offer.link else ""


def _join(*sentences: str) -> str:
    """One after the other, with a stop after each that has none of its own: there the voice pauses."""
    return " ".join(sentence if sentence[-1] in ".?" else f"{sentence}." for sentence in sentences if sentence)
