from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import requests
from sqlalchemy import func, select

from kiosk.hub.domain.profile.intake import MOST_AT_ONCE
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.rate_limiter import BROWSERS, NEWCOMERS, Pace, RateLimiter
from tests.doubles.deadline import wait_until
from tests.hub.running import DEADLINE_S, NOW, RunningHub
from tests.hub.shop_window import NO, YES, add_source, make_message, post


@pytest.fixture
def shop(running: RunningHub) -> RunningHub:
    """The hub with a web shop whose server tells it things."""
    add_source(running.hub)
    return running


def _count(running: RunningHub) -> int:
    with running.hub.database.read() as session:
        return session.scalar(select(func.count()).select_from(ProfileEvent)) or 0


def _read_outcomes(answer: requests.Response) -> list[str]:
    return [result["outcome"] for result in answer.json()["results"]]


def test_a_message_counts_once_and_is_answered_alike_however_often_it_comes(shop: RunningHub) -> None:
    answers = [post(shop, "/v1/track", make_message(1)) for _ in range(3)]

    assert {answer.text for answer in answers} == {'{"results":[{"messageId":"m-1","outcome":"kept"}],"success":true}'}
    assert (answers[0].status_code, _count(shop)) == (200, 1)


def test_ten_at_once_keep_it_once(shop: RunningHub) -> None:
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(post, [shop] * 10, ["/v1/track"] * 10, [make_message(1)] * 10))

    assert [_read_outcomes(answer) for answer in answers] == [["kept"]] * 10
    assert _count(shop) == 1


def test_in_a_batch_a_bad_message_harms_no_other(shop: RunningHub) -> None:
    batch = [
        make_message(1),
        {"type": "track", "messageId": 7},
        make_message(2, type="alias"),
        make_message(3, userId=None, context=YES),
        make_message(4, context=NO, userId="u-2"),
        make_message(1),
        make_message(5, properties={"name": "x" * 40_000}),
        make_message(6, timestamp="1970-01-01T00:00:00Z"),
        make_message(7, timestamp=(NOW - timedelta(days=31)).isoformat()),
        make_message(8, type="page", name="Home"),
    ]
    answer = post(shop, "/v1/batch", {"batch": batch, "sentAt": NOW.isoformat()})

    assert answer.status_code == 200
    assert _read_outcomes(answer) == [
        *("kept", "malformed", "malformed", "nobody_proven", "unallowed"),
        *("kept", "too_large", "malformed", "too_old", "kept"),
    ]
    assert _count(shop) == 2


def test_a_repeat_is_answered_as_it_was_though_she_allows_it_since(shop: RunningHub) -> None:
    first = post(shop, "/v1/track", make_message(1, context={}))
    post(shop, "/v1/identify", make_message(2))
    again = post(shop, "/v1/track", make_message(1, context={}))

    assert _read_outcomes(first) == _read_outcomes(again) == ["unallowed"]
    assert _count(shop) == 0


def test_after_a_month_a_repeat_is_too_old_to_count_again(shop: RunningHub) -> None:
    post(shop, "/v1/track", make_message(1))
    shop.dial.turn(timedelta(days=31))
    post(shop, "/v1/track", make_message(2, timestamp=shop.hub.now().isoformat()))

    answer = post(shop, "/v1/track", make_message(1))

    assert (answer.status_code, answer.json()["code"], _count(shop)) == (400, "too_old", 2)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/track", {"userId": 7}),
        ("/v1/track", 7),
        ("/v1/identify", {"userId": ""}),
        ("/v1/batch", {"x": 7}),
        ("/v1/batch", {"batch": 7}),
        ("/v1/batch", {"batch": [7] * 1001}),
    ],
)
def test_what_has_not_the_form_is_refused(shop: RunningHub, path: str, body: object) -> None:
    answer = post(shop, path, body)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


