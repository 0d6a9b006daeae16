import pytest

from kiosk.contract.notice_text import LONGEST
from kiosk.hub.console.notices.notice_picture import list_pictures
from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import WEBP, FewThemes

FIRE = {"text_de": "Bitte gehen Sie hinaus", "text_en": "", "level": "emergency"}


@pytest.mark.parametrize("text", ["Bitte gehen Sie hinaus", "Ä" * LONGEST, "Der Laden ist zu.\n\nBitte gehen Sie."])
def test_what_is_written_is_drawn_both_ways_however_much_it_is(mara: Clerk, text: str) -> None:
    texts = {**FIRE, "text_de": text, "text_en": text}
    addresses = list_pictures(mara.running.hub.themes, texts)

    assert [mara.open(address).content for address in addresses.values()] == [WEBP] * 2
    assert max(map(len, addresses.values())) < 200


@pytest.mark.parametrize(
    "texts", [{**FIRE, "text_de": " "}, {**FIRE, "level": ""}, {**FIRE, "text_en": "a" * (LONGEST + 1)}]
)
def test_what_no_screen_would_show_has_no_pictures(texts: dict[str, str]) -> None:
    assert list_pictures(FewThemes(), texts) == {}
