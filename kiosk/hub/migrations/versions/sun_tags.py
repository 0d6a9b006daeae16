"""The master key of the store's NTAG 424 DNA tags, and which of their messages were shown."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables and the key."""
    keys = op.create_table("sun_keys", sa.Column("key", sa.String, primary_key=True))
    op.bulk_insert(keys, [{"key": secrets.token_hex(16)}])
    op.create_table(
        "sun_tags",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("tag", sa.String, primary_key=True),
        sa.Column("highest", sa.Integer, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("sun_tags")
    op.drop_table("sun_keys")
