import pytest

from kiosk.hub.models.screens.screen_state import note_call, note_status
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk

SCREENS = "/console/screens"
APPROVE = f"{SCREENS}/approve"
CODE, OTHER_CODE = "KXJQ-7R4M", "AB2D-3F4G"


@pytest.fixture
def waiting(mara: Clerk) -> Clerk:
    """The manager, while a screen waits with its code."""
    mara.running.post("/v1/screens/enrol", {"code": CODE})
    return mara


def test_a_new_screen_is_let_in_by_the_code_that_it_shows(waiting: Clerk) -> None:
    page = waiting.fill_in(SCREENS, {"code": "kxjq 7r4m", "screen": "window-9", "zones": "home, tea"}, APPROVE)

    assert "ist angemeldet" in page.text
    assert "window-9" in page.text
    answer = waiting.running.post("/v1/screens/enrol", {"code": CODE}).json()
    assert (answer["screen"], answer["settings"]) == ("window-9", {"zones": ["home", "tea"]})
    assert "Wohnen (home), tea" in page.text


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"code": "AAAA-AAAA", "screen": "window-9"}, "Kein Bildschirm zeigt diesen Code"),
        ({"code": CODE, "screen": "../etc"}, "Ein Name hat 1 bis 64"),
        ({"code": CODE, "screen": "x" * 65}, "Ein Name hat 1 bis 64"),
        ({"code": CODE, "screen": FIRST_SCREEN}, "schon angemeldet"),
        ({"code": "x" * 5000, "screen": "<b>"}, "Kein Bildschirm zeigt diesen Code"),
    ],
)
def test_what_cannot_be_let_in_is_said(waiting: Clerk, fields: dict[str, str], complaint: str) -> None:
    page = waiting.fill_in(SCREENS, fields, APPROVE)

    assert (page.status_code, complaint in page.text, "<b>" in page.text) == (400, True, False)


def test_a_screen_that_is_signed_off_gets_nothing_until_it_is_let_in_again(waiting: Clerk) -> None:
    path = f"/v1/catalogue?store={STORE}&screen={FIRST_SCREEN}"
    page = waiting.fill_in(SCREENS, {}, f"{SCREENS}/{FIRST_SCREEN}/revoke")

    assert "Der Bildschirm ist abgemeldet." in page.text
    assert waiting.running.get(path).status_code == 401
    waiting.fill_in(SCREENS, {"code": CODE, "screen": FIRST_SCREEN}, APPROVE)
    token = waiting.running.post("/v1/screens/enrol", {"code": CODE}).json()["token"]
    assert waiting.running.get(path, token).status_code == 200


def _enrol(clerk: Clerk, code: str) -> int:
    return clerk.running.post("/v1/screens/enrol", {"code": code}).status_code


def test_of_two_codes_approved_for_one_screen_the_later_one_counts(waiting: Clerk) -> None:
    _enrol(waiting, OTHER_CODE)
    for code in (CODE, OTHER_CODE):
        waiting.fill_in(SCREENS, {"code": code, "screen": "window-9"}, APPROVE)

    assert [_enrol(waiting, code) for code in (CODE, OTHER_CODE, CODE)] == [202, 200, 202]


def test_a_screen_that_is_signed_off_is_not_let_in_by_a_code_approved_before(waiting: Clerk) -> None:
    _enrol(waiting, OTHER_CODE)
    for code in (CODE, OTHER_CODE):
        waiting.fill_in(SCREENS, {"code": code, "screen": "window-9"}, APPROVE)
    waiting.fill_in(SCREENS, {}, f"{SCREENS}/window-9/revoke")

    assert [_enrol(waiting, code) for code in (CODE, OTHER_CODE)] == [202, 202]
    waiting.fill_in(SCREENS, {"code": CODE, "screen": "window-9"}, APPROVE)
    assert [_enrol(waiting, code) for code in (OTHER_CODE, CODE)] == [202, 200]


def test_the_live_part_tells_every_screens_state_and_nothing_else(sam: Clerk) -> None:
    with sam.running.hub.database.write() as session:
        note_status(session, STORE, FIRST_SCREEN, {"scene": "offering", "version": "1.2.3"}, sam.running.hub.now())
    part = sam.open(f"{SCREENS}/live").text

    assert part.count('hx-swap-oob="true"') == 4
    assert "ein persönliches Angebot" in part
    assert "<html" not in part


def test_staff_see_who_asks_for_advice(sam: Clerk) -> None:
    with sam.running.hub.database.write() as session:
        note_call(session, STORE, FIRST_SCREEN, {"language": "en", "title": {"de": "Becher"}}, sam.running.hub.now())
    part = sam.open(f"{SCREENS}/live").text

    assert "Hier wird um Beratung gebeten" in part
    assert "Becher · spricht Englisch" in part


def test_staff_see_the_screens_but_no_way_to_change_them(sam: Clerk) -> None:
    page = sam.open(SCREENS).text

    assert "window-1" in page
    assert [word for word in ("/approve", "/revoke") if word in page] == []


def test_a_store_without_screens_says_what_comes_next(otto: Clerk) -> None:
    assert "Noch kein Bildschirm." in otto.open(SCREENS).text


def test_the_console_begins_with_the_screens(mara: Clerk) -> None:
    assert mara.open("/console").url.endswith(SCREENS)
