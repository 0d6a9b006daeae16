"""What stores were told of their weeks."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "told_weeks",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("monday", sa.Date, nullable=False),
        sa.Column("told_at", sa.DateTime, nullable=False),
        sa.Column("report", sa.JSON, nullable=False),
        sa.Column("segments", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_told_weeks_store_id"),
        sa.PrimaryKeyConstraint("store_id", "monday", name="pk_told_weeks"),
    )
    op.create_index("ix_told_weeks_told_at", "told_weeks", ["told_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("told_weeks")
