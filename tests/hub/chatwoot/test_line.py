from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from kiosk.hub.chatwoot.line import MOST_BYTES, Declined, Line, NotNow
from tests.doubles.chatwoot import Fate, PretendChatwoot, run_chatwoot
from tests.doubles.receiver import run_receiver
from tests.hub.running import NOW

_INBOXES = "/api/v1/accounts/1/inboxes"


@pytest.fixture
def chatwoot() -> Iterator[PretendChatwoot]:
    with run_chatwoot() as chatwoot:
        yield chatwoot


def _make_line(chatwoot: PretendChatwoot) -> Line:
    return Line(chatwoot.settings, lambda: NOW)


def _fail(line: Line) -> NotNow:
    with pytest.raises(NotNow) as caught:
        line.ask("GET", _INBOXES)
    return caught.value


def test_it_asks_with_the_token_and_gives_the_answer(chatwoot: PretendChatwoot) -> None:
    assert _make_line(chatwoot).ask("GET", _INBOXES) == b'{"payload": []}'


@pytest.mark.parametrize(
    ("fate", "told"),
    [
        ("away", ("it answered 503", 7.0, True)),
        ("busy", ("it answered 429", 7.0, True)),
        ("fault", ("it answered 500", 7.0, False)),
        ("dropped", ("nobody answered (ConnectionError)", None, True)),
        ("half", ("nobody answered (ChunkedEncodingError)", None, True)),
    ],
)
def test_what_may_go_better_later_is_said_so(chatwoot: PretendChatwoot, fate: Fate, told: tuple[object, ...]) -> None:
    chatwoot.fates = [fate]
    failure = _fail(_make_line(chatwoot))

    assert (str(failure), failure.after, failure.is_everywhere) == told


def test_a_wrong_token_is_everywhere(chatwoot: PretendChatwoot) -> None:
    line = Line(replace(chatwoot.settings, token="other"), lambda: NOW)  # noqa: S106 # it opens nothing

    assert (str(_fail(line)), _fail(line).is_everywhere) == ("it answered 401", True)


def test_who_answers_late_is_not_waited_for(chatwoot: PretendChatwoot) -> None:
    chatwoot.fates = ["late"]

    assert "ReadTimeout" in str(_fail(replace(_make_line(chatwoot), patience_s=0.05)))


def test_what_is_declined_is_said_so(chatwoot: PretendChatwoot) -> None:
    with pytest.raises(Declined, match="it answered 404"):
        _make_line(chatwoot).ask("GET", "/elsewhere")


def test_a_private_network_is_asked_only_where_that_is_meant(chatwoot: PretendChatwoot) -> None:
    public = replace(chatwoot.settings, url="https://chat.example", allows_private=False)
    failure = _fail(Line(public, lambda: NOW, lambda _host, _port: ["10.0.0.1"]))

    assert (str(failure), chatwoot.asked) == ("its address leads into a private network", [])


def test_a_redirect_is_not_followed() -> None:
    with run_receiver() as receiver:
        receiver.status, receiver.headers = 307, {"Location": f"{receiver.url}/elsewhere"}
        line = Line(PretendChatwoot(receiver.url).settings, lambda: NOW)
        with pytest.raises(Declined, match="307"):
            line.ask("POST", "/a", {})

    assert len(receiver.told) == 1


def test_an_answer_without_an_end_is_not_read_to_it(chatwoot: PretendChatwoot) -> None:
    chatwoot.inboxes = [{"name": "x" * MOST_BYTES}]

    assert str(_fail(_make_line(chatwoot))) == "its answer has no end"
