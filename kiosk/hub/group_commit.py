"""One commit for all who wait to write: to have one row on disk takes as long as to have twenty there."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event, Lock
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy.orm import Session

_Result = TypeVar("_Result")
_Write: TypeAlias = Callable[[], AbstractContextManager[Session]]


class _Wish(Generic[_Result]):
    """What somebody wants to have written, and what came of it."""

    def __init__(self, act: Callable[[Session], _Result]) -> None:
        self._act = act
        self._is_told = Event()
        self._error: Exception | None = None
        self._result: _Result

    def fulfil(self, session: Session) -> None:
        """Write it."""
        self._result = self._act(session)

    def tell(self, error: Exception | None = None) -> None:
        """Let who waits hear that it is on disk, or why it is not."""
        self._error = error
        self._is_told.set()

    def wait(self) -> _Result:
        """What came of it, once that is known; raises what kept it from being written."""
        self._is_told.wait()
        if self._error is not None:
            raise self._error
        return self._result


class GroupCommit:
    """Has what many want written be one transaction; `write` opens one, which is on disk once it ends.

    The first who comes leads: while she waits for the writers' turn, others come along. Where one of them fails,
    nothing of all is kept, and each goes by herself.
    """

    def __init__(self, write: _Write) -> None:
        self._write = write
        self._guard = Lock()
        self._wishes: list[_Wish[Any]] = []

    @property
    def waiting(self) -> int:
        """How many wait for the next transaction to begin."""
        return len(self._wishes)

    def run(self, act: Callable[[Session], _Result]) -> _Result:
        """What `act` gives back, once all that it wrote is on disk. After a rollback it is called a second time."""
        wish = _Wish(act)
        if self._is_first(wish):
            self._lead()
        return wish.wait()

    def _is_first(self, wish: _Wish[_Result]) -> bool:
        with self._guard:
            self._wishes.append(wish)
            return len(self._wishes) == 1

    def _take(self) -> list[_Wish[Any]]:
        with self._guard:
            wishes, self._wishes = self._wishes, []
        return wishes

    def _lead(self) -> None:
        wishes: list[_Wish[Any]] = []
        error: Exception | None = None
        try:
            with self._write() as session:
                wishes = self._take()
                for wish in wishes:
                    wish.fulfil(session)
        except Exception as raised:  # noqa: BLE001 - each hears it where she waits
            error = raised
        if error is not None and len(wishes) > 1:
            for wish in wishes:
                self._go_alone(wish)
        else:
            for wish in wishes or self._take():  # where none was taken, nobody can write
                wish.tell(error)

    def _go_alone(self, wish: _Wish[Any]) -> None:
        try:
            with self._write() as session:
                wish.fulfil(session)
        except Exception as error:  # noqa: BLE001 - as above
            wish.tell(error)
        else:
            wish.tell()
