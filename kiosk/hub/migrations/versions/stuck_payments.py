"""When a provider was told to take the money, and which payments somebody should know of."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("settlements", sa.Column("begun_at", sa.DateTime))
    op.add_column("settlements", sa.Column("trouble", sa.String, nullable=False, server_default=""))
    op.create_index("ix_settlements_trouble", "settlements", ["trouble"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_settlements_trouble", "settlements")
    op.drop_column("settlements", "trouble")
    op.drop_column("settlements", "begun_at")
