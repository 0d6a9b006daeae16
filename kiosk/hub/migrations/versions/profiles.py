"""What sources, tills and screens tell of members, who of them are one person, and the segments that follow."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
_VERIFIED = sa.text("is_verified")


def upgrade() -> None:
    """Add the tables, and the column that says who a member turned out to be."""
    with op.batch_alter_table("members") as table:
        table.add_column(sa.Column("person_key", sa.String))
        table.create_foreign_key("fk_members_person_key", "members", ["person_key"], ["key"])
        table.create_index("ix_members_person_key", ["person_key"])
        table.create_index("ix_members_store_id_revision", ["store_id", "revision"])
        table.drop_index("ix_members_store_id")
    _add_sources()
    _add_what_is_told()
    _add_who_is_who()
    _add_what_follows()


def _add_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("key_hash", sa.String, nullable=False, unique=True),
        sa.Column("vouches", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("revoked_at", sa.DateTime),
    )
    op.create_table(
        "heard_messages",
        sa.Column("store_id", sa.String, primary_key=True),
        sa.Column("source_id", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("heard_at", sa.DateTime, nullable=False, index=True),
        sa.ForeignKeyConstraint(["store_id", "source_id"], ["sources.store_id", "sources.id"]),
    )


def _add_what_is_told() -> None:
    op.create_table(
        "profile_events",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("source_id", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("happened_at", sa.DateTime, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
    )
    op.create_index("ix_profile_events_member_key_happened_at", "profile_events", ["member_key", "happened_at"])
    op.create_table(
        "receipts",
        sa.Column("store_id", sa.String, primary_key=True),
        sa.Column("till_id", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("bought_at", sa.DateTime, nullable=False),
        sa.Column("total", sa.String(32), nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("lines", sa.JSON, nullable=False),
        sa.Column("was_known", sa.Boolean, nullable=False),
        sa.Column("member_key", sa.String),
        sa.ForeignKeyConstraint(["store_id", "till_id"], ["tills.store_id", "tills.id"]),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"]),
    )
    op.create_index("ix_receipts_member_key_bought_at", "receipts", ["member_key", "bought_at"])


def _add_who_is_who() -> None:
    op.create_table(
        "identifiers",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), primary_key=True, index=True),
        sa.Column("is_verified", sa.Boolean, nullable=False),
        sa.Column("known_since", sa.DateTime, nullable=False),
    )
    op.create_index(
        "uq_identifiers_verified",
        "identifiers",
        ["store_id", "kind", "value"],
        unique=True,
        sqlite_where=_VERIFIED,
        postgresql_where=_VERIFIED,
    )
    op.create_table(
        "merges",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("loser_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("winner_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("merged_at", sa.DateTime, nullable=False),
        sa.Column("evidence", sa.JSON, nullable=False),
        sa.Column("moved", sa.JSON, nullable=False),
        sa.Column("undone_at", sa.DateTime),
        sa.Column("undone_by", sa.String),
    )


def _add_what_follows() -> None:
    op.create_table(
        "profiles",
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False, index=True),
        sa.Column("reckoned_at", sa.DateTime, nullable=False),
        sa.Column("traits", sa.JSON, nullable=False),
        sa.Column("due_at", sa.DateTime, index=True),
    )
    op.create_table(
        "segments",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("rules", sa.JSON, nullable=False),
        sa.Column("set_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "stays",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("segment_id", sa.String, nullable=False),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("left_at", sa.DateTime),
    )
    op.create_index("ix_stays_store_id_segment_id_left_at", "stays", ["store_id", "segment_id", "left_at"])


def downgrade() -> None:
    """Drop them."""
    for name in (
        *("stays", "segments", "profiles", "merges", "identifiers"),
        *("receipts", "profile_events", "heard_messages", "sources"),
    ):
        op.drop_table(name)
    with op.batch_alter_table("members") as table:
        table.drop_index("ix_members_store_id_revision")
        table.drop_index("ix_members_person_key")
        table.drop_constraint("fk_members_person_key", type_="foreignkey")
        table.drop_column("person_key")
        table.create_index("ix_members_store_id", ["store_id"])
