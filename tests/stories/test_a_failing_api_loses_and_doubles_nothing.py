"""Bad input: an API that answers 401, 404, 409, 422, 429, 500, half a body, or the same twice."""

import pytest

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.foreign_shop import TOKEN, stock
from tests.doubles.loyalty_faults import Cut, Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import RunningScreen, list_faults
from tests.stories.conftest import Fitter

CARD = make_sticker(bytes.fromhex("04a1b2c3d4e5f6"))
BOOKMARKS = "/v1/bookmarks"
PAUSE_S = 3


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault(409), "http_409"),
        (Fault(429, retry_after="1"), "http_429"),
        (Fault(500), "http_500"),
        (Fault(cut=Cut.HALF), "half_answer"),
        (Fault(cut=Cut.AFTER), "unreachable"),
    ],
    ids=["409", "429", "500", "half a body", "an answer that got lost"],
)
def test_what_may_pass_is_tried_until_it_does(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField, fault: Fault, code: str
) -> None:
    server.fail_always(BOOKMARKS, fault)
    tap = screen.tap(reader, CARD)
    screen.await_fault("api", code)
    screen.expect_loop()
    server.heal()
    screen.await_health()

    assert list(server.bookmarks) == [tap["bookmark"]]
    assert set(server.posts) == {tap["bookmark"]}
    assert server.count_hits(BOOKMARKS) > 1
    assert server.conflicts == 0


@pytest.mark.parametrize(
    ("refused", "asked"),
    [(BOOKMARKS, {BOOKMARKS, "/v1/events"}), ("/v1/catalogue", {"/v1/catalogue"})],
    ids=["by the courier", "by the sync"],
)
def test_nothing_is_sent_before_the_pause_is_over_that_the_server_asked_for(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField, refused: str, asked: set[str]
) -> None:
    server.fail_always(refused, Fault(429, retry_after=str(PAUSE_S)))
    before = server.count_hits(refused)
    screen.tap(reader, CARD)
    server.wait_for(lambda: server.count_hits(refused) > before)
    server.heal()
    server.wait_for(lambda: server.count_hits(refused) > before + 1)

    hits = [hit for hit in server.hits if hit.path in asked]
    first = [index for index, hit in enumerate(hits) if hit.path == refused][before]
    assert hits[first + 1].at - hits[first].at >= PAUSE_S


@pytest.mark.parametrize("status", [401, 404, 422])
def test_what_was_refused_is_kept_until_somebody_sends_it_again(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField, status: int
) -> None:
    server.fail_always(BOOKMARKS, Fault(status, code="made_up"))
    tap = screen.tap(reader, CARD)
    screen.await_said("status", lambda said: bool(said["outbox"] == {"waiting": 0, "dead": 1}))
    screen.expect_loop()
    [letter] = screen.list_outbox()
    screen.end()
    screen.run("outbox", "retry")
    server.heal()
    screen.open()

    assert (letter["id"], letter["dead_code"]) == (tap["bookmark"], "made_up")
    assert server.posts == [tap["bookmark"]]


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (Fault(401), ("api", "token_refused")),
        (Fault(404), ("api", "http_404")),
        (Fault(429, retry_after="1"), ("api", "http_429")),
        (Fault(500), ("api", "http_500")),
        (Fault(cut=Cut.BEFORE), ("api", "unreachable")),
        (Fault(cut=Cut.HALF), ("api", "half_answer")),
        (Fault(body=b"<html>"), ("catalogue", "unreadable")),
    ],
    ids=["401", "404", "429", "500", "no answer", "half a body", "another body"],
)
def test_a_catalogue_that_cannot_be_had_is_named_and_the_old_one_plays_on(
    screen: RunningScreen, server: LoyaltyServer, fault: Fault, named: tuple[str, str]
) -> None:
    server.fail_always("/v1/catalogue", fault)
    server.offer("news")
    screen.await_fault(*named)
    screen.expect_loop()
    server.heal()
    screen.await_health()


def test_an_api_that_dies_and_comes_back_gets_what_was_tapped_meanwhile(
    fitter: Fitter, reader: PretendReaderField
) -> None:
    with LoyaltyServer(TOKEN) as first:
        stock(first)
        screen = fitter.make({"loyalty.url": first.url})
        screen.open()
    tap = screen.tap(reader, CARD)
    screen.await_fault("api", "unreachable")
    screen.expect_loop()
    second = LoyaltyServer(TOKEN, first.port)
    stock(second)
    with second:
        second.wait_for(lambda: len(second.bookmarks) == 1)
        screen.await_health()

    assert second.posts == [tap["bookmark"]]
    assert first.posts == []


def test_a_fault_that_only_bookmarks_meet_is_named_for_as_long_as_it_lasts(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    server.fail_always(BOOKMARKS, Fault(500))
    screen.tap(reader, CARD)
    since = screen.mark()
    screen.await_fault("api", "http_500")
    synced = server.count_hits("/v1/catalogue")
    server.wait_for(lambda: server.count_hits("/v1/catalogue") >= synced + 3)
    screen.expect_loop()

    said = [said for noun, said in screen.heard.read()[since:] if noun == "status"]
    named = [("api", "http_500") in list_faults(status) for status in said if status["outbox"]["waiting"]]
    assert named[named.index(True) :] == [True] * (len(named) - named.index(True))
