import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.loyalty.failure import ApiFailed
from kiosk.loyalty.transport import Request, Timeouts, Transport
from tests.doubles.authority import found_authority
from tests.doubles.dripping_server import DrippingServer
from tests.doubles.loyalty_faults import Cut, Fault
from tests.doubles.loyalty_server import LoyaltyServer

QUICK = Timeouts(connect_s=1, read_s=0.2, total_s=5)
LIMIT = 100_000


@pytest.fixture
def server() -> Iterator[LoyaltyServer]:
    with LoyaltyServer() as server:
        yield server


def fail(transport: Transport, url: str) -> ApiFailed:
    with pytest.raises(ApiFailed) as failure:
        transport.exchange(Request(url), LIMIT)
    return failure.value


def make_transport(token: str | None = None, timeouts: Timeouts = QUICK) -> Transport:
    return Transport(token, None, timeouts)


def test_an_answer_of_any_status_comes_whole(server: LoyaltyServer) -> None:
    found = make_transport().exchange(Request(f"{server.url}/v1/catalogue"), LIMIT)
    missing = make_transport().exchange(Request(f"{server.url}/nowhere"), LIMIT)
    assert (found.status, missing.status) == (200, 404)
    assert b'"offers"' in found.body


def test_the_token_goes_along_whatever_a_netrc_says(
    server: LoyaltyServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login stray password stray")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    make_transport("secret").exchange(Request(f"{server.url}/v1/catalogue"), LIMIT)
    make_transport().exchange(Request(f"{server.url}/v1/catalogue"), LIMIT)
    assert [hit.headers.get("authorization") for hit in server.hits] == ["Bearer secret", None]


def test_a_server_that_is_not_there_is_unreachable_for_everyone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    failure = fail(make_transport(), f"http://127.0.0.1:{port}/")
    assert (failure.code, failure.everyone) == ("unreachable", True)


def test_a_server_that_never_answers_is_given_up(server: LoyaltyServer) -> None:
    release = threading.Event()
    server.fail_next(Fault(hold=release))
    assert fail(make_transport(), f"{server.url}/v1/catalogue").code == "unreachable"
    release.set()


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b" "),
        (b"HTTP/1.1 200 OK\r\n\r\n", b" "),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"a"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"a"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_a_server_that_drips_its_answer_is_given_up_in_time(head: bytes, drop: bytes) -> None:
    hasty = make_transport(timeouts=Timeouts(read_s=5, total_s=0.3))
    with DrippingServer(head, drop) as server:
        failure = fail(hasty, server.url)
    assert (failure.code, failure.everyone) == ("too_slow", True)


def test_a_stream_that_drips_is_given_up_in_time() -> None:
    hasty = make_transport(timeouts=Timeouts(read_s=5, total_s=0.3))
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    with DrippingServer(head, b" ") as server, pytest.raises(ApiFailed, match="too_slow"):
        list(hasty.stream(Request(server.url), LIMIT))


def test_a_server_that_drips_over_tls_is_given_up_in_time(tmp_path: Path) -> None:
    authority = found_authority(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*authority.sign("server"))
    hasty = Transport(None, authority.ca_file, Timeouts(read_s=5, total_s=0.5))
    for head in (b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"):
        with DrippingServer(head, b"a", context) as server:
            assert fail(hasty, server.url).code == "too_slow"


def test_an_exchange_in_time_leaves_its_connection_to_the_next_one(server: LoyaltyServer) -> None:
    transport = make_transport(timeouts=Timeouts(total_s=0.2))
    first = transport.exchange(Request(f"{server.url}/v1/catalogue"), LIMIT)
    assert not threading.Event().wait(0.3), "the first deadline is past"
    assert transport.exchange(Request(f"{server.url}/v1/catalogue"), LIMIT).body == first.body


def test_a_redirect_to_what_is_no_address_is_one_like_any_other() -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n"
    with DrippingServer(head, b"") as server:
        assert fail(make_transport(), server.url).code == "redirected"


def test_a_header_that_none_can_send_is_a_failure_like_any_other(server: LoyaltyServer) -> None:
    request = Request(f"{server.url}/v1/catalogue", headers={"If-None-Match": "\u65e5"})
    with pytest.raises(ApiFailed, match="not_understood"):
        make_transport().exchange(request, LIMIT)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(cut=Cut.BEFORE), "unreachable"),
        (Fault(cut=Cut.AFTER), "unreachable"),
        (Fault(cut=Cut.HALF), "half_answer"),
        (Fault(body=bytes(LIMIT + 1)), "too_large"),
        (Fault(location="http://127.0.0.1:1/elsewhere"), "redirected"),
        (Fault(location="/v1/shoppers"), "redirected"),
    ],
)
def test_each_way_to_break_an_exchange_has_its_code(server: LoyaltyServer, fault: Fault, expected: str) -> None:
    server.fail_next(fault)
    assert fail(make_transport(), f"{server.url}/v1/catalogue").code == expected
    assert len(server.hits) == 1


def test_a_server_without_a_proper_certificate_is_not_talked_to(server: LoyaltyServer) -> None:
    failure = fail(make_transport("secret"), server.url.replace("http:", "https:"))
    assert failure.code == "tls_failed"
    assert server.hits == []


def test_a_stream_comes_in_pieces_up_to_its_limit(server: LoyaltyServer) -> None:
    server.add_media("big", bytes(LIMIT))
    request = Request(f"{server.url}/v1/media/big")
    assert sum(map(len, make_transport().stream(request, LIMIT))) == LIMIT
    with pytest.raises(ApiFailed, match="too_large"):
        list(make_transport().stream(request, LIMIT - 1))


def test_a_stream_of_what_is_not_there_fails(server: LoyaltyServer) -> None:
    with pytest.raises(ApiFailed, match="http_404"):
        list(make_transport().stream(Request(f"{server.url}/v1/media/none"), LIMIT))


@pytest.mark.parametrize(
    ("fault", "code", "after", "everyone"),
    [
        (Fault(401), "token_refused", None, False),
        (Fault(403), "token_refused", None, False),
        (Fault(500), "http_500", None, False),
        (Fault(503, retry_after="7"), "http_503", 7.0, True),
        (Fault(429, retry_after="nonsense"), "http_429", None, True),
    ],
)
def test_a_status_says_what_to_do(
    server: LoyaltyServer,
    fault: Fault,
    code: str,
    after: float | None,
    everyone: bool,  # noqa: FBT001 # a column of the table
) -> None:
    server.fail_next(fault)
    failure = make_transport().exchange(Request(f"{server.url}/v1/catalogue"), LIMIT).fail()
    assert (failure.code, failure.after, failure.everyone) == (code, after, everyone)


def test_no_cookie_that_a_server_hands_out_is_sent_back(server: LoyaltyServer) -> None:
    transport = make_transport()
    head = b"HTTP/1.1 200 OK\r\nSet-Cookie: stray=1; Path=/\r\nContent-Length: 0\r\n\r\n"
    with DrippingServer(head, b"") as generous:
        transport.exchange(Request(generous.url), LIMIT)
    # Cookies are a host's, whatever its port.
    transport.exchange(Request(f"{server.url}/v1/catalogue"), LIMIT)
    assert [hit.headers.get("cookie") for hit in server.hits] == [None]
