import json
import threading
from collections.abc import Iterator

import pytest

from kiosk.contract.answer import Accepted, Again, Delivered, Greeted, Refused, Told
from kiosk.contract.check_in import CheckInAnswer
from kiosk.loyalty.api import LoyaltyApi
from kiosk.loyalty.failure import ApiFailed, MediaRefused
from kiosk.loyalty.transport import Timeouts
from tests.doubles.loyalty_faults import Cut, Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.taps import make_bookmark, make_check_in, make_event, make_scan

MUG = '{"code": "04012345000016", "title": {"de": "Becher"}, "price": {"amount": "29.90", "currency": "EUR"}}'


@pytest.fixture
def server() -> Iterator[LoyaltyServer]:
    with LoyaltyServer(token="secret") as server:  # noqa: S106 # a test's
        yield server


@pytest.fixture
def api(server: LoyaltyServer) -> LoyaltyApi:
    return LoyaltyApi(server.url + "/", "secret", timeouts=Timeouts(read_s=0.3))


def test_the_catalogue_comes_once_and_then_only_when_it_changed(server: LoyaltyServer, api: LoyaltyApi) -> None:
    first = api.get_catalogue("berlin", "window-1", None)
    assert first is not None
    assert api.get_catalogue("berlin", "window-1", first.etag) is None
    server.offer("o-1")
    assert api.get_catalogue("berlin", "window-1", first.etag) is not None
    assert server.hits[0].query == {"store": "berlin", "screen": "window-1"}


@pytest.mark.parametrize("etag", ["\u65e5\u672c", '"a\r\n b"', '"a"\n', ' "a"', "\0", "\ud800"])
def test_an_etag_that_no_header_can_carry_is_not_sent(server: LoyaltyServer, api: LoyaltyApi, etag: str) -> None:
    assert api.get_catalogue("berlin", "window-1", etag) is not None
    assert "if-none-match" not in server.hits[0].headers


def test_shoppers_are_asked_for_from_the_cursor_on(server: LoyaltyServer, api: LoyaltyApi) -> None:
    api.get_shoppers("berlin & co", None)
    api.get_shoppers("berlin & co", "c&1")
    assert [hit.query for hit in server.hits] == [{"store": "berlin & co"}, {"store": "berlin & co", "since": "c&1"}]


@pytest.mark.parametrize(("status", "code"), [(401, "token_refused"), (404, "http_404"), (206, "http_206")])
def test_any_other_status_of_a_question_is_a_failure(
    server: LoyaltyServer, api: LoyaltyApi, status: int, code: str
) -> None:
    server.fail_next(Fault(status), times=2)
    with pytest.raises(ApiFailed, match=code):
        api.get_catalogue("berlin", "window-1", None)
    with pytest.raises(ApiFailed, match=code):
        api.get_shoppers("berlin", None)


def test_a_bookmark_is_posted_as_the_contract_says(server: LoyaltyServer, api: LoyaltyApi) -> None:
    answer = api.post_bookmark(make_bookmark(1))
    assert isinstance(answer, Delivered)
    assert (answer.answer.id, answer.answer.claim_url) == ("b-1", f"{server.url}/claim/b-1")
    hit = server.hits[0]
    assert (hit.headers["idempotency-key"], hit.headers["content-type"]) == ("b-1", "application/json")
    assert json.loads(hit.body) == {
        "id": "b-1",
        "offer": "boots",
        "store": "berlin",
        "screen": "window-1",
        "zone": "shoes",
        "impression": None,
        "credential": {"kind": "uid", "value": f"{1:064x}"},
        "tapped_at": "2026-11-22T09:00:00Z",
        "language": "de",
    }


def test_the_same_bookmark_again_gets_the_same_answer(server: LoyaltyServer, api: LoyaltyApi) -> None:
    assert api.post_bookmark(make_bookmark(1)) == api.post_bookmark(make_bookmark(1))
    assert len(server.bookmarks) == 1


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(400, "malformed"), Refused(400, "malformed")),
        (Fault(404, "offer_unknown"), Refused(404, "offer_unknown")),
        (Fault(422, "idempotency_key_reused"), Refused(422, "idempotency_key_reused")),
        (Fault(401, "token_unknown"), Refused(401, "token_unknown")),
        (Fault(404, "<b>not a code</b>"), Refused(404, "http_404")),
        (Fault(404, "x" * 65), Refused(404, "http_404")),
        (Fault(413, body=b"<html>Request too large</html>"), Refused(413, "http_413")),
        (Fault(409), Again("http_409")),
        (Fault(425), Again("http_425")),
        (Fault(429, retry_after="9"), Again("http_429", 9.0, everyone=True)),
        (Fault(503, retry_after="9"), Again("http_503", 9.0, everyone=True)),
        (Fault(500), Again("http_500")),
        (Fault(502), Again("http_502")),
        (Fault(location="/v1/elsewhere"), Again("redirected", everyone=True)),
        (Fault(cut=Cut.BEFORE), Again("unreachable", everyone=True)),
        (Fault(cut=Cut.AFTER), Again("unreachable", everyone=True)),
        (Fault(cut=Cut.HALF), Again("half_answer")),
        (Fault(body=b'{"id": "b-1", "mem'), Again("not_understood")),
        (Fault(body=b"<html>Guest network: please sign in</html>"), Again("not_understood")),
        (Fault(body=b""), Again("not_understood")),
        (Fault(body=b"{}"), Again("not_understood")),
        (Fault(body=bytes(70_000)), Again("too_large")),
        (Fault(body=b'{"id": "\xff"}'), Again("not_understood")),
        (Fault(body=b'{"id": "b-1", "x": ' + b"[" * 60_000), Again("not_understood")),
        (Fault(422, body=b'{"code": "\xff"}'), Refused(422, "http_422")),
        (Fault(422, body=b'{"x": ' + b"[" * 60_000), Refused(422, "http_422")),
    ],
)
def test_each_answer_to_a_bookmark_says_what_to_do_next(
    server: LoyaltyServer, api: LoyaltyApi, fault: Fault, expected: Again | Refused
) -> None:
    server.fail_next(fault)
    assert api.post_bookmark(make_bookmark(1)) == expected


