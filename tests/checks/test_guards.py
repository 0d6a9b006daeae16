"""Proves that tests/conftest.py catches what it promises to catch."""

import re

import pytest

from tests.checks.tool import ask_tool

_TESTS = """
import contextlib, logging, pytest, socket

def test_that_leaves():
    with contextlib.suppress(OSError):
        socket.create_connection(("192.0.2.1", 9), timeout=1)

def test_that_complains():
    logging.getLogger("kiosk.shelf").warning("it fell %s", "down")

def test_that_stays():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass

@pytest.mark.allow_log("it fell")
def test_that_says_so():
    logging.getLogger("kiosk.shelf").warning("it fell %s", "down")
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of the tests above."""
    file = tmp_path_factory.mktemp("guards") / "test_it.py"
    file.write_text(_TESTS)
    options = ("-c", "pyproject.toml", "-p", "tests.conftest", "-p", "no:cacheprovider", "-rA")
    return ask_tool("pytest", *options, str(file), PYTHONPATH=".", COLUMNS="200").stdout


@pytest.mark.parametrize(
    ("name", "complaint"), [("test_that_leaves", "192.0.2.1"), ("test_that_complains", "kiosk.shelf: it fell down")]
)
def test_a_test_fails_that_leaves_this_machine_or_logs_what_it_did_not_announce(
    told: str, name: str, complaint: str
) -> None:
    assert re.search(rf"^ERROR .*::{name} - .*{complaint}", told, re.MULTILINE)


@pytest.mark.parametrize("name", ["test_that_stays", "test_that_says_so"])
def test_a_test_that_stays_here_and_announces_its_complaint_passes(told: str, name: str) -> None:
    assert re.search(rf"^PASSED .*::{name}$", told, re.MULTILINE)
    assert not re.search(rf"^(ERROR|FAILED) .*::{name}\b", told, re.MULTILINE)
