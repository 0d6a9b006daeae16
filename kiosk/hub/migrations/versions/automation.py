"""What happens in a store to who kept something, and what rules said about it."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "happenings",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("happened_at", sa.DateTime, nullable=False),
        sa.Column("offer_id", sa.String, sa.ForeignKey("offers.id")),
        sa.Column("bookmark_id", sa.String, sa.ForeignKey("bookmarks.id")),
        sa.Column("over_at", sa.DateTime),
    )
    op.create_index("ix_happenings_happened_at", "happenings", ["happened_at"])
    op.create_index("ix_happenings_bookmark_id", "happenings", ["bookmark_id"])
    op.create_table(
        "reminders",
        sa.Column("rule", sa.String, primary_key=True),
        sa.Column("bookmark_id", sa.String, sa.ForeignKey("bookmarks.id"), primary_key=True),
        sa.Column("cause", sa.String, primary_key=True),
        sa.Column("judged_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("reminders")
    op.drop_table("happenings")
