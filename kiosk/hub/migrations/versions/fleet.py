"""What is said to the screens: groups of them, their themes, pictures of their glass, and notices."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables."""
    _make_looks()
    _make_words()


def _make_looks() -> None:
    op.create_table(
        "screen_groups",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False, index=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("screens", sa.JSON, nullable=False),
    )
    op.create_table(
        "theme_choices",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("store_id", sa.String, nullable=False, index=True),
        sa.Column("screen_id", sa.String, nullable=False),
        sa.Column("publication", sa.String, nullable=False),
        sa.Column("theme", sa.String),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("chosen_by", sa.String, nullable=False),
        sa.Column("chosen_at", sa.DateTime, nullable=False),
        sa.Column("command_id", sa.String, nullable=False, unique=True),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("answered_at", sa.DateTime),
        sa.Column("reason", sa.String),
        sa.ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),
    )


def _make_words() -> None:
    op.create_table(
        "screen_pictures",
        sa.Column("store_id", sa.String, primary_key=True),
        sa.Column("screen_id", sa.String, primary_key=True),
        sa.Column("command_id", sa.String, nullable=False, unique=True),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("taken_at", sa.DateTime),
        sa.Column("image", sa.LargeBinary),
        sa.Column("reason", sa.String),
        sa.ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),
    )
    op.create_table(
        "notices",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("text", sa.JSON, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("until", sa.DateTime),
        sa.Column("sent_by", sa.String, nullable=False),
        sa.Column("sent_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for name in ("notices", "screen_pictures", "theme_choices", "screen_groups"):
        op.drop_table(name)
