"""One commit for all who wait to write: to have one row on disk takes as long as to have twenty there."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Lock
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy.orm import Session

_Result = TypeVar("_Result")
_Write: TypeAlias = Callable[[], AbstractContextManager[Session]]


class _Wish(Generic[_Result]):
    """What somebody wants to have written; `told` is what came of it, once it is on disk, or why it is not."""

    def __init__(self, act: Callable[[Session], _Result]) -> None:
        self.told: Future[_Result] = Future()
        self._act = act
        self._result: _Result

    def fulfil(self, session: Session) -> None:
        """Write it."""
        self._result = self._act(session)

    def tell(self, error: Exception | None = None) -> None:
        """Let who waits hear that it is on disk, or why it is not."""
        if error is None:
            self.told.set_result(self._result)
        else:
            self.told.set_exception(error)


class GroupCommit:
    """Has what many want written be one transaction; `write` opens one, which is on disk once it ends.

    One thread writes for all, so that nobody keeps a thread waiting: whoever comes while it waits for the writers'
    turn, or writes for those before, comes along. Where one of them fails, nothing of all is kept, and each goes by
    herself.
    """

    def __init__(self, write: _Write) -> None:
        self._write = write
        self._guard = Lock()
        self._wishes: list[_Wish[Any]] = []
        self._writer = ThreadPoolExecutor(1, "group-commit")

    def run(self, act: Callable[[Session], _Result]) -> Future[_Result]:
        """What `act` gives back, once all that it wrote is on disk. After a rollback it is called a second time."""
        wish = _Wish(act)
        with self._guard:
            self._wishes.append(wish)
            is_first = len(self._wishes) == 1
        if is_first:
            self._writer.submit(self._write_all)
        return wish.told

    def close(self) -> None:
        """End once all is written that somebody waits for."""
        self._writer.shutdown()

    def _take(self) -> list[_Wish[Any]]:
        with self._guard:
            wishes, self._wishes = self._wishes, []
        return wishes

    def _write_all(self) -> None:
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
