"""Which token stands on which in the scenes, and whether a theme's colours keep them apart: the one table of it."""

from collections.abc import Iterator

from msgspec import Struct

from kiosk.theming.contrast import GRAPHIC, TEXT, is_darker, measure_contrast, need_contrast
from kiosk.theming.finding import Clash, Finding
from kiosk.theming.tokens import Tokens

FIT = 0.5
"""A headline that is too long is set smaller down to this share of its size."""


class Pair(Struct, frozen=True):
    """What stands on what in the QML file `part`: a text of the token `size` times `share`, or, without one, a drawing.

    Of several inks the scene takes the one that reads best.
    """

    part: str
    inks: tuple[str, ...]
    ground: str
    size: str | None = None
    share: float = 1.0
    strong: bool = False


PICTURE_INKS = ("ink", "light_ink")
"""What stands on a picture; the screen lays a veil where neither reads, so only the bare ground is judged here."""

PAIRS = (
    Pair("AttractScene", PICTURE_INKS, "ground", "title", FIT),
    Pair("Saying", PICTURE_INKS, "ground", "headline", FIT),
    Pair("Saying", PICTURE_INKS, "ground", "lead"),
    Pair("OfferingScene", PICTURE_INKS, "ground", "lead"),
    Pair("PriceBlock", ("figures",), "plate", "lead"),
    Pair("PriceBlock", ("figures",), "plate", "lead", strong=True),
    Pair("PriceBlock", ("figures",), "plate", "legal"),
    Pair("CodeCard", ("ink",), "card", "label", strong=True),
    Pair("KeptCard", ("ink",), "card", "title", 0.8 * FIT * 0.7),
    Pair("PriceTag", ("ink",), "card", "title", FIT * 0.7),
    Pair("PriceTag", ("ink",), "card", "price"),
    Pair("TapHint", ("hint_ink",), "hint", "label", strong=True),
    Pair("TapSign", ("hint_ink",), "hint"),
    Pair("TapSign", ("pulse",), "hint"),
    Pair("SavedScene", ("wash_ink",), "wash", "headline", FIT),
    Pair("SavedScene", ("wash_ink",), "wash", "lead"),
    Pair("SavedScene", ("wash_ink",), "wash", "lead", strong=True),
    Pair("SavedScene", ("wash_ink",), "wash"),
    Pair("GreetingScene", ("wash_ink",), "wash", "headline", 3 * FIT * 0.6),
    Pair("GreetingScene", ("wash_ink",), "wash", "lead"),
    Pair("GreetingScene", ("wash_ink",), "wash", "label", strong=True),
    Pair("StampCard", ("ink",), "card", "label", FIT, strong=True),
    Pair("StampCard", ("ink",), "card"),
    Pair("StampMark", ("wash_ink",), "wash"),
    Pair("HintStrip", ("hint_ink",), "hint", "lead", strong=True),
    Pair("KeyLine", ("light_ink",), "ink", "legal"),
    Pair("EnrolmentSign", ("ink",), "card", "legal"),
    Pair("NamePlate", ("light_ink",), "ink", "legal"),
    Pair("NamePlate", ("light_ink",), "ink"),
    Pair("Invitation", ("hint_ink",), "hint", "legal", strong=True),
    Pair("TouchButton", ("ink",), "card", "label", FIT, strong=True),
    Pair("TouchButton", ("ink",), "card"),
    Pair("BrowsingScene", ("ink",), "card", "label"),
    Pair("ShelfCard", PICTURE_INKS, "ground", "lead"),
    Pair("ShelfCard", PICTURE_INKS, "ground", "lead", strong=True),
    Pair("ShelfCard", PICTURE_INKS, "ground", "legal"),
    Pair("ShelfCard", PICTURE_INKS, "ground", "legal", strong=True),
    Pair("LargePage", ("ink",), "card", "title", FIT),
    Pair("LargePage", ("ink",), "card", "lead"),
    Pair("LargePrice", ("ink",), "card", "price", FIT),
    Pair("LargePrice", ("ink",), "card", "lead"),
    Pair("LargePrice", ("ink",), "card", "lead", strong=True),
    Pair("LargePrice", ("ink",), "card", "legal"),
    Pair("StillThere", ("ink",), "card", "title", FIT),
    Pair("StillThere", ("ink",), "card", "lead"),
    Pair("StillThere", ("ink",), "card"),
    Pair("Bar", ("band_ink",), "band", "label"),
    Pair("Bar", ("band_ink",), "band", "label", strong=True),
    Pair("Ticker", ("band_ink",), "band", "label"),
)


def judge_contrast(tokens: Tokens) -> Iterator[Finding]:
    """Every pair whose contrast is below WCAG 2.2 AA, by the meanings in the theme's file."""
    for pair in PAIRS:
        ground = getattr(tokens, pair.ground)
        ratio = max(measure_contrast(getattr(tokens, ink), ground) for ink in pair.inks)
        need = find_need(pair, tokens)
        if ratio < need:
            clash = Clash(pair.inks[0], pair.ground, _cut(ratio), need)
            yield Finding(f"theme.toml: meaning.{pair.inks[0]}", _say_contrast(pair, ratio, need), clash)
    ratio = measure_contrast(tokens.code_ink, tokens.card)
    if ratio < TEXT or is_darker(tokens.card, tokens.code_ink):
        why = f"phones read a code that is dark on light: on card, with a contrast of at least {TEXT:g}"
        yield Finding("theme.toml: meaning.code_ink", why, Clash("code_ink", "card", _cut(ratio), TEXT))


def find_need(pair: Pair, tokens: Tokens) -> float:
    """The least contrast of the pair in this theme."""
    if pair.size is None:
        return GRAPHIC
    weight = tokens.strong_weight if pair.strong else tokens.text_weight
    return need_contrast(getattr(tokens, pair.size) * pair.share, weight)


def _say_contrast(pair: Pair, ratio: float, need: float) -> str:
    what = f"type.{pair.size}" if pair.size else "a drawing"
    inks = f"neither {' nor '.join(pair.inks)} reads" if len(pair.inks) > 1 else "does not read"
    return f"{inks} on {pair.ground} ({what} in {pair.part}): contrast {_cut(ratio):.2f}, at least {need:g} is needed"


def _cut(ratio: float) -> float:
    """Cut, not rounded: 4.498 must not be shown as the 4.5 that it misses."""
    return int(ratio * 100) / 100
