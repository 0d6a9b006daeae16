"""Runs a tap's statements on the driver itself: what SQLAlchemy does around each takes several times as long."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct
from sqlalchemy import ColumnElement, Delete, Dialect, Insert, Select, Update
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

_Found = TypeVar("_Found")
_Clause: TypeAlias = Select[*tuple[Any, ...]] | Insert | Update | Delete
_Translate: TypeAlias = Callable[[Any], Any]


class _Form(Struct, frozen=True):
    """The statement as one kind of database takes it.

    `own` are the values that it has by itself, by name. `puts` and `gets` translate some of them, there and back, by
    their places. What is sent to a server `waits` there to be read; SQLite's is read at once: one that is not read to
    its end keeps the state of then before its connection, after a rollback as well, and nobody writes by that.
    """

    text: str
    is_positional: bool
    finds: bool
    waits: bool
    own: tuple[tuple[str, object], ...]
    puts: tuple[tuple[int, _Translate], ...]
    gets: tuple[tuple[int, _Translate], ...]

    def bind(self, values: Mapping[str, object]) -> Any:  # noqa: ANN401 - a sequence or a mapping, as the driver has it
        """The values as the driver takes them; one that is missing is what the statement itself says."""
        bound = _translate([values.get(name, own) for name, own in self.own], self.puts)
        return bound if self.is_positional else dict(zip((name for name, _ in self.own), bound, strict=True))

    def read(self, row: Iterable[object]) -> list[object]:
        """What the driver found, as the tables' types have it."""
        return _translate(list(row), self.gets)


def _translate(values: list[object], steps: tuple[tuple[int, _Translate], ...]) -> list[object]:
    for place, translate in steps:
        if values[place] is not None:
            values[place] = translate(values[place])
    return values


class Sent(Generic[_Found]):
    """A statement that is on its way; `read`, once, is all that it finds, or that it wrote and gives back."""

    def __init__(self, cursor: DBAPICursor, form: _Form, make: Callable[..., _Found]) -> None:
        self._cursor = cursor
        self._form = form
        self._make = make
        self._rows = None if form.waits else self._fetch()

    def read(self) -> list[_Found]:
        """Wait for it, and for all that was sent before."""
        rows = self._fetch() if self._rows is None else self._rows
        return [self._make(*self._form.read(row)) for row in rows]

    def _fetch(self) -> Sequence[Any]:
        return self._cursor.fetchall() if self._form.finds else ()


@contextmanager
def at_once(session: Session) -> Generator[None]:
    """What is sent by prepared statements within goes to a PostgreSQL server together, and is waited for together.

    So one is best read after all others are sent, or outside. Nothing else may be run within: SQLAlchemy waits for each
    of its own.
    """
    session.flush()
    connection = session.connection()
    together = getattr(connection.connection.driver_connection, "pipeline", nullcontext)
    with together():
        yield


class Prepared(Generic[_Found]):
    """A statement that is composed once for each kind of database.

    `make` makes one of what is found of the columns of each row.
    """

    def __init__(self, clause: _Clause, make: Callable[..., _Found]) -> None:
        self._clause = clause
        self._make = make
        self._forms: dict[str, _Form] = {}

    def run(self, session: Session, **values: object) -> list[_Found]:
        """All that it finds, or that it wrote and gives back; what the session was told before is written first."""
        return self.send(session, **values).read()

    def send(self, session: Session, **values: object) -> Sent[_Found]:
        """As `run`, for who reads that later."""
        session.flush()
        connection = session.connection()
        form = self._find_form(connection.dialect)
        cursor = connection.connection.cursor()
        cursor.execute(form.text, form.bind(values))
        return Sent(cursor, form, self._make)

    def run_all(self, session: Session, rows: Iterable[Mapping[str, object]]) -> None:
        """Once for each of these rows of values."""
        session.flush()
        connection = session.connection()
        form = self._find_form(connection.dialect)
        connection.connection.cursor().executemany(form.text, [form.bind(values) for values in rows])

    def _find_form(self, dialect: Dialect) -> _Form:
        form = self._forms.get(dialect.name)
        if form is None:
            form = self._forms[dialect.name] = _compose(self._clause, dialect)
        return form


def _compose(clause: _Clause, dialect: Dialect) -> _Form:
    compiled = clause.compile(dialect=dialect)
    names = compiled.positiontup if compiled.positiontup is not None else list(compiled.params)
    puts = (_find_kind(compiled.binds[name], dialect).bind_processor(dialect) for name in names)
    gets = (_find_kind(column, dialect).result_processor(dialect, None) for column in clause.exported_columns)
    own = tuple((name, compiled.params[name]) for name in names)
    finds = bool(clause.exported_columns)
    waits = dialect.name == "postgresql"
    return _Form(compiled.string, compiled.positional, finds, waits, own, _number(puts), _number(gets))


def _find_kind(part: ColumnElement[Any], dialect: Dialect) -> TypeEngine[Any]:
    return part.type.dialect_impl(dialect)


def _number(steps: Iterable[_Translate | None]) -> tuple[tuple[int, _Translate], ...]:
    return tuple((place, step) for place, step in enumerate(steps) if step is not None)
