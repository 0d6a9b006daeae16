import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from kiosk.hub.database import migrate_database
from kiosk.hub.serve import CannotListen, open_listener
from kiosk.shop.broker import find_free_port
from tests.hub.storage import Storage

PROGRAM = "from kiosk.hub.serve import open_listener, serve_hub; from kiosk.hub.settings import HubSettings; "


@pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for the hub to come up
def test_a_hub_serves_and_ends_when_told_to(storage: Storage, tmp_path: Path) -> None:
    url = storage.find(tmp_path)
    migrate_database(url)
    port = find_free_port()
    settings = f"HubSettings({url!r}, port={port})"
    call = f"serve_hub({settings}, open_listener('127.0.0.1', {port}))"
    command = [sys.executable, "-c", PROGRAM + call]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:  # noqa: S603 (our own program)
        try:
            with requests.Session() as session:
                session.mount("http://", HTTPAdapter(max_retries=Retry(12, backoff_factor=0.1, backoff_max=5)))
                answer = session.get(f"http://127.0.0.1:{port}/v1/catalogue", timeout=20)
        finally:
            process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=20)

    assert (answer.status_code, answer.json()["code"]) == (401, "token_unknown")
    assert "server" not in answer.headers
    assert complaints == b""


def test_a_port_that_is_taken_is_named() -> None:
    with open_listener("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(CannotListen, match=f"port {port} is taken: choose another with --port"):
            open_listener("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 0), ("::zz", 0)])
def test_an_address_that_is_not_ours_is_refused(host: str, port: int) -> None:
    with pytest.raises(CannotListen, match="--host and --port"):
        open_listener(host, port)


def test_no_part_of_an_answer_waits_until_another_is_acknowledged() -> None:
    with open_listener("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
