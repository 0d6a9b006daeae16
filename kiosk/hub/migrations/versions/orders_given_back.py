"""Orders of which something was given back before they heard of that: nobody is to get both the goods and the money."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
_Row = Mapping[str, Any]
_OPEN = ("placed", "picking", "ready")
_PICKUPS = sa.table(
    "pickups",
    *map(
        sa.column, ("id", "store_id", "member_key", "settlement_id", "state", "way", "changed_at", "clerk", "address")
    ),
    sa.column("lines", sa.JSON),
)
_SETTLEMENTS = sa.table("settlements", sa.column("id"), sa.column("bill", sa.JSON), sa.column("ways", sa.JSON))
_REFUNDS = sa.table("refunds", *map(sa.column, ("settlement_id", "made_at", "made_by")), sa.column("counts", sa.JSON))
_STORES = sa.table("stores", sa.column("id"), sa.column("revision"))
_MEMBERS = sa.table("members", *map(sa.column, ("key", "person_key", "revision")))


def upgrade() -> None:
    """Take off each open order what is back of its sale; one of which all is back is cancelled, and forgets its way."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("PRAGMA secure_delete = ON")
    sold = sa.join(_PICKUPS, _SETTLEMENTS, _PICKUPS.c.settlement_id == _SETTLEMENTS.c.id)
    open_orders = sa.select(_PICKUPS, _SETTLEMENTS.c.bill, _SETTLEMENTS.c.ways).select_from(sold)
    for order in _list_rows(connection, open_orders.where(_PICKUPS.c.state.in_(_OPEN))):
        of_it = sa.select(_REFUNDS).where(_REFUNDS.c.settlement_id == order["settlement_id"])
        refunds = _list_rows(connection, of_it.order_by(_REFUNDS.c.made_at))
        if refunds:
            _mend(connection, order, refunds)


def downgrade() -> None:
    """Nothing: what was given back stays so."""


def _list_rows(connection: sa.Connection, query: sa.Select[Any]) -> list[_Row]:
    return [dict(row) for row in connection.execute(query).mappings()]


def _mend(connection: sa.Connection, order: _Row, refunds: Sequence[_Row]) -> None:
    back = Counter[str]()
    for refund in refunds:
        back.update({line: int(count) for line, count in refund["counts"].items()})
    sold = [one["line"] for one in order["bill"]["lines"] if order["ways"].get(one["line"]["id"]) == order["way"]]
    left = [line["count"] - back[line["id"]] for line in sold]
    values: dict[str, object] = {
        "lines": [_take_off(*both) for both in zip(order["lines"], left, strict=True)],
    }
    if not any(left):
        last = refunds[-1]
        values |= {
            "state": "cancelled",
            "changed_at": last["made_at"],
            "clerk": last["made_by"] or "?",
            "address": None,
        }
        _tell_screens(connection, order)
    connection.execute(sa.update(_PICKUPS).where(_PICKUPS.c.id == order["id"]).values(**values))


def _take_off(line: _Row, left: int) -> _Row:
    """As `domain/pickup/course.py` does, from what is left of it: what it heard of already changes nothing."""
    if line["found"] in ("missing", "returned"):
        return line
    return {**line, "count": min(line["count"], left)} if left else {**line, "found": "returned", "substitute": ""}


def _tell_screens(connection: sa.Connection, order: _Row) -> None:
    """Whom a screen would greet by it, it greets no more."""
    store, hers = _STORES.c.id == order["store_id"], _MEMBERS.c.key == order["member_key"]
    connection.execute(sa.update(_STORES).where(store).values(revision=_STORES.c.revision + 1))
    revision = connection.scalar(sa.select(_STORES.c.revision).where(store))
    person = connection.scalar(sa.select(_MEMBERS.c.person_key).where(hers))
    connection.execute(sa.update(_MEMBERS).where(sa.or_(hers, _MEMBERS.c.key == person)).values(revision=revision))