def test_a_server_that_hangs_is_tried_again_later(server: LoyaltyServer, api: LoyaltyApi) -> None:
    release = threading.Event()
    server.fail_next(Fault(hold=release))
    assert api.post_bookmark(make_bookmark(1)) == Again("unreachable", everyone=True)
    release.set()


def test_events_are_posted_as_one_batch(server: LoyaltyServer, api: LoyaltyApi) -> None:
    assert api.post_events([make_event(1), make_event(2)]) == Accepted()
    assert sorted(server.events) == ["e-1", "e-2"]
    assert server.hits[0].headers["content-type"] == "application/cloudevents-batch+json"


def test_events_fail_as_bookmarks_do(server: LoyaltyServer, api: LoyaltyApi) -> None:
    server.fail_next(Fault(500))
    server.fail_next(Fault(413, "too_large"))
    assert api.post_events([make_event(1)]) == Again("http_500")
    assert api.post_events([make_event(1)]) == Refused(413, "too_large")


def test_a_check_in_is_posted_and_fails_as_events_do(server: LoyaltyServer, api: LoyaltyApi) -> None:
    server.fail_next(Fault(500))
    server.fail_next(Fault(404, "no_door"))
    assert api.post_check_in(make_check_in(1)) == Again("http_500")
    assert api.post_check_in(make_check_in(1)) == Refused(404, "no_door")
    assert api.post_check_in(make_check_in(1)) == Greeted(CheckInAnswer())
    assert list(server.check_ins) == ["c-1"]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (b'{"id": "c-1", "codes": ["K7Q4"]}', ("K7Q4",)),
        (b'{"id": "c-1", "codes": ["<b>"]}', ()),
        (b'{"id": "c-1", "codes": ["K7Q4", "K7Q4", "K7Q4", "K7Q4"]}', ()),
        (b"none", ()),
    ],
)
def test_codes_that_nobody_could_be_called_by_are_none(
    server: LoyaltyServer, api: LoyaltyApi, body: bytes, codes: tuple[str, ...]
) -> None:
    server.fail_next(Fault(body=body))
    assert api.post_check_in(make_check_in(1)) == Greeted(CheckInAnswer(codes))


def test_a_scan_is_posted_and_fails_as_events_do(server: LoyaltyServer, api: LoyaltyApi) -> None:
    server.articles["4012345000016"] = {"article": json.loads(MUG), "stock": 3, "later": True}
    server.fail_next(Fault(500))
    server.fail_next(Fault(404, "not_found"))

    assert api.post_scan(make_scan(1)) == Again("http_500")
    assert api.post_scan(make_scan(1)) == Refused(404, "not_found")
    told = api.post_scan(make_scan(1))
    assert isinstance(told, Told)
    assert told.answer.article
    assert (told.answer.article.code, told.answer.stock) == ("04012345000016", 3)
    assert json.loads(server.hits[-1].body) == {
        "id": "s-1",
        "store": "berlin",
        "screen": "window-1",
        "code": "4012345000016",
        "language": "de",
        "credential": None,
        "by": None,
    }


@pytest.mark.parametrize("body", [b"none", b'{"article": {"code": "x"}}', b'{"stock": -1}', b'{"miss": 3}'])
def test_an_answer_to_a_scan_that_cannot_be_read_is_none(server: LoyaltyServer, api: LoyaltyApi, body: bytes) -> None:
    server.fail_next(Fault(body=body))
    assert api.post_scan(make_scan(1)) == Refused(200, "not_understood")


def test_media_come_from_the_apis_own_origin_only(server: LoyaltyServer, api: LoyaltyApi) -> None:
    server.add_media("a.png", b"picture")
    assert b"".join(api.download("/v1/media/a.png", 100)) == b"picture"
    with pytest.raises(MediaRefused):
        api.download("http://169.254.169.254/latest", 100)
    assert len(server.hits) == 1
