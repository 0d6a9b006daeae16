"""Electronic labels on shelves."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "shelf_labels",
        sa.Column("mac", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("sent", sa.String),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("compared_at", sa.DateTime),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("kind", sa.Integer),
        sa.Column("seen_at", sa.DateTime),
        sa.Column("next_at", sa.DateTime),
        sa.Column("waits", sa.Boolean, nullable=False),
        sa.Column("battery_mv", sa.Integer),
        sa.Column("told_at", sa.DateTime),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_shelf_labels_store_id"),
        sa.PrimaryKeyConstraint("mac", name="pk_shelf_labels"),
    )
    op.create_index("ix_shelf_labels_store_id", "shelf_labels", ["store_id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("shelf_labels")
