from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
import requests

from kiosk.hub.context import Hub
from kiosk.hub.live.streams import Streams
from kiosk.hub.models.conversation.bookmark import Bookmark
from tests.hub.running import DEADLINE_S, HubServer, RunningHub, make_bookmark
from tests.hub.thread import say


@pytest.fixture
def hub(hub: Hub) -> Hub:
    """The hub with a place for two streams."""
    return replace(hub, streams=Streams(most=2, apart_s=0.01))


@pytest.fixture
def page(running: RunningHub, browser: requests.Session) -> str:
    """The address of a page that is this browser's by now."""
    return browser.get(running.open_claim(browser).url, timeout=DEADLINE_S).url


def _get_bookmark(hub: Hub) -> Bookmark:
    with hub.database.read() as session:
        return session.get_one(Bookmark, make_bookmark()["id"])


def _listen(browser: requests.Session, page: str, **headers: str) -> requests.Response:
    return browser.get(f"{page}/stream?after=1", headers=headers, stream=True, timeout=DEADLINE_S)


def _read_events(answer: requests.Response) -> Iterator[str]:
    return (line for line in answer.iter_lines(decode_unicode=True) if line)


def test_an_open_page_hears_at_once_that_something_was_said_and_not_what(
    running: RunningHub, browser: requests.Session, page: str
) -> None:
    with closing(_listen(browser, page)) as answer:
        lines = _read_events(answer)
        begun = next(lines)
        say(running.hub, _get_bookmark(running.hub), "Ja")
        told = [next(lines), next(lines)]

    assert (begun, told) == ("retry: 2000", ["id: 2", "data: 2"])
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"


def test_who_comes_back_hears_what_she_missed(running: RunningHub, browser: requests.Session, page: str) -> None:
    bookmark = _get_bookmark(running.hub)
    say(running.hub, bookmark, "Ja")
    with closing(_listen(browser, page)) as answer:
        lines = _read_events(answer)
        missed = [next(lines) for _ in range(3)][1:]
    with closing(_listen(browser, page, **{"Last-Event-ID": "2"})) as answer:
        lines = _read_events(answer)
        next(lines)
        say(running.hub, bookmark, "Und noch etwas")
        told = next(lines)

    assert (missed, told) == (["id: 2", "data: 2"], "id: 3")


@pytest.mark.parametrize("hostile", ["-1", "²", "9" * 400, "1 2"])
def test_a_hostile_last_event_is_none(running: RunningHub, browser: requests.Session, page: str, hostile: str) -> None:
    say(running.hub, _get_bookmark(running.hub), "Ja")
    with closing(_listen(browser, page, **{"Last-Event-ID": hostile.encode()})) as answer:  # type: ignore[arg-type] # bytes, as they come
        lines = _read_events(answer)

        assert [next(lines) for _ in range(2)] == ["retry: 2000", "id: 2"]


def test_one_too_many_is_told_to_come_later(browser: requests.Session, page: str) -> None:
    with closing(_listen(browser, page)) as one, closing(_listen(browser, page)) as two:
        lines = [_read_events(one), _read_events(two)]
        begun = [next(told) for told in lines]
        late = list(_read_events(_listen(browser, page)))

    assert begun == ["retry: 2000"] * 2
    assert late == ["retry: 60000"]


def test_a_stranger_hears_nothing(running: RunningHub, page: str, stranger: requests.Session) -> None:
    assert _listen(stranger, page).status_code == 403
    assert _listen(stranger, f"{running.url}/c/nobody").status_code == 404


def test_open_streams_do_not_hold_the_hub_when_it_ends(
    hub: Hub, browser: requests.Session, running: RunningHub
) -> None:
    with HubServer(hub) as server:
        own = replace(running, server=server)
        page = browser.get(own.open_claim(browser).url, timeout=DEADLINE_S).url
        answer = _listen(browser, page)
        lines = _read_events(answer)
        next(lines)
        server.stop()

    assert list(lines) in ([], [":"])
