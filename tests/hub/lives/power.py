"""The power of a hub: cut at any moment, it leaves on disk what lay there just then."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from sqlite3 import Connection, Cursor
from threading import Lock
from typing import Any, Literal, Self, TypeAlias

from hypothesis import strategies as some
from msgspec import Struct
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from typing_extensions import override

Moment: TypeAlias = Literal["statement", "commit", "committed", "asked", "answered", "done"]
"""Before a statement, or a commit; once a commit is on disk; before the payment provider hears a question, and once its
answer is on its way; and when all is done, before anybody was told."""


class Cut(Struct, frozen=True):
    """The power fails when this moment comes for the so-manieth time in what is being done."""

    moment: Moment
    count: int = 1


ANSWER_LOST = Cut("done")
NAMED: tuple[Moment, ...] = ("commit", "committed", "asked", "answered")
MOST_STATEMENTS, _MOST_NAMED = 150, 6
"""What a sale takes of them at one go at most: `test_power_in_a_sale.py` counts them."""
_STATEMENTS = some.integers(1, 40) | some.integers(1, MOST_STATEMENTS)
CUTS: some.SearchStrategy[Cut | None] = some.one_of(
    some.none(),
    some.none(),
    some.just(ANSWER_LOST),
    some.builds(Cut, some.just("statement"), _STATEMENTS),
    some.builds(Cut, some.sampled_from(NAMED), some.integers(1, _MOST_NAMED)),
)
"""When the power fails in what is being done; `None`: never."""


class _Line(Connection):
    """A connection that tells `reach` of each statement and commit, whoever sends it."""

    def __init__(self, reach: Callable[[Moment], None], *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - sqlite3's own
        super().__init__(*arguments, **options)
        self._reach = reach

    @override
    def commit(self) -> None:
        self._reach("commit")
        super().commit()
        self._reach("committed")

    @override
    def cursor(self, factory: Any = None) -> Any:
        return (factory or partial(_Hand, reach=self._reach))(self)


class _Hand(Cursor):
    def __init__(self, line: Connection, reach: Callable[[Moment], None]) -> None:
        super().__init__(line)
        self._reach = reach

    @override
    def execute(self, *arguments: Any) -> Self:
        self._reach("statement")
        return super().execute(*arguments)

    @override
    def executemany(self, *arguments: Any) -> Self:
        self._reach("statement")
        return super().executemany(*arguments)


class Power:
    """Supplies this engine until it is cut; `save` is called at that moment, before anything is rolled back."""

    def __init__(self, engine: Engine, save: Callable[[], None]) -> None:
        self.is_gone = False
        self.passed = Counter[Moment]()
        self._cut: Cut | None = None
        self._save = save
        self._lock = Lock()
        event.listen(engine, "do_connect", self._watch)

    def plan(self, cut: Cut | None) -> None:
        """Fail at that moment of what is done from now on."""
        self.passed.clear()
        self._cut = cut

    def reach(self, moment: Moment) -> None:
        """The moment has come: fail, if this is the one, or once the power is gone."""
        with self._lock:
            self.passed[moment] += 1
            is_meant = self._cut == Cut(moment, self.passed[moment])
        if is_meant:
            self.cut()
        if self.is_gone:
            raise OperationalError(None, None, ConnectionError())

    def cut(self) -> None:
        """Fail now, unless it did before."""
        with self._lock:
            if not self.is_gone:
                self._save()
                self.is_gone = True

    def _watch(self, _dialect: object, _record: object, _arguments: object, options: dict[str, Any]) -> None:
        options["factory"] = partial(_Line, self.reach)
