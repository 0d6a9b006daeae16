"""Whether an upgrade stays, on real packages and a real outbox; only systemd and the installing dpkg are played."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from kiosk.bookmarks.database import Database
from tests.packaging.packages import make_package
from tests.packaging.programs import load_program

upgrade: Any = load_program("upgrade")
Places: TypeAlias = Any
"""The program's own class: what is loaded as a file has no types."""
needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not installed")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    names = ("state", "archives", "kept")
    for name in names:
        (tmp_path / name).mkdir()
    files = {name: tmp_path / name for name in (*names, "refused", "going_back", "outbox", "health")}
    return upgrade.Places(**files)


class Day:
    """A clock that goes on when somebody waits, and what was seen at each moment."""

    def __init__(self, *seen: tuple[float, str | None]) -> None:
        self.now = 0.0
        self._seen = seen

    def look(self) -> str | None:
        return [what for since, what in self._seen if since <= self.now][-1]

    def is_well(self) -> bool:
        return bool(upgrade.is_well(self.look, lambda: self.now, self._wait))

    def _wait(self, seconds: float) -> None:
        self.now += seconds


def make_run(told: str) -> Callable[..., str]:
    """A program that says this, whatever it is asked."""

    def run(*_words: str) -> str:
        return told

    return run


def test_a_version_is_well_once_it_was_so_for_two_minutes() -> None:
    day = Day((0, None), (30, "a"))

    assert day.is_well()
    assert day.now == pytest.approx(150)


@pytest.mark.parametrize(
    "seen",
    [
        [(0.0, None)],
        [(60.0 * minute, str(minute)) for minute in range(11)],
        [(0.0, "a"), (100.0, None), (500.0, "a")],
    ],
    ids=["never there", "begun anew each minute", "gone and back too late"],
)
def test_a_version_that_is_not_steady_within_ten_minutes_is_not_well(seen: list[tuple[float, str | None]]) -> None:
    assert not Day(*seen).is_well()


@needs_dpkg
def test_what_is_good_is_kept_in_the_place_of_what_was(places: Places) -> None:
    make_package(places.kept, "vitrine-kiosk", "0.9")
    make_package(places.archives, "vitrine-kiosk", "1.0")

    assert upgrade.keep_packages(places, {"vitrine-kiosk": "1.0"})
    assert [file.name for file in places.kept.iterdir()] == ["vitrine-kiosk_1.0_all.deb"]


def test_what_is_not_at_hand_takes_nothing_away(places: Places) -> None:
    (places.kept / "vitrine-kiosk_0.9_all.deb").touch()

    assert not upgrade.keep_packages(places, {"vitrine-kiosk": "1.0"})
    assert [file.name for file in places.kept.iterdir()] == ["vitrine-kiosk_0.9_all.deb"]


@needs_dpkg
def test_going_back_installs_what_was_kept_and_never_takes_the_bad_version_again(places: Places) -> None:
    Database(places.outbox).run(lambda _connection: None)
    kept = make_package(places.kept, "vitrine-kiosk", "1.0", schemas=9)
    said: list[tuple[tuple[str, ...], bool]] = []

    def run(*words: str) -> None:
        said.append((words, bool(places.going_back.exists())))

    assert upgrade.go_back(places, "1.1", run)
    assert said == [(("dpkg", "--install", "--force-downgrade", "--force-confold", str(kept)), True)]
    assert not places.going_back.exists()
    assert "Pin: version 1.1\n" in places.refused.read_text()


@needs_dpkg
def test_a_damaged_outbox_keeps_nobody_from_going_back(places: Places) -> None:
    places.outbox.write_bytes(b"garbage!" * 600)
    make_package(places.kept, "vitrine-kiosk", "1.0", schemas=9)

    assert upgrade.go_back(places, "1.1", make_run(""))


@needs_dpkg
@pytest.mark.parametrize("is_kept", [True, False], ids=["cannot read the outbox", "is not there"])
def test_there_is_no_way_back_to_a_version_that(places: Places, is_kept: bool) -> None:  # noqa: FBT001 # pytest's parameter
    Database(places.outbox).run(lambda _connection: None)
    if is_kept:
        make_package(places.kept, "vitrine-kiosk", "1.0", schemas=1)

    assert not upgrade.go_back(places, "1.1", pytest.fail)
    assert not places.refused.exists()


@pytest.mark.parametrize(("state", "process"), [("active", "ab"), ("activating", None), ("failed", None)], ids=str)
def test_a_screen_is_there_once_systemd_heard_of_its_first_frame(state: str, process: str | None) -> None:
    assert upgrade.tell_process(make_run(f"ActiveState={state}\nInvocationID=ab\n")) == process


@pytest.fixture
def answer(places: Places) -> Iterator[list[bytes]]:
    """Says these bytes to the next who asks for the screen's health."""
    said: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(places.health))
        listener.listen()

        def serve() -> None:
            line, _ = listener.accept()
            with line:
                line.recv(1024)
                with suppress(OSError):  # who asked may have heard enough
                    line.sendall(b"HTTP/1.0 200 OK\r\n\r\n" + said[0])

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield said
        thread.join(5)


@pytest.mark.parametrize(
    ("body", "is_so"),
    [(b'{"well": true}', True), (b'{"well": false}', False), (b"no JSON", False), (b"{}", False), (b"[]", False)],
    ids=repr,
)
def test_only_a_screen_that_says_so_is_well(places: Places, answer: list[bytes], body: bytes, is_so: bool) -> None:  # noqa: FBT001 # pytest's parameter
    answer.append(body)

    assert upgrade.says_well(places.health) is is_so


def test_a_screen_that_says_nothing_is_not_well(places: Places) -> None:
    assert not upgrade.says_well(places.health)


def test_a_screen_that_drips_its_answer_is_not_waited_for() -> None:
    line, far = socket.socketpair()
    ended = threading.Event()

    def drip() -> None:
        while not ended.wait(0.02):
            far.sendall(b"x")

    thread = threading.Thread(target=drip)
    thread.start()
    with line, far:
        with pytest.raises(TimeoutError):
            upgrade.read_answer(line, time.monotonic() + 0.2)
        ended.set()
        thread.join()


def test_a_screen_that_says_too_much_is_not_well(places: Places, answer: list[bytes]) -> None:
    answer.append(b'{"well": true}'.ljust(upgrade.MOST_SAID))

    assert not upgrade.says_well(places.health)


def test_the_versions_that_are_installed_are_read_from_dpkg() -> None:
    told = upgrade.read_installed(make_run("vitrine-kiosk 1.0\nvitrine-appliance 1.0\n"))

    assert told == {"vitrine-kiosk": "1.0", "vitrine-appliance": "1.0"}
