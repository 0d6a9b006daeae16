"""What a member shows the staff for a while, each look at it, and what is put aside or ordered for her."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Make the tables."""
    _make_handshakes()
    _make_orders()


def _make_handshakes() -> None:
    op.create_table(
        "handshakes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("code_hash", sa.String),
        sa.Column("clerk_id", sa.String, index=True),
        sa.Column("clerk", sa.String),
        sa.Column("shares", sa.JSON, nullable=False),
    )
    op.create_index("ix_handshakes_store_id_code_hash", "handshakes", ["store_id", "code_hash"])
    op.create_table(
        "handshake_steps",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("handshake_id", sa.String, sa.ForeignKey("handshakes.id"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("happened_at", sa.DateTime, nullable=False),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("until", sa.DateTime),
    )
    op.create_table(
        "card_asks",
        sa.Column("clerk_id", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("screen_id", sa.String, nullable=False),
        sa.Column("opened_at", sa.DateTime, nullable=False),
    )


def _make_orders() -> None:
    op.create_table(
        "orders",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("bookmark_id", sa.String, sa.ForeignKey("bookmarks.id"), nullable=False, index=True),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("way", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("variant", sa.String, nullable=False),
        sa.Column("placed_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("clerk", sa.String, nullable=False),
        sa.Column("due_at", sa.DateTime),
        sa.Column("address", sa.String),
    )
    op.create_index("ix_orders_store_id_changed_at", "orders", ["store_id", "changed_at"])
    op.create_table(
        "sizes",
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), primary_key=True),
        sa.Column("text", sa.String, nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for name in ("sizes", "orders", "card_asks", "handshake_steps", "handshakes"):
        op.drop_table(name)
