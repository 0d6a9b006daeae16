import os

from kiosk.hub.models.screens.theme_choice import ThemeChoice, map_choices
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.hub.themes.packages import FOLDER, find_package
from tests.hub.console.clerk import Clerk

THEMES = "/console/themes"
PUBLISH = {"intent": "publish"}


def read_choices(clerk: Clerk) -> dict[str, ThemeChoice]:
    with clerk.running.hub.database.read() as session:
        return map_choices(session, STORE)


def test_the_list_shows_each_theme_and_why_one_cannot_be_worn(sam: Clerk) -> None:
    page = sam.open(THEMES).text

    assert [text for text in ("Stall", "/console/themes/stall/picture", "type.price") if text not in page] == []
    assert "keine Leitung zu den Bildschirmen" in page
    assert "/console/themes/torn" not in page


def test_a_publication_can_be_taken_back_step_by_step(mara: Clerk) -> None:
    for tag in ("#111111", "#222222"):
        mara.fill_in(f"{THEMES}/stall", {**PUBLISH, "option_tag": tag, "target": f"screen:{FIRST_SCREEN}"})
    last = read_choices(mara)[FIRST_SCREEN]
    page = mara.fill_in(THEMES, {}, f"{THEMES}/undo/{last.publication}")

    before = read_choices(mara)[FIRST_SCREEN]
    assert (before.theme, before.options["tag"]) == ("stall", "#111111")
    package = find_package(mara.running.hub.settings.media, before.packages["stall"]["sha256"])
    assert package is not None
    assert package.read_bytes() == b"PK #111111"
    assert "Auf window-1" in page.text
    assert mara.fill_in(THEMES, {}, f"{THEMES}/undo/{last.publication}").status_code == 404


def test_what_no_screen_could_wear_again_is_kept_no_longer(mara: Clerk) -> None:
    media = mara.running.hub.settings.media
    kept: list[str] = []
    for tag in ("#111111", "#222222", "#333333"):
        for path in (media / FOLDER).glob("*"):
            os.utime(path, (0, 0))
        mara.fill_in(f"{THEMES}/stall", {**PUBLISH, "option_tag": tag})
        kept.append(read_choices(mara)[FIRST_SCREEN].packages["stall"]["sha256"])

    assert [find_package(media, sha256) is not None for sha256 in kept] == [False, True, True]


def test_what_is_no_longer_kept_cannot_be_worn_again(mara: Clerk) -> None:
    mara.fill_in(f"{THEMES}/stall", PUBLISH)
    before = read_choices(mara)[FIRST_SCREEN]
    mara.fill_in(f"{THEMES}/stall", {**PUBLISH, "option_tag": "#222222"})
    package = find_package(mara.running.hub.settings.media, before.packages["stall"]["sha256"])
    assert package is not None
    package.unlink()
    last = read_choices(mara)[FIRST_SCREEN]

    assert mara.fill_in(THEMES, {}, f"{THEMES}/undo/{last.publication}").status_code == 410
    assert read_choices(mara)[FIRST_SCREEN].id == last.id


def test_before_the_first_publication_each_screen_wore_its_own(mara: Clerk) -> None:
    mara.fill_in(f"{THEMES}/stall", {**PUBLISH, "target": f"screen:{FIRST_SCREEN}"})
    page = mara.fill_in(THEMES, {}, f"{THEMES}/undo/{read_choices(mara)[FIRST_SCREEN].publication}")

    assert read_choices(mara)[FIRST_SCREEN].theme is None
    assert "Das eigene jedes Bildschirms" in page.text


def test_a_page_that_stands_open_asks_for_answers_by_itself_and_that_is_nobodys_deed(mara: Clerk) -> None:
    mara.fill_in(f"{THEMES}/stall", PUBLISH)

    assert 'hx-trigger="every 1s"' in mara.open(THEMES).text
    part = mara.open(f"{THEMES}/outcomes").text
    assert "<html" not in part
    assert "Noch nicht erreicht" in part


def test_another_stores_publication_is_not_there(mara: Clerk, otto: Clerk) -> None:
    mara.fill_in(f"{THEMES}/stall", PUBLISH)
    publication = read_choices(mara)[FIRST_SCREEN].publication

    assert otto.fill_in(THEMES, {}, f"{THEMES}/undo/{publication}").status_code == 404
    assert "window-1" not in otto.open(THEMES).text
