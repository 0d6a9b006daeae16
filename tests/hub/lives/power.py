"""The power of a hub: cut at any statement, it leaves on disk what lay there at that very moment."""

from collections.abc import Callable
from functools import partial
from sqlite3 import Connection, Cursor
from threading import Lock
from typing import Any, Self

from hypothesis import strategies as some
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from typing_extensions import override

ANSWER_LOST = 0
"""The cut that comes once all was done and answered, and before anybody heard it."""
CUTS = some.none() | some.none() | some.integers(ANSWER_LOST, 40)
"""After how many statements of a request the power fails; `None`: never."""


class _Line(Connection):
    """A connection on which `take` is asked before each statement, whoever sends it."""

    def __init__(self, take: Callable[[], None], *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - sqlite3's own
        super().__init__(*arguments, **options)
        self._take = take

    @override
    def cursor(self, factory: Any = None) -> Any:
        return (factory or partial(_Hand, take=self._take))(self)


class _Hand(Cursor):
    def __init__(self, line: Connection, take: Callable[[], None]) -> None:
        super().__init__(line)
        self._take = take

    @override
    def execute(self, *arguments: Any) -> Self:
        self._take()
        return super().execute(*arguments)

    @override
    def executemany(self, *arguments: Any) -> Self:
        self._take()
        return super().executemany(*arguments)


class Power:
    """Supplies this engine until it is cut; `save` is called at that moment, before anything is rolled back."""

    def __init__(self, engine: Engine, save: Callable[[], None]) -> None:
        self.is_gone = False
        self._left: int | None = None
        self._save = save
        self._lock = Lock()
        event.listen(engine, "do_connect", self._watch)
        event.listen(engine, "commit", self._take)

    def cut_after(self, statements: int | None) -> None:
        """Fail once so many were begun, a commit being one."""
        self._left = statements or None

    def cut(self) -> None:
        """Fail now, unless it did before."""
        with self._lock:
            if not self.is_gone:
                self._save()
                self.is_gone = True

    def _watch(self, _dialect: object, _record: object, _arguments: object, options: dict[str, Any]) -> None:
        options["factory"] = partial(_Line, self._take)

    def _take(self, *_: object) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left <= 0:
                self.cut()
        if self.is_gone:
            raise OperationalError(None, None, ConnectionError())
