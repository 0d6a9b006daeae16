"""How often the money of a refund was asked for under a name of its own, because the provider had refused it before."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    """Add the column; all were asked for under one name up to now."""
    op.add_column("refunds", sa.Column("attempt", sa.Integer, nullable=False, server_default="1"))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("refunds", "attempt")
