"""What the glass says beside offers: of a stamp card, which way to go, and where there is no picture."""

from kiosk.contract.bookmark import StampCount
from kiosk.contract.phrase import choose_phrase
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Saved
from kiosk.theming.words import Words


def phrase_stamps(stamps: StampCount, words: Words) -> str:
    """How many there are, or that the card is full."""
    is_full = stamps.have == stamps.of
    return words.stamps_full if is_full else words.stamps.format(have=stamps.have, of=stamps.of)


def phrase_kept(scene: Saved, words: Words) -> tuple[str, str, str]:
    """The headline of the moment of keeping, what comes next, and where the next stamp waits, if that is known."""
    headline, stamp = words.saved_again if scene.again else words.saved, scene.next_stamp
    waits = words.next_stamp.format(to=choose_phrase(stamp.to, scene.language)) if stamp else ""
    return headline, _phrase_way(scene, words) or words.saved_line, waits


def _phrase_way(scene: Saved, words: Words) -> str:
    """The way to what was kept; empty where nothing is known of it."""
    if scene.way is None:
        return ""
    to, way = (choose_phrase(phrase, scene.language) for phrase in (scene.way.to, scene.way.way))
    return words.way_to.format(to=to, way=way) if way else words.way_here


def find_saying(item: Item | None, language: str, words: Words) -> tuple[str, str]:
    """What stands on the brand's still: an item's own words, or the theme's for a loop of nothing."""
    if item and item.title:
        return choose_phrase(item.title, language), choose_phrase(item.text, language)
    return words.standby, words.standby_line