@pytest.mark.parametrize("key", ["", "unknown", "shop"])
def test_who_has_no_write_key_tells_nothing(shop: RunningHub, key: str) -> None:
    answer = post(shop, "/v1/track", make_message(1), key)

    assert (answer.status_code, answer.json()["code"]) == (401, "key_unknown")
    assert answer.headers["WWW-Authenticate"].startswith("Basic")


def test_a_screens_token_is_no_write_key(shop: RunningHub) -> None:
    assert shop.post("/v1/track", make_message(1)).status_code == 401


def test_the_same_id_of_another_source_is_another_message(shop: RunningHub) -> None:
    add_source(shop.hub, "app")
    post(shop, "/v1/track", make_message(1))
    post(shop, "/v1/track", make_message(1), "app-key")

    assert _count(shop) == 2


def _open_pages(running: RunningHub, browsers: Pace = BROWSERS, newcomers: Pace = NEWCOMERS) -> RunningHub:
    """The hub with such paces, and a web shop whose key lies open in its pages."""
    add_source(running.hub, "pages", vouches=False)
    paced = replace(running.hub, browsers=RateLimiter(browsers), newcomers=RateLimiter(newcomers))
    return RunningHub(running.server, paced, running.dial, running.folder, running.token)


def _list_browsers(count: int) -> dict[str, object]:
    """A batch in which as many new browsers speak, each once."""
    return {"batch": [make_message(number, userId=None, anonymousId=f"a-{number}") for number in range(count)]}


def test_of_a_batch_each_part_is_kept_by_itself_and_comes_no_second_time(running: RunningHub) -> None:
    pages = _open_pages(running, newcomers=Pace(MOST_AT_ONCE + 2, 60))
    batch = _list_browsers(MOST_AT_ONCE + 4)
    refused = post(pages, "/v1/batch", batch, "pages-key")

    assert (refused.status_code, refused.headers["Retry-After"], _count(pages)) == (429, "60", MOST_AT_ONCE)
    running.dial.turn(timedelta(minutes=20))
    assert post(pages, "/v1/batch", batch, "pages-key").status_code == 200
    assert _count(pages) == MOST_AT_ONCE + 4


def test_whom_the_hub_knows_counts_as_no_newcomer(running: RunningHub) -> None:
    pages = _open_pages(running, newcomers=Pace(1, 60))
    told = [post(pages, "/v1/track", make_message(n, userId=None, anonymousId="a"), "pages-key") for n in range(3)]

    assert [answer.status_code for answer in told] == [200] * 3


def test_pages_are_paced_by_the_message_and_the_shops_server_is_not(shop: RunningHub) -> None:
    paced = _open_pages(shop, browsers=Pace(5, 60))
    told = [post(paced, "/v1/batch", _list_browsers(3), key) for key in ("pages-key",) * 2 + ("shop-key",) * 2]

    assert [answer.status_code for answer in told] == [200, 429, 200, 200]
    assert told[1].headers["Retry-After"] == "60"


def test_the_largest_batch_of_all_comes_from_a_page_once(running: RunningHub) -> None:
    pages = _open_pages(running)
    told = [post(pages, "/v1/batch", {"batch": [7] * 1000}, "pages-key") for _ in range(2)]

    assert [answer.status_code for answer in told] == [200, 429]


def test_who_tells_much_stands_in_the_writers_queue_once(shop: RunningHub) -> None:
    """Two batches at once, while somebody else writes: of their parts one waits beside whoever taps."""
    batches = [{"batch": [make_message(number, userId=f"u-{number}")]} for number in range(2)]
    with ThreadPoolExecutor(2) as sources, shop.hub.tellers.take(DEADLINE_S):
        told = [sources.submit(post, shop, "/v1/batch", batch) for batch in batches]
        wait_until(lambda: shop.hub.tellers.waiting == 2)
        before = _count(shop)

    assert (before, [one.result().status_code for one in told], _count(shop)) == (0, [200, 200], 2)
