import msgspec
import pytest

from kiosk.core.glass.scene import Called, Hint
from kiosk.places import find_shipped
from kiosk.screen.text.hints import phrase_hint
from kiosk.theming.package import read_theme

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]


@pytest.mark.parametrize("hint", [None, *Hint])
def test_each_hint_has_a_sentence_of_its_own(hint: Hint | None) -> None:
    sentence = phrase_hint(hint, WORDS)
    assert bool(sentence) == (hint is not None)
    assert sentence == "" or sentence in msgspec.structs.asdict(WORDS).values()


def test_who_is_called_reads_her_codes() -> None:
    assert phrase_hint(Called(("K7Q4", "MNA6")), WORDS).startswith("K7Q4, MNA6: ")
