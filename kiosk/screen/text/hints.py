"""What a hint says in the theme's words, and which of them has the glass for itself."""

from typing import assert_never

from kiosk.core.glass.scene import Attract, Called, Hint, Remark, Scanned, Scene
from kiosk.theming.words import Words


def phrase_hint(hint: Remark | None, words: Words) -> str:  # noqa: C901, PLR0911, PLR0912 # a line for each kind
    """The sentence for a hint; empty for none."""
    match hint:
        case None:
            return ""
        case Hint.HOLD_LONGER:
            return words.hint_hold_longer
        case Hint.USE_CODE:
            return words.hint_use_code
        case Hint.NOTHING_TO_SAVE:
            return words.hint_nothing_to_save
        case Hint.NOT_SAVED:
            return words.hint_not_saved
        case Hint.ADVISOR_CALLED:
            return words.hint_advisor_called
        case Hint.ADVISOR_KNOWS:
            return words.hint_advisor_knows
        case Hint.WELCOME:
            return words.hint_welcome
        case Hint.FAREWELL:
            return words.hint_farewell
        case Hint.CARD_READ:
            return words.hint_card_read
        case Hint.CODE_READ:
            return words.hint_code_read
        case Hint.IN_BASKET:
            return words.hint_in_basket
        case Hint.BASKET_FULL:
            return words.hint_basket_full
        case Hint.BASKET_LOCKED:
            return words.hint_basket_locked
        case Called(codes):
            return words.hint_called.format(code=", ".join(codes))
        case _:
            assert_never(hint)


def fills_glass(scene: Scene) -> bool:
    """Whether its hint is a moment of its own; any other is a line above the scene."""
    match scene:
        case Attract(hint=Hint.WELCOME | Hint.FAREWELL | Called()) | Scanned(hint=Hint.IN_BASKET):
            return True
        case _:
            return False


def phrase_greeting(remark: Remark | None, words: Words) -> tuple[str, str]:
    """What is read from afar, a word or her codes, and the line below it."""
    if isinstance(remark, Called):
        return ", ".join(remark.codes), words.called_line
    if remark is Hint.FAREWELL:
        return words.farewell, words.farewell_line
    return words.welcome, words.welcome_line
