import socket
from collections.abc import Callable
from threading import Thread

import pytest

from kiosk.health import asker
from kiosk.health.report import Report
from kiosk.health.server import HealthServer


def test_who_asks_and_then_says_nothing_more_is_not_waited_for_long() -> None:
    assert asker.PATIENCE_S <= 5


def ask_once(asked: bytes, ask: Callable[[], Report]) -> bytes:
    """What a server on loopback answers."""
    with HealthServer("127.0.0.1:0", ask) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        with socket.create_connection(server.socket.getsockname()) as line:
            line.sendall(asked)
            answer = line.makefile("rb").read()
        thread.join()
    return answer


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("127.0.0.1:9464", 200), ("[::1]:9464", 200), ("evil.example", 421), ("localhost.evil", 421)],
)
def test_only_this_machine_is_meant(host: str, status: int) -> None:
    answer = ask_once(f"GET /healthz HTTP/1.0\r\nHost: {host}\r\n\r\n".encode(), lambda: Report(well=True))

    assert answer.startswith(f"HTTP/1.0 {status} ".encode())


@pytest.mark.allow_log("health stumbled: ZeroDivisionError")
def test_a_program_that_cannot_say_how_it_is_is_a_fault_without_a_trace(capfd: pytest.CaptureFixture[str]) -> None:
    answer = ask_once(b"GET /healthz HTTP/1.0\r\n\r\n", lambda: Report(well=bool(1 // 0)))

    assert answer.startswith(b"HTTP/1.0 500 ")
    assert "Traceback" not in capfd.readouterr().err


def test_what_was_asked_is_not_logged_nor_what_answers(capfd: pytest.CaptureFixture[str]) -> None:
    answer = ask_once(b"GET /healthz?card=04a1 HTTP/1.0\r\n\r\n", lambda: Report(well=True))

    assert answer.startswith(b"HTTP/1.0 404")
    assert b"Python" not in answer
    assert capfd.readouterr().err == ""
