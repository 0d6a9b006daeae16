"""What all tables share: exact times and exact amounts on every database."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar

import msgspec
from sqlalchemy import JSON, DateTime, Dialect, MetaData, String
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

from kiosk.contract.offer import Audience, Budget, Control
from kiosk.contract.rule import Rules
from kiosk.contract.shopper import Interests

# Names for every constraint, so that a later migration can name what it changes on any database.
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC: SQLite knows no time zones."""

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To naive UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From naive UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal kept as text: SQLite would make a float of it."""

    impl = String(32)
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """To text."""
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """From text."""
        return None if value is None else Decimal(value)


class ContractJson(TypeDecorator[Any]):
    """A part of the contract, kept as the JSON that screens are told; what no screen would take is never kept."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 # a type, or an alias of one, which has no type of its own
        super().__init__()
        self.kind = kind

    @override
    def process_bind_param(self, value: object, dialect: Dialect) -> object:
        """To JSON. Raises `msgspec.ValidationError`."""
        if value is None:
            return None
        stated = msgspec.to_builtins(value)
        msgspec.convert(stated, self.kind)
        return stated

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> object:
        """From JSON. Raises `msgspec.ValidationError`."""
        return None if value is None else msgspec.convert(value, self.kind)


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False):
    """A row. It has no repr: what it holds may be personal and must not slip into a log."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, type[TypeEngine[Any]] | TypeEngine[Any]]] = {
        datetime: UtcTime,
        Decimal: ExactDecimal,
        Audience: ContractJson(Audience),
        Budget: ContractJson(Budget),
        Control: ContractJson(Control),
        Interests: ContractJson(Interests),
        Rules: ContractJson(Rules),
        dict[str, str]: JSON,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
    }
