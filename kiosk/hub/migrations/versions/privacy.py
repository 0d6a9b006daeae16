"""What stays of who was erased, what is still to be told of it, and what people of the store did."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

_REFUSAL = "what was done stays as it was noted"
_LEDGER_REFUSAL = "what was posted stays as it is"
_KEPT = ("id", "store_id", "unit", "reason", "because", "posted_at", "reverses_id")
"""Of a posting all but what names a member by her pseudonym."""


def upgrade() -> None:
    """Make the tables, and let a posting forget whose it was, and nothing else."""
    _create_erasures()
    _create_steps()
    _create_deeds()
    with op.batch_alter_table("stores") as table:
        table.add_column(sa.Column("forgotten_revision", sa.Integer, nullable=False, server_default="0"))
    with op.batch_alter_table("events") as table:
        table.create_index("ix_events_received_at", ["received_at"])
    _let_postings_forget()


def downgrade() -> None:
    """Drop them."""
    _drop_trigger("ledger_postings", "update")
    op.execute(_write_trigger("ledger_postings", "update", "", "refuse_ledger_change", _LEDGER_REFUSAL))
    with op.batch_alter_table("events") as table:
        table.drop_index("ix_events_received_at")
    with op.batch_alter_table("stores") as table:
        table.drop_column("forgotten_revision")
    for name in ("deeds", "severed_taps", "erasure_steps", "gone_members", "tombstones"):
        op.drop_table(name)
    if _is_postgresql():
        op.execute("DROP FUNCTION refuse_deed_change")


def _create_erasures() -> None:
    op.create_table(
        "tombstones",
        sa.Column("hash", sa.String, nullable=False),
        sa.Column("erased_at", sa.DateTime, nullable=False),
        sa.Column("filed_at", sa.DateTime),
        sa.PrimaryKeyConstraint("hash", name="pk_tombstones"),
    )
    op.create_index("ix_tombstones_filed_at", "tombstones", ["filed_at"])
    op.create_table(
        "gone_members",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("gone_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_gone_members_store_id"),
        sa.PrimaryKeyConstraint("store_id", "key", name="pk_gone_members"),
    )
    op.create_index("ix_gone_members_store_id_revision", "gone_members", ["store_id", "revision"])
    op.create_index("ix_gone_members_gone_at", "gone_members", ["gone_at"])


def _create_steps() -> None:
    op.create_table(
        "erasure_steps",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_erasure_steps_store_id"),
        sa.PrimaryKeyConstraint("id", name="pk_erasure_steps"),
    )
    op.create_index("ix_erasure_steps_due_at", "erasure_steps", ["due_at"])
    op.create_table(
        "severed_taps",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("screen_id", sa.String, nullable=False),
        sa.Column("offer_id", sa.String, nullable=False),
        sa.Column("tapped_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_severed_taps_store_id"),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name="fk_severed_taps_offer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_severed_taps"),
    )
    op.create_index("ix_severed_taps_store_id_screen_id", "severed_taps", ["store_id", "screen_id"])


def _create_deeds() -> None:
    op.create_table(
        "deeds",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("happened_at", sa.DateTime, nullable=False),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("store_id", sa.String),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_deeds_store_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deeds"),
    )
    op.create_index("ix_deeds_store_id_id", "deeds", ["store_id", "id"])
    op.create_index("ix_deeds_happened_at", "deeds", ["happened_at"])
    if _is_postgresql():
        _create_refusal("refuse_deed_change", _REFUSAL)
    op.execute(_write_trigger("deeds", "update", "", "refuse_deed_change", _REFUSAL))
    # What is old may go; nobody can take away what was done in the last half year.
    is_young = (
        "OLD.happened_at > (now() AT TIME ZONE 'utc') - interval '180 days'"
        if _is_postgresql()
        else "OLD.happened_at > datetime('now', '-180 days')"
    )
    op.execute(_write_trigger("deeds", "delete", f"WHEN ({is_young})", "refuse_deed_change", _REFUSAL))


def _let_postings_forget() -> None:
    same = "IS NOT DISTINCT FROM" if _is_postgresql() else "IS"
    forgets = "NEW.key LIKE 'erased:%' AND NEW.fingerprint = ''"
    stays = " AND ".join(f"NEW.{column} {same} OLD.{column}" for column in _KEPT)
    condition = f"WHEN (NOT ({forgets} AND {stays}))"
    _drop_trigger("ledger_postings", "update")
    op.execute(_write_trigger("ledger_postings", "update", condition, "refuse_ledger_change", _LEDGER_REFUSAL))


def _write_trigger(table: str, change: str, condition: str, function: str, refusal: str) -> str:
    head = f"CREATE TRIGGER refuse_{change}_of_{table} BEFORE {change.upper()} ON {table} FOR EACH ROW {condition}"
    if _is_postgresql():
        return f"{head} EXECUTE FUNCTION {function}()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"


def _drop_trigger(table: str, change: str) -> None:
    place = f" ON {table}" if _is_postgresql() else ""
    op.execute(f"DROP TRIGGER refuse_{change}_of_{table}{place}")  # of our own names


def _create_refusal(function: str, refusal: str) -> None:
    op.execute(  # our own words: a function's body takes no parameter
        f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"
