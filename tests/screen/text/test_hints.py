import msgspec
import pytest

from kiosk.contract.scan import ScanAnswer
from kiosk.core.glass.scene import Attract, Called, Hint, Offering, Remark, Scanned
from kiosk.places import find_shipped
from kiosk.screen.text.hints import fills_glass, phrase_greeting, phrase_hint
from kiosk.theming.package import read_theme
from tests.doubles.shop_floor import MUG

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]


@pytest.mark.parametrize("hint", [None, *Hint])
def test_each_hint_has_a_sentence_of_its_own(hint: Hint | None) -> None:
    sentence = phrase_hint(hint, WORDS)
    assert bool(sentence) == (hint is not None)
    assert sentence == "" or sentence in msgspec.structs.asdict(WORDS).values()


def test_who_is_called_reads_her_codes() -> None:
    assert phrase_hint(Called(("K7Q4", "MNA6")), WORDS).startswith("K7Q4, MNA6: ")


@pytest.mark.parametrize("hint", [None, *Hint, Called(("K7Q4",))])
def test_a_greeting_takes_the_place_of_the_loop_and_the_basket_that_of_a_scan_and_nothing_that_of_an_offer(
    hint: Remark | None,
) -> None:
    loop, scan = Attract(None, None, "de", "i", hint=hint), Scanned("s", "de", ScanAnswer(), hint=hint)
    assert fills_glass(loop) == (hint in {Hint.WELCOME, Hint.FAREWELL} or isinstance(hint, Called))
    assert fills_glass(scan) == (hint is Hint.IN_BASKET)
    assert not fills_glass(Offering(MUG, "de", "i", "s", hint=hint)), "she who reads it keeps it"


def test_a_greeting_is_what_the_theme_says_from_afar_with_a_line_below_it() -> None:
    assert phrase_greeting(Hint.WELCOME, WORDS) == ("Willkommen", "Schön, dass Sie da sind")
    assert phrase_greeting(Hint.FAREWELL, WORDS) == (
        "Auf Wiedersehen",
        "Gescanntes buchen wir in zehn Minuten ab, wenn Sie es erlauben",
    )
    own = msgspec.structs.replace(WORDS, welcome="St. Pauli grüßt", welcome_line="Tach. Na?", called_line="Ist da")
    assert phrase_greeting(Hint.WELCOME, own) == ("St. Pauli grüßt", "Tach. Na?")
    assert phrase_greeting(Called(("K7Q4", "MNA6")), own) == ("K7Q4, MNA6", "Ist da")
