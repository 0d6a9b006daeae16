from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from concurrent.futures import wait as await_all
from contextlib import contextmanager
from threading import Event
from typing import cast

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.group_commit import GroupCommit

_DEADLINE_S = 10.0


class Refused(Exception):
    """What somebody wants cannot be written."""


class Ledger:
    """Where it is written: `commits` holds what each transaction kept. The first one waits until `begins` is set."""

    def __init__(self) -> None:
        self.commits: list[list[str]] = []
        self.begins = Event()
        self.is_closed = False
        self._open: list[str] = []

    @contextmanager
    def write(self) -> Generator[Session]:
        self.begins.wait(_DEADLINE_S)
        if self.is_closed:
            raise Refused
        self._open = []
        yield cast("Session", self._open)
        self.commits.append(self._open)


def _put(word: str) -> Callable[[Session], str]:
    def act(session: Session) -> str:
        cast("list[str]", session).append(word)
        if word.startswith("!"):
            raise Refused
        return word.upper()

    return act


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def group(ledger: Ledger) -> Iterator[GroupCommit]:
    group = GroupCommit(ledger.write)
    yield group
    group.close()


def _rush(group: GroupCommit, ledger: Ledger, *words: str) -> list[Future[str]]:
    """All of these at once, while the first transaction is still to begin."""
    waits = [group.run(_put(word)) for word in words]
    ledger.begins.set()
    await_all(waits, _DEADLINE_S)
    return waits


def test_all_who_wait_are_one_transaction_and_each_hears_her_own(group: GroupCommit, ledger: Ledger) -> None:
    waits = _rush(group, ledger, "a", "b", "c")

    assert [sorted(commit) for commit in ledger.commits] == [["a", "b", "c"]]
    assert [wait.result() for wait in waits] == ["A", "B", "C"]


def test_who_comes_alone_goes_at_once(group: GroupCommit, ledger: Ledger) -> None:
    (wait,) = _rush(group, ledger, "a")

    assert (wait.result(), ledger.commits) == ("A", [["a"]])


def test_one_who_fails_takes_nobody_along(group: GroupCommit, ledger: Ledger) -> None:
    waits = _rush(group, ledger, "a", "!b", "c")

    assert sorted(ledger.commits) == [["a"], ["c"]]
    assert [wait.result() for wait in (waits[0], waits[2])] == ["A", "C"]
    with pytest.raises(Refused):
        waits[1].result()


def test_who_fails_alone_is_not_tried_again(group: GroupCommit, ledger: Ledger) -> None:
    (wait,) = _rush(group, ledger, "!a")

    with pytest.raises(Refused):
        wait.result()
    assert ledger.commits == []


def test_where_nobody_can_write_all_hear_it_and_the_next_ones_go_on(group: GroupCommit, ledger: Ledger) -> None:
    ledger.is_closed = True
    waits = _rush(group, ledger, "a", "b")
    ledger.is_closed = False

    assert [type(wait.exception()) for wait in waits] == [Refused] * 2
    assert group.run(_put("c")).result() == "C"
