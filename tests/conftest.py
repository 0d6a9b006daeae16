"""What holds for every test: no display, no network beyond this machine, no unexpected complaint in the log."""

import logging
import os
import re
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.shop.broker import RunningBroker
    from kiosk.shop.field import PretendReaderField

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

# No test fails by a time: a stopwatch measures the neighbours on a busy machine.
_CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("calm", _CALM)
settings.load_profile("calm")
settings.register_profile("long", _CALM, max_examples=100, stateful_step_count=40)  # pytest --hypothesis-profile=long
# For who counts lines, which takes long, and wants them covered by no luck.
settings.register_profile("brief", _CALM, max_examples=10, derandomize=True, database=None)

_strays: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the hub's tests be told where they keep what the hub keeps."""
    databases = ("sqlite", "postgresql")
    parser.addoption("--database", choices=databases, default=databases[0], help="on what the hub's tests run it")


def pytest_configure(config: pytest.Config) -> None:
    """Say at once what is missing, rather than in each test."""
    if config.getoption("--database") == "sqlite":
        return
    from kiosk.errors import KioskError  # noqa: PLC0415 # as below
    from kiosk.shop.postgres import find_postgres  # noqa: PLC0415 # as below

    try:
        find_postgres("postgres")
    except KioskError as error:
        raise pytest.UsageError(str(error)) from error


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another database leave out what would be the same test once more: it keeps nothing there."""
    if config.getoption("--database") != "sqlite":
        config.hook.pytest_deselected(items=[item for item in items if not _is_kept_there(item)])
        items[:] = filter(_is_kept_there, items)


def _is_kept_there(item: pytest.Item) -> bool:
    """Whether it keeps something in the database that was asked for, and is not about the files of SQLite."""
    keeps = isinstance(item, pytest.Function) and "storage" in item.fixturenames
    return keeps and not item.get_closest_marker("sqlite")


def _is_near(host: str) -> bool:
    if host in {"", "localhost"}:
        return True
    try:
        return ip_address(host).is_loopback or ip_address(host).is_unspecified
    except ValueError:
        return False


def _guard_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what would leave this machine; a Unix socket's address is its path, and never does."""
    if event not in {"socket.connect", "socket.sendto"} or not arguments[1] or isinstance(arguments[1], str | bytes):
        return
    host = str(arguments[1][0])
    if not _is_near(host):
        _strays.append(host)
        message = "no test leaves this machine"
        raise PermissionError(message)


sys.addaudithook(_guard_network)


@pytest.fixture(autouse=True)
def _stay_on_this_machine() -> Iterator[None]:
    """Fail a test that reached for the network, even if what it tests took the refusal calmly."""
    _strays.clear()
    yield
    assert _strays == []


@pytest.fixture(autouse=True)
def _expect_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test at a log record of WARNING or above that no `allow_log` marker of its own allows."""
    yield
    allowed = [str(marker.args[0]) for marker in request.node.iter_markers("allow_log")]
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    texts = [f"{record.name}: {record.getMessage()}" for record in records if record.levelno >= logging.WARNING]
    assert [text for text in texts if not any(re.search(pattern, text) for pattern in allowed)] == []


@pytest.fixture(scope="session")
def qapp_cls() -> "type[QGuiApplication]":
    """The screen's own kind of application for every test: a process has but one, and the first test makes it."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 # as below

    return QGuiApplication


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[RunningBroker]":
    """A real MQTT broker on a free port of this machine (`host`, `port`), one for the whole run."""
    from kiosk.shop.broker import start_broker  # noqa: PLC0415 # only tests that want a broker pay for it

    running = start_broker(tmp_path_factory.mktemp("broker"))
    yield running
    running.stop()


@pytest.fixture
def field() -> "Iterator[PretendReaderField]":
    """The field of a card reader, with nothing in it."""
    from kiosk.shop.field import PretendReaderField  # noqa: PLC0415 # as above

    field = PretendReaderField(0)
    field.start()
    yield field
    field.stop()
