"""Orders of the web shop that are picked up in the store."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "pickups",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("source_id", sa.String, nullable=False),
        sa.Column("order_id", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("proof", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("lines", sa.JSON, nullable=False),
        sa.Column("placed_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("member_key", sa.String),
        sa.Column("clerk", sa.String, nullable=False),
        sa.Column("arrived_at", sa.DateTime),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_pickups_store_id"),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_pickups_member_key"),
        sa.PrimaryKeyConstraint("id", name="pk_pickups"),
        sa.UniqueConstraint("store_id", "source_id", "order_id", name="uq_pickups_store_id_source_id_order_id"),
    )
    op.create_index("ix_pickups_store_id_state", "pickups", ["store_id", "state"])
    op.create_index("ix_pickups_member_key", "pickups", ["member_key"])
    op.create_index("ix_pickups_changed_at", "pickups", ["changed_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("pickups")
