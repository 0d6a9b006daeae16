import pytest

from kiosk.hub.console.notices.notice_picture import list_pictures
from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import WEBP

PICTURE = "/console/notice/picture"
FIRE = {"text_de": "Bitte gehen Sie hinaus", "text_en": "", "level": "emergency"}


def test_what_is_written_is_drawn_both_ways(mara: Clerk) -> None:
    for address in list_pictures(FIRE).values():
        assert mara.open(address).content == WEBP


@pytest.mark.parametrize(
    "query",
    [
        "",
        "text_de=&level=info",
        "text_de=a&level=loud",
        f"text_de={'a' * 161}&level=info",
        "text_de=a&level=info&side=x",
    ],
)
def test_what_no_screen_would_show_is_not_drawn(mara: Clerk, query: str) -> None:
    assert mara.open(f"{PICTURE}?{query}").status_code == 404


@pytest.mark.parametrize("texts", [{**FIRE, "text_de": " "}, {**FIRE, "level": ""}, {**FIRE, "text_en": "a" * 161}])
def test_what_no_screen_would_show_has_no_pictures(texts: dict[str, str]) -> None:
    assert list_pictures(texts) == {}
