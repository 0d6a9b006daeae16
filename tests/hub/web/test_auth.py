import pytest

from kiosk.hub.domain.digest import digest
from kiosk.hub.models.screens.screen import Screen, find_screen, give_token, revoke_token
from kiosk.hub.models.screens.screen_state import Caller
from kiosk.hub.models.store.store import Store
from kiosk.hub.problem import Problem
from kiosk.hub.web.auth import require_own
from tests.hub.running import RunningHub, make_bookmark

CATALOGUE = "/v1/catalogue?store=berlin-mitte&screen=window-1"
SHOPPERS = "/v1/shoppers?store=berlin-mitte"


def _ask_all(running: RunningHub, token: str) -> list[int]:
    answers = (
        running.get(CATALOGUE, token),
        running.get(SHOPPERS, token),
        running.keep(make_bookmark(), token),
        running.post("/v1/events", [], token),
    )
    return [answer.status_code for answer in answers]


@pytest.fixture
def stranger_token(running: RunningHub) -> str:
    """A screen of another store."""
    with running.hub.database.write() as session:
        session.add(Store(id="hamburg", name="Elbe", time_zone="Europe/Berlin", language="de"))
        session.flush()
        screen = Screen(store_id="hamburg", id="window-1", zones=["home"])
        give_token(screen, digest("elbe"))
        session.add(screen)
    return "elbe"


def test_a_screen_may_ask_for_what_is_its_own(running: RunningHub) -> None:
    assert _ask_all(running, running.token) == [200, 200, 201, 202]


def test_a_screen_of_another_store_gets_nothing_but_its_own(running: RunningHub, stranger_token: str) -> None:
    assert _ask_all(running, stranger_token) == [403, 403, 403, 202]
    offers = running.get("/v1/catalogue?store=hamburg&screen=window-1", stranger_token).json()["offers"]
    bookmark = running.keep(make_bookmark(store="hamburg"), stranger_token)

    assert offers == []
    assert (bookmark.status_code, bookmark.json()["code"]) == (404, "offer_unknown")


@pytest.mark.parametrize("token", ["", "unknown", "x" * 5000])
def test_who_has_no_token_gets_nothing(running: RunningHub, token: str) -> None:
    assert _ask_all(running, token) == [401] * 4


@pytest.mark.parametrize(("token", "told"), [("", "token_unknown"), ("unknown", "token_unknown"), (None, "malformed")])
def test_only_who_has_a_token_hears_that_a_bookmark_is_malformed(
    running: RunningHub, token: str | None, told: str
) -> None:
    answer = running.post("/v1/bookmarks", {"id": 1}, running.token if token is None else token)

    assert answer.json()["code"] == told


def test_a_revoked_token_lets_nobody_in(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        screen = find_screen(session, "berlin-mitte", "window-1")
        assert screen
        revoke_token(screen, running.hub.now())

    assert _ask_all(running, running.token) == [401] * 4


def test_a_401_says_how_to_come_in(running: RunningHub) -> None:
    answer = running.get(CATALOGUE, "unknown")

    assert (answer.json()["code"], answer.headers["WWW-Authenticate"]) == ("token_unknown", "Bearer")


@pytest.mark.parametrize("scheme", ["Basic abc", "Bearer", "bearer "])
def test_another_scheme_is_no_token(running: RunningHub, scheme: str) -> None:
    assert running.get(CATALOGUE, Authorization=scheme).status_code == 401


@pytest.mark.sqlite
def test_the_token_is_kept_as_a_hash_alone(running: RunningHub) -> None:
    assert running.get(CATALOGUE).status_code == 200
    assert all(running.token.encode() not in path.read_bytes() for path in running.folder.glob("hub.sqlite3*"))


def test_a_caller_owns_its_store_and_screen() -> None:
    caller = Caller("berlin", "window-1")

    require_own(caller, "berlin")
    require_own(caller, "berlin", "window-1")
    with pytest.raises(Problem):
        require_own(caller, "berlin", "window-2")
