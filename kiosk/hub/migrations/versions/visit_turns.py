"""What has changed last of all visits, so that the page of one that stands open hears of it."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    """Add the column; no page stands open while this runs."""
    op.add_column("visits", sa.Column("turn", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_visits_turn", "visits", ["turn"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_visits_turn", "visits")
    op.drop_column("visits", "turn")
