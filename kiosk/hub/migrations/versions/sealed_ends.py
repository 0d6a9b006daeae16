"""Cards by which consents ended, sealed: as screens know them, they would still be those of who was erased."""

import hmac

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
_CARDS = ("uid", "ndef")
_ENDS = sa.table("ended_consents", *map(sa.column, ("store_id", "kind", "value", "ended_at")))
_CREDENTIALS = sa.table("credentials", *map(sa.column, ("store_id", "kind", "value")))
_TOMBSTONES = sa.table("tombstones", sa.column("hash"))
_KEYS = sa.table("form_keys", sa.column("key"))


def upgrade() -> None:
    """Seal each that is still a card's own hash; most are sealed already, and two seals fit nothing."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("PRAGMA secure_delete = ON")
    secret = (connection.scalar(sa.select(_KEYS.c.key)) or "").encode()
    for end in connection.execute(sa.select(_ENDS).where(_ENDS.c.kind.in_(_CARDS))).all():
        if _is_bare(connection, secret, end):
            _replace(connection, end, _hash(secret, f"{end.kind}:{end.value}"))


def downgrade() -> None:
    """Nothing: what is sealed is not to be opened."""


def _is_bare(connection: sa.Connection, secret: bytes, end: sa.Row[tuple[str, str, str, object]]) -> bool:
    """Whether somebody has a card of this hash, or had one when she was erased."""
    card = (_CREDENTIALS.c.store_id == end.store_id, _CREDENTIALS.c.kind == end.kind)
    had = sa.select(_CREDENTIALS.c.value).where(*card, _CREDENTIALS.c.value == end.value)
    tombstone = _hash(secret, f"tombstone:credential:{end.store_id}:{end.kind}:{end.value}")
    erased = sa.select(_TOMBSTONES.c.hash).where(_TOMBSTONES.c.hash == tombstone)
    return connection.scalar(had) is not None or connection.scalar(erased) is not None


def _replace(connection: sa.Connection, end: sa.Row[tuple[str, str, str, object]], sealed: str) -> None:
    """One that is known by its seal already ended last of the two: only that is written since."""
    own = (_ENDS.c.store_id == end.store_id, _ENDS.c.kind == end.kind)
    connection.execute(sa.delete(_ENDS).where(*own, _ENDS.c.value == end.value))
    if connection.scalar(sa.select(_ENDS.c.value).where(*own, _ENDS.c.value == sealed)) is None:
        values = {"store_id": end.store_id, "kind": end.kind, "value": sealed, "ended_at": end.ended_at}
        connection.execute(sa.insert(_ENDS).values(values))


def _hash(secret: bytes, text: str) -> str:
    return hmac.digest(secret, text.encode(), "sha256").hex()
