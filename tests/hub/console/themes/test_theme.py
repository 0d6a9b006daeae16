import pytest

from kiosk.hub.models.screens.screen_group import ScreenGroup
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import PALE, WEBP
from tests.hub.console.themes.test_themes import PUBLISH, read_choices

STALL = "/console/themes/stall"


def test_the_form_is_drawn_from_what_the_theme_declares(sam: Clerk) -> None:
    page = sam.open(STALL).text

    wanted = ('type="color"', "Preisschild", 'min="0" max="48" step="4"', '"checkbox"', "<option", 'maxlength="40"')
    assert [text for text in (*wanted, "0 bis 48", "Alles ist gut zu lesen") if text not in page] == []
    assert "Veröffentlichen" not in page


def test_it_is_published_to_one_screen_a_group_or_all(mara: Clerk) -> None:
    with mara.running.hub.database.write() as session:
        session.add(ScreenGroup(id="g-1", store_id=STORE, name="Fenster", screens=["window-2"]))
    mara.fill_in(STALL, {**PUBLISH, "option_tag": "#111111"})
    mara.fill_in(STALL, {**PUBLISH, "option_tag": "#222222", "target": "group:g-1"})
    page = mara.fill_in(STALL, {**PUBLISH, "option_round": "8", "target": f"screen:{FIRST_SCREEN}"})

    choices = read_choices(mara)
    assert {name: choice.options["tag"] for name, choice in choices.items()} == {
        FIRST_SCREEN: "#222222",
        "window-2": "#222222",
    }
    assert choices[FIRST_SCREEN].options["round"] == 8.0
    assert "Veröffentlicht." in page.text


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"option_tag": PALE}, "Der Preis auf seinem Schild"),
        ({"option_round": "99"}, "Runde Ecken: Dieser Wert geht nicht."),
        ({"option_round": "x" * 500}, "Runde Ecken: Dieser Wert geht nicht."),
        ({"target": "screen:elsewhere"}, "Darin ist kein Bildschirm angemeldet."),
    ],
)
def test_what_no_screen_would_wear_is_not_published(mara: Clerk, fields: dict[str, str], complaint: str) -> None:
    page = mara.fill_in(STALL, {**PUBLISH, **fields})

    assert (page.status_code, complaint in page.text) == (400, True)
    assert read_choices(mara) == {}


def test_who_only_looks_publishes_nothing_and_is_warned_all_the_same(mara: Clerk) -> None:
    page = mara.fill_in(STALL, {"option_tag": PALE})

    assert (page.status_code, "So trüge es kein Bildschirm" in page.text) == (200, True)
    assert read_choices(mara) == {}


def test_the_picture_is_the_themes_own_or_that_of_what_is_typed(sam: Clerk) -> None:
    own = sam.open(f"{STALL}/picture")
    typed = sam.open(f"{STALL}/picture?scene=offer-landscape&option_tag=%23111111&option_round=8")

    assert (own.content, own.headers["Content-Type"]) == (WEBP, "image/webp")
    assert typed.content == WEBP


@pytest.mark.parametrize(
    "path", ["stall/picture?scene=nowhere", "stall/picture?scene=offer-landscape&option_round=99", "nowhere", "-h"]
)
def test_what_is_not_there_is_not_drawn(sam: Clerk, path: str) -> None:
    assert sam.open(f"/console/themes/{path}").status_code == 404
